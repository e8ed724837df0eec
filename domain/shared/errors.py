"""Anticipated errors. Each has a kind, which decides the HTTP status, and a stable code.

PyTakeError
├── MalformedError         400  not understood at all
├── UnauthenticatedError   401  who are you
├── ForbiddenError         403  you may not
├── NotFoundError          404  no such thing, also when it is another tenant's
├── ConflictError          409  not in this state, or somebody was faster
├── TooLargeError          413  more than we take
├── InvalidError           422  understood, and wrong
├── RateLimitedError       429  later
└── UnavailableError       503  something we need does not answer
"""

from collections.abc import Mapping

import msgspec

from domain.shared.phrases import Phrase


class ErrorDetail(msgspec.Struct, frozen=True, kw_only=True):
    """One wrong field: where it is (dots and brackets, as in `nodes[3].type`) and what is wrong with it.

    `message` is an English template. What is in its gaps stands in `values`, so that another language can say it too.
    """

    field: str
    message: str
    values: Mapping[str, object] = {}

    @classmethod
    def of(cls, field: str, wrong: Phrase) -> "ErrorDetail":
        """Say of a field what a phrase says."""
        return cls(field=field, message=wrong.template, values=wrong.values)

    @property
    def said(self) -> Phrase:
        """Give what is said of the field, without the field."""
        return Phrase(self.message, self.values)

    @property
    def text(self) -> str:
        """Give the message in English, its gaps filled."""
        return str(self.said)


def taken(field: str) -> tuple[ErrorDetail, ...]:
    """Say of a field that another thing has what was written there."""
    return (ErrorDetail(field=field, message="in use already"),)


class PyTakeError(Exception):
    """An error that was expected; `code` is stable, `message` is for people."""

    code = "ERROR"

    def __init__(self, message: str, *, details: tuple[ErrorDetail, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.details = details


class MalformedError(PyTakeError):
    """The request could not be understood."""

    code = "MALFORMED"


class UnauthenticatedError(PyTakeError):
    """Nobody we know is asking."""

    code = "UNAUTHENTICATED"


class ForbiddenError(PyTakeError):
    """Somebody we know asks for what they may not do."""

    code = "FORBIDDEN"


class NotFoundError(PyTakeError):
    """No such thing for this tenant."""

    code = "NOT_FOUND"


class ConflictError(PyTakeError):
    """The thing is not in a state that allows this."""

    code = "CONFLICT"


class TooLargeError(PyTakeError):
    """More than a named limit."""

    code = "TOO_LARGE"


class InvalidError(PyTakeError):
    """Understood, and wrong; `details` names the fields."""

    code = "VALIDATION_ERROR"


class RateLimitedError(PyTakeError):
    """Too many; try again after `retry_after` seconds."""

    code = "RATE_LIMITED"

    def __init__(self, message: str, *, retry_after: float) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class UnavailableError(PyTakeError):
    """Something needed does not answer; the same request may succeed later."""

    code = "UNAVAILABLE"


class StaleVersionError(ConflictError):
    """Somebody changed the thing between our reading and our writing it."""

    code = "VERSION_CONFLICT"
