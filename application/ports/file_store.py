"""Where files lie: a folder, or a bucket."""

from collections.abc import AsyncIterable, AsyncIterator, Collection
from datetime import datetime
from typing import Protocol

from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId


class StoreUnavailableError(UnavailableError):
    """The store does not answer, or its disk is full."""

    code = "FILES_UNAVAILABLE"


class FileMissingError(Exception):
    """There is no file of this name: it was deleted, or never written whole."""


class FileStore(Protocol):
    """Keeps bytes under keys of `domain.media.keys`: a file is there whole or not at all, and never changes.

    Any method raises StoreUnavailableError.
    """

    async def put(self, key: str, chunks: AsyncIterable[bytes]) -> None:
        """Write a file; one that is there already is as if written now."""
        ...

    def read(self, key: str, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Give its bytes from `start` to before `end`. Raises FileMissingError before the first."""
        ...

    async def delete(self, keys: Collection[str]) -> None:
        """Delete files; those that are not there are as good as deleted."""
        ...

    def pages(self, tenant_id: TenantId, *, before: datetime) -> AsyncIterator[list[str]]:
        """Give the keys of a tenant's files that were written before then, some hundreds at a time."""
        ...

    async def erase(self, tenant_id: TenantId) -> int:
        """Delete everything of a tenant; say how many files."""
        ...

    async def signed_url(self, key: str, *, seconds: int) -> str | None:
        """Give an address at the store itself that works for some seconds; None where it has no such thing."""
        ...
