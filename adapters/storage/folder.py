"""Files in a folder of this machine, or of a disk that all machines share."""

import asyncio
import errno
import os
import shutil
from collections.abc import AsyncIterable, AsyncIterator, Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from io import BufferedWriter
from itertools import islice
from pathlib import Path
from uuid import uuid4

from adapters.storage.keys import CHUNK, checked
from application.ports.file_store import FileMissingError, StoreUnavailableError
from domain.shared.ids import TenantId

INCOMING = ".incoming"
"""Where files are written until they are whole; on the same disk, so that moving them is one step."""
PAGE = 500


class FolderStore:
    """Keeps one folder a tenant. A file is written aside, flushed to the disk, and then moved to its name."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def put(self, key: str, chunks: AsyncIterable[bytes]) -> None:
        """Write a file; one that is there already is as if written now. Raises StoreUnavailableError."""
        target = self._path(key)
        with _translated():
            aside = await asyncio.to_thread(self._room)
            try:
                await _write(aside, chunks)
                await asyncio.to_thread(_move, aside, target)
            except BaseException:
                await asyncio.to_thread(aside.unlink, missing_ok=True)
                raise

    async def read(self, key: str, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Give its bytes. Raises FileMissingError before the first, StoreUnavailableError."""
        path = self._path(key)
        with _translated():
            file = await asyncio.to_thread(path.open, "rb")
            try:
                await asyncio.to_thread(file.seek, start)
                left = end - start if end is not None else None
                while left is None or left > 0:
                    chunk = await asyncio.to_thread(file.read, CHUNK if left is None else min(CHUNK, left))
                    if not chunk:
                        return
                    left = None if left is None else left - len(chunk)
                    yield chunk
            finally:
                file.close()

    async def delete(self, keys: Collection[str]) -> None:
        """Delete files; those that are not there are as good as deleted. Raises StoreUnavailableError."""
        paths = [self._path(key) for key in keys]
        with _translated():
            await asyncio.to_thread(_unlink, paths)

    async def pages(self, tenant_id: TenantId, *, before: datetime) -> AsyncIterator[list[str]]:
        """Give the keys of a tenant's files that were written before then. Raises StoreUnavailableError."""
        names = self._old_names(self._root / str(tenant_id), before=before.timestamp())
        while page := await asyncio.to_thread(_some, names):
            yield page

    async def erase(self, tenant_id: TenantId) -> int:
        """Delete everything of a tenant; say how many files. Raises StoreUnavailableError."""
        folder = self._root / str(tenant_id)
        with _translated():
            return await asyncio.to_thread(_erase, folder)

    async def signed_url(self, key: str, *, seconds: int) -> str | None:  # noqa: ARG002 - the port's
        """Give nothing: a folder has no address of its own."""
        return None

    def _path(self, key: str) -> Path:
        return self._root / checked(key)

    def _room(self) -> Path:
        folder = self._root / INCOMING
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder / uuid4().hex

    def _old_names(self, folder: Path, *, before: float) -> Iterator[str]:
        for path in folder.rglob("*"):
            with suppress(FileNotFoundError):
                if path.is_file() and path.stat().st_mtime < before:
                    yield path.relative_to(self._root).as_posix()


async def _write(path: Path, chunks: AsyncIterable[bytes]) -> None:
    file = await asyncio.to_thread(path.open, "xb")
    try:
        async for chunk in chunks:
            await asyncio.to_thread(file.write, chunk)
        await asyncio.to_thread(_settle, file)
    finally:
        await asyncio.to_thread(file.close)


def _settle(file: BufferedWriter) -> None:
    file.flush()
    os.fsync(file.fileno())


def _move(source: Path, target: Path) -> None:
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    source.replace(target)


def _unlink(paths: list[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _some(names: Iterator[str]) -> list[str]:
    return list(islice(names, PAGE))


def _erase(folder: Path) -> int:
    count = sum(1 for path in folder.rglob("*") if path.is_file())
    if folder.exists():
        shutil.rmtree(folder)
    return count


@contextmanager
def _translated() -> Iterator[None]:
    """Say what went wrong in the port's words: the one door for the disk's errors."""
    try:
        yield
    except FileNotFoundError as error:
        raise FileMissingError from error
    except OSError as error:
        raise StoreUnavailableError(f"The disk: {errno.errorcode.get(error.errno or 0, 'error')}.") from error
