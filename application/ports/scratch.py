"""Room for a file while it is looked at."""

from collections.abc import AsyncIterable, AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Protocol

import msgspec


class TooLongError(Exception):
    """More came than the file may have; what came is deleted."""


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """A file's size in bytes, and its SHA-256."""

    size: int
    sha256: bytes


class ScratchFile(Protocol):
    """A file on this machine's disk that is gone at the end of the block."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        ...

    async def fill(self, chunks: AsyncIterable[bytes], *, limit: int) -> Measure:
        """Write what comes, up to `limit` bytes. Raises TooLongError at the first byte beyond."""
        ...

    async def measure(self) -> Measure:
        """Read it through."""
        ...

    def read(self) -> AsyncIterator[bytes]:
        """Give its bytes."""
        ...


class Scratch(Protocol):
    """Makes room."""

    def file(self) -> AbstractAsyncContextManager[ScratchFile]:
        """Make an empty file; it is deleted at the end of the block, whatever happens."""
        ...
