"""Reading from addresses that others gave us, without being led to places of ours."""

from collections.abc import AsyncIterator, Collection
from contextlib import AbstractAsyncContextManager
from enum import StrEnum
from typing import Protocol

import msgspec


class DownloadProblem(StrEnum):
    """Why nothing was read."""

    ADDRESS_REFUSED = "address_refused"
    """Not https, another host than those allowed, or not an address of the public internet."""
    EXPIRED = "expired"
    """404 or 410: the address is over; ask for a new one."""
    DENIED = "denied"
    """401 or 403."""
    FAILED = "failed"
    """No answer, a broken one, or any other status."""


class DownloadError(Exception):
    """Nothing, or not all, was read; its text is a word of ours and never an address."""

    def __init__(self, problem: DownloadProblem, detail: str = "") -> None:
        super().__init__(f"{problem}: {detail}" if detail else str(problem))
        self.problem = problem


class Download(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that has begun; reading `chunks` raises DownloadError when it breaks off."""

    chunks: AsyncIterator[bytes]
    size: int | None = None
    mime: str | None = None


class Downloads(Protocol):
    """Reads from the world."""

    def open(
        self, url: str, *, hosts: Collection[str] = (), token: str | None = None
    ) -> AbstractAsyncContextManager[Download]:
        """Ask for an address, once, following nothing; `hosts`, where given, are the only ones that are asked.

        A token is sent as a bearer. Raises DownloadError.
        """
        ...
