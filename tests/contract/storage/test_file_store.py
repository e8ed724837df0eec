"""FileStore: a folder, and buckets as obstore has them in memory and in a folder; all keep the same promises."""

import hashlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from obstore.store import LocalStore, MemoryStore, S3Store

from adapters.storage.bucket import BucketStore
from adapters.storage.folder import INCOMING, FolderStore
from adapters.storage.scratch import DiskScratch
from application.ports.file_store import FileMissingError, FileStore, StoreUnavailableError
from application.ports.scratch import TooLongError
from domain.media.keys import storage_key, thumbnail_key
from domain.shared.ids import TenantId

BODY = bytes(range(256)) * 3_000
STORES: dict[str, Callable[[Path], FileStore]] = {
    "folder": FolderStore,
    "bucket in memory": lambda _: BucketStore(MemoryStore()),
    "bucket in a folder": lambda folder: BucketStore(LocalStore(folder)),
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FileStore:
    """Each of them, empty."""
    return STORES[request.param](tmp_path)


async def pieces(body: bytes = BODY, *, size: int = 10_000) -> AsyncIterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


async def whole(store: FileStore, key: str, *, start: int = 0, end: int | None = None) -> bytes:
    return b"".join([chunk async for chunk in store.read(key, start=start, end=end)])


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def a_key(tenant: UUID | None = None, body: bytes = BODY) -> str:
    return storage_key(TenantId(tenant or uuid4()), hashlib.sha256(body).digest())


async def test_file_comes_back_as_it_was(store: FileStore) -> None:
    key = a_key()
    await store.put(key, pieces())
    await store.put(key, pieces())

    assert await whole(store, key) == BODY


async def test_parts_can_be_read(store: FileStore) -> None:
    key = a_key()
    await store.put(key, pieces())

    assert await whole(store, key, start=5, end=300_000) == BODY[5:300_000]
    assert await whole(store, key, start=len(BODY) - 3) == BODY[-3:]


async def test_deleted_file_is_missing_and_may_be_deleted_again(store: FileStore) -> None:
    key = a_key()
    await store.put(key, pieces())
    await store.delete([key])
    await store.delete([key])

    with pytest.raises(FileMissingError):
        await whole(store, key)


async def test_half_a_file_is_no_file(store: FileStore, tmp_path: Path) -> None:
    key = a_key()

    async def breaking() -> AsyncIterator[bytes]:
        yield BODY
        raise ConnectionResetError

    with pytest.raises((ConnectionResetError, StoreUnavailableError)):
        await store.put(key, breaking())

    with pytest.raises(FileMissingError):
        await whole(store, key)
    assert not list((tmp_path / INCOMING).glob("*"))


async def test_pages_give_what_is_old_of_one_tenant(store: FileStore) -> None:
    ours, now = uuid4(), datetime.now(UTC)
    mine = {a_key(ours), thumbnail_key(a_key(ours)), a_key(ours, b"another")}
    for key in (*mine, a_key()):
        await store.put(key, pieces())

    later = [key async for page in store.pages(TenantId(ours), before=now + timedelta(hours=1)) for key in page]
    before = [key async for page in store.pages(TenantId(ours), before=now - timedelta(hours=1)) for key in page]

    assert (set(later), before) == (mine, [])


async def test_erasing_takes_one_tenants_files_only(store: FileStore) -> None:
    ours, theirs = uuid4(), a_key()
    for key in (a_key(ours), thumbnail_key(a_key(ours)), theirs):
        await store.put(key, pieces())

    assert await store.erase(TenantId(ours)) == 2
    assert await store.erase(TenantId(ours)) == 0
    assert await whole(store, theirs) == BODY


@pytest.mark.parametrize(
    "key", ["../../etc/passwd", "/etc/passwd", "a/b", f"{UUID(int=1)}/../x", f"{a_key(UUID(int=1))}/.."]
)
async def test_only_keys_of_ours_name_a_file(store: FileStore, key: str) -> None:
    with pytest.raises(ValueError, match="no key"):
        await store.put(key, pieces())
    with pytest.raises(ValueError, match="no key"):
        await whole(store, key)


async def test_only_a_bucket_that_can_sign_has_addresses(store: FileStore) -> None:
    bucket = BucketStore(
        S3Store("files", config={"region": "us-east-1", "access_key_id": "AK", "secret_access_key": "SK"})
    )
    key = a_key()

    assert await store.signed_url(key, seconds=60) is None
    assert key in str(await bucket.signed_url(key, seconds=60))


async def test_full_or_broken_disk_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "root").write_text("a file where a folder should be")

    with pytest.raises(StoreUnavailableError):
        await FolderStore(tmp_path / "root").put(a_key(), pieces())


async def test_scratch_file_is_measured_read_and_gone(tmp_path: Path) -> None:
    async with DiskScratch(tmp_path).file() as file:
        filled = await file.fill(pieces(), limit=len(BODY))
        again = b"".join([chunk async for chunk in file.read()])

        assert filled == await file.measure()
        assert (filled.size, filled.sha256, again) == (len(BODY), hashlib.sha256(BODY).digest(), BODY)
    assert not names_in(tmp_path)


async def test_scratch_file_takes_no_byte_too_many(tmp_path: Path) -> None:
    with pytest.raises(TooLongError):
        async with DiskScratch(tmp_path).file() as file:
            await file.fill(pieces(), limit=len(BODY) - 1)
    assert not names_in(tmp_path)
