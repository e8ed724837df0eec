"""One thing that the check found."""

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """An error refuses the publish, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to mend; without a node it is about the whole flow.

    `place` is the field (`data.text`), `position` the character in it, counted from zero, where a text cannot be
    read; `edge` the edge that it is about. `params` are what `message` says of this very case.
    """

    code: str
    message: str
    node: str | None = None
    severity: Severity = Severity.ERROR
    place: str | None = None
    position: int | None = None
    edge: str | None = None
    params: dict[str, str | int | float] = {}

    def __str__(self) -> str:
        """Say it in English."""
        return self.message


def doubt(code: str, message: str, *, node: str | None = None, **params: str | float) -> Finding:
    """Make a warning."""
    return Finding(code=code, message=message, node=node, severity=Severity.WARNING, params=params)


def fault(code: str, message: str, *, node: str | None = None, **params: str | float) -> Finding:
    """Make an error."""
    return Finding(code=code, message=message, node=node, params=params)
