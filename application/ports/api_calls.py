"""Asking web services that others named, without being led to places of ours."""

from datetime import timedelta
from typing import Protocol

import msgspec

from domain.flows.session import Value


class ApiCallError(Exception):
    """There is no answer. `code` is a word of ours, `detail` too: never an address, a header or a text of theirs.

    `is_passing` says that asking again may help, `was_asked` that the host had its chance.
    """

    def __init__(self, code: str, detail: str = "", *, is_passing: bool = False, was_asked: bool = True) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code, self.detail = code, detail
        self.is_passing, self.was_asked = is_passing, was_asked


class ApiHeader(msgspec.Struct, frozen=True, kw_only=True):
    """A header that is sent. One with a secret goes to the host that was asked first, encrypted, and nowhere else."""

    name: str
    value: str
    is_secret: bool = False

    def __repr__(self) -> str:
        """Show no secret."""
        return f"ApiHeader({self.name!r})"


class ApiRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked; `timeout_seconds` is for all of it, redirects and reading too."""

    method: str
    url: str
    timeout_seconds: float
    headers: tuple[ApiHeader, ...] = ()
    body: str | None = None


class ApiAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was answered: JSON where it says so, else text. `retry_after` is when the host wants to be asked again."""

    status: int
    headers: dict[str, str]
    body: Value = None
    retry_after: timedelta | None = None


class ApiCalls(Protocol):
    """Asks the world."""

    async def send(self, request: ApiRequest) -> ApiAnswer:
        """Ask, once, following some redirects. Raises ApiCallError."""
        ...
