"""Files in a bucket: Amazon's S3 and whatever speaks its protocol (MinIO, Ceph, R2), through obstore."""

from collections.abc import AsyncIterable, AsyncIterator, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import ObjectStore, S3Store

from adapters.storage.keys import CHUNK, checked
from application.ports.file_store import FileMissingError, StoreUnavailableError
from domain.shared.ids import TenantId

PAGE = 500
PART = 5 * 1024 * 1024
"""Amazon: the least that a part of an upload may have, but the last."""
PARTS_AT_ONCE = 2
"""So that an upload holds 10 MiB of memory and not sixty."""


class BucketStore:
    """Keeps files in one bucket, a prefix a tenant. An upload is seen whole or not at all, by S3's own promise.

    Parts of uploads that broke off cost money until a lifecycle rule of the bucket removes them.
    """

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def put(self, key: str, chunks: AsyncIterable[bytes]) -> None:
        """Write a file; one that is there already is as if written now. Raises StoreUnavailableError."""
        with _translated():
            await obstore.put_async(
                self._store, checked(key), aiter(chunks), chunk_size=PART, max_concurrency=PARTS_AT_ONCE
            )

    async def read(self, key: str, *, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """Give its bytes. Raises FileMissingError before the first, StoreUnavailableError."""
        with _translated():
            if end is None:
                result = await obstore.get_async(self._store, checked(key), options={"range": {"offset": start}})
            else:
                result = await obstore.get_async(self._store, checked(key), options={"range": (start, end)})
            async for chunk in result.stream(min_chunk_size=CHUNK):
                yield bytes(chunk)

    async def delete(self, keys: Collection[str]) -> None:
        """Delete files; those that are not there are as good as deleted. Raises StoreUnavailableError."""
        for key in keys:
            try:
                with _translated():
                    await obstore.delete_async(self._store, checked(key))
            except FileMissingError:
                continue

    async def pages(self, tenant_id: TenantId, *, before: datetime) -> AsyncIterator[list[str]]:
        """Give the keys of a tenant's files that were written before then. Raises StoreUnavailableError."""
        with _translated():
            async for page in obstore.list(self._store, prefix=f"{tenant_id}/", chunk_size=PAGE):
                yield [entry["path"] for entry in page if entry["last_modified"] < before]

    async def erase(self, tenant_id: TenantId) -> int:
        """Delete everything of a tenant; say how many files. Raises StoreUnavailableError."""
        count = 0
        with _translated():
            async for page in obstore.list(self._store, prefix=f"{tenant_id}/", chunk_size=PAGE):
                await obstore.delete_async(self._store, [entry["path"] for entry in page])
                count += len(page)
        return count

    async def signed_url(self, key: str, *, seconds: int) -> str | None:
        """Give an address at the bucket itself, where it can sign one. Raises StoreUnavailableError."""
        if not isinstance(self._store, S3Store):
            return None
        with _translated():
            return await obstore.sign_async(self._store, "GET", checked(key), timedelta(seconds=seconds))


@contextmanager
def _translated() -> Iterator[None]:
    """Say what went wrong in the port's words: the one door for obstore's errors, whose texts name the bucket."""
    try:
        yield
    except (NotFoundError, FileNotFoundError) as error:
        raise FileMissingError from error
    except (BaseError, OSError) as error:
        raise StoreUnavailableError(f"The file store: {type(error).__name__}.") from error
