import asyncio
from uuid import UUID

import pytest

from adapters.crypto import data_keys as data_keys_module
from application.ports.data_keys import WrappedKey
from application.ports.secrets import DataKeyLostError, SecretUnreadableError
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from tests.unit.crypto.kept_keys import MASTER, OTHER_MASTER, OTHER_TENANT, TENANT, KeptKeys, box, box_on, data_keys

PLACE = "users/1/totp"


@pytest.fixture
def store() -> KeptKeys:
    return KeptKeys()


async def test_a_hot_path_asks_nobody(store: KeptKeys):
    sealing = box(store)
    sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)
    asked = store.asked

    for _ in range(100):
        await sealing.open(sealed, tenant_id=TENANT, place=PLACE)
        await sealing.seal("s", tenant_id=TENANT, place=PLACE)

    assert store.asked == asked


async def test_a_key_is_asked_for_again_after_a_while(store: KeptKeys, monkeypatch: pytest.MonkeyPatch):
    now = 1000.0
    monkeypatch.setattr(data_keys_module, "monotonic", lambda: now)
    sealing = box(store)
    sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)
    await store.remove(TENANT)

    assert await sealing.open(sealed, tenant_id=TENANT, place=PLACE) == "s"
    now += data_keys_module.KNOWN_SECONDS
    with pytest.raises(DataKeyLostError):
        await sealing.open(sealed, tenant_id=TENANT, place=PLACE)


async def test_memory_is_bounded(store: KeptKeys, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(data_keys_module, "REMEMBERED", 10)
    keys = data_keys(store)

    for number in range(100):
        await keys.newest(TenantId(UUID(int=number)))

    assert len(keys._cache) <= 10


async def test_of_many_processes_that_seal_first_one_makes_the_key(store: KeptKeys):
    boxes = [box(store) for _ in range(10)]

    sealed = await asyncio.gather(*(one.seal("s", tenant_id=TENANT, place=PLACE) for one in boxes))

    assert len(store.rows) == 1
    assert {await boxes[0].open(secret, tenant_id=TENANT, place=PLACE) for secret in sealed} == {"s"}


async def test_the_key_of_the_highest_number_seals_and_the_others_open(store: KeptKeys):
    old = box(store)
    sealed = await old.seal("s", tenant_id=TENANT, place=PLACE)
    await add_key(store, number=2)

    fresh = box(store)
    anew = await fresh.seal("t", tenant_id=TENANT, place=PLACE)

    assert anew[1:5] == (2).to_bytes(4, "big")
    assert await fresh.open(sealed, tenant_id=TENANT, place=PLACE) == "s"
    assert await old.open(anew, tenant_id=TENANT, place=PLACE) == "t"


class TestDestroyed:
    async def test_nothing_of_the_tenant_opens_any_more(self, store: KeptKeys):
        keys = data_keys(store)
        sealing = box_on(keys)
        sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)
        others = await sealing.seal("theirs", tenant_id=OTHER_TENANT, place=PLACE)

        await keys.destroy(TENANT)

        with pytest.raises(DataKeyLostError):
            await sealing.open(sealed, tenant_id=TENANT, place=PLACE)
        assert await sealing.open(others, tenant_id=OTHER_TENANT, place=PLACE) == "theirs"

    async def test_not_even_after_the_tenant_seals_something_new(self, store: KeptKeys):
        keys = data_keys(store)
        sealing = box_on(keys)
        sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)
        await keys.destroy(TENANT)

        await sealing.seal("new", tenant_id=TENANT, place=PLACE)

        with pytest.raises(SecretUnreadableError):
            await sealing.open(sealed, tenant_id=TENANT, place=PLACE)

    async def test_the_platforms_own_are_never_destroyed(self, store: KeptKeys):
        with pytest.raises(ValueError, match="never destroyed"):
            await data_keys(store).destroy(PLATFORM)


class TestRewrapping:
    async def test_every_key_is_wrapped_anew_once(self, store: KeptKeys):
        before = data_keys(store)
        for number in range(7):
            await before.newest(TenantId(UUID(int=number)))

        rotated = data_keys(store, OTHER_MASTER, MASTER)
        first = await rotated.rewrap(None, limit=5)
        second = await rotated.rewrap(first.last, limit=5)
        again = await rotated.rewrap(None, limit=100)

        assert (first.seen, first.rewrapped, second.seen, second.rewrapped) == (5, 5, 2, 2)
        assert second.last is None
        assert (again.seen, again.rewrapped) == (7, 0)

    async def test_what_was_sealed_opens_with_the_new_key_alone_and_not_with_the_old(self, store: KeptKeys):
        sealed = await box(store).seal("s", tenant_id=TENANT, place=PLACE)

        await data_keys(store, OTHER_MASTER, MASTER).rewrap(None, limit=10)

        assert await box(store, OTHER_MASTER).open(sealed, tenant_id=TENANT, place=PLACE) == "s"
        with pytest.raises(SecretUnreadableError):
            await box(store, MASTER).open(sealed, tenant_id=TENANT, place=PLACE)

    async def test_a_key_that_does_not_open_is_named_and_left_alone(self, store: KeptKeys):
        await data_keys(store, bytes(32)).newest(OTHER_TENANT)
        await data_keys(store).newest(TENANT)
        strange = store.rows[OTHER_TENANT, 1]

        step = await data_keys(store, OTHER_MASTER, MASTER).rewrap(None, limit=10)

        assert (step.rewrapped, step.unreadable) == (1, (OTHER_TENANT,))
        assert store.rows[OTHER_TENANT, 1] == strange

    async def test_a_key_that_was_destroyed_meanwhile_stays_so(self, store: KeptKeys):
        await data_keys(store).newest(TENANT)
        keys = data_keys(store, OTHER_MASTER, MASTER)
        read = await store.after(None, limit=10)
        await store.remove(TENANT)

        assert await keys._rewrap(read[0]) is False
        assert store.rows == {}


async def add_key(store: KeptKeys, *, number: int) -> None:
    wrapped = data_keys(store)._master.wrap(bytes(32), tenant_id=TENANT, number=number)
    await store.add(WrappedKey(tenant_id=TENANT, number=number, wrapped=wrapped))
