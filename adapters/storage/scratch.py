"""Files that are looked at, on this machine's disk and for a moment."""

import asyncio
import hashlib
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

from adapters.storage.keys import CHUNK
from application.ports.scratch import Measure, TooLongError


class DiskFile:
    """A file under a name of ours."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._path

    async def fill(self, chunks: AsyncIterable[bytes], *, limit: int) -> Measure:
        """Write what comes, up to `limit` bytes. Raises TooLongError at the first byte beyond."""
        digest, size = hashlib.sha256(), 0
        file = await asyncio.to_thread(self._path.open, "wb")
        try:
            async for chunk in chunks:
                size += len(chunk)
                if size > limit:
                    raise TooLongError
                digest.update(chunk)
                await asyncio.to_thread(file.write, chunk)
        finally:
            await asyncio.to_thread(file.close)
        return Measure(size=size, sha256=digest.digest())

    async def measure(self) -> Measure:
        """Read it through."""
        return await asyncio.to_thread(_measure, self._path)

    async def read(self) -> AsyncIterator[bytes]:
        """Give its bytes."""
        file = await asyncio.to_thread(self._path.open, "rb")
        try:
            while chunk := await asyncio.to_thread(file.read, CHUNK):
                yield chunk
        finally:
            file.close()


class DiskScratch:
    """Makes room in one folder; what a crash leaves there may be deleted at any time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @asynccontextmanager
    async def file(self) -> AsyncIterator[DiskFile]:
        """Make an empty file; it is deleted at the end of the block, whatever happens."""
        path = await asyncio.to_thread(self._room)
        try:
            yield DiskFile(path)
        finally:
            path.unlink(missing_ok=True)

    def _room(self) -> Path:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / uuid4().hex
        path.touch(mode=0o600)
        return path


def _measure(path: Path) -> Measure:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    return Measure(size=path.stat().st_size, sha256=digest.digest())
