import os
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.crypto.secret_box import NONCE_BYTES, EnvelopeSecretBox
from application.ports.data_keys import WrappedKey
from application.ports.secrets import DataKeyLostError, SecretUnreadableError
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from tests.unit.crypto.kept_keys import MASTER, OTHER_MASTER, OTHER_TENANT, TENANT, KeptKeys, box

PLACE = "whatsapp_configs/7/access_token"
ENCRYPTIONS = 1_000_000 if os.environ.get("PYTAKE_SOAK") == "1" else 100_000


@pytest.fixture
def store() -> KeptKeys:
    return KeptKeys()


@pytest.fixture
def sealing(store: KeptKeys) -> EnvelopeSecretBox:
    return box(store)


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")), st.uuids())
async def test_what_is_sealed_for_a_place_opens_there(secret: str, place: str, tenant: UUID):
    sealing, tenant_id = box(KeptKeys()), TenantId(tenant)

    sealed = await sealing.seal(secret, tenant_id=tenant_id, place=place)

    assert await sealing.open(sealed, tenant_id=tenant_id, place=place) == secret


@given(st.binary())
async def test_bytes_come_back_as_they_were(secret: bytes):
    sealing = box(KeptKeys())

    sealed = await sealing.seal(secret, tenant_id=TENANT, place=PLACE)

    assert await sealing.open_bytes(sealed, tenant_id=TENANT, place=PLACE) == secret


async def test_bytes_that_are_no_text_do_not_open_as_one(sealing: EnvelopeSecretBox):
    sealed = await sealing.seal(b"\xff", tenant_id=TENANT, place=PLACE)

    with pytest.raises(SecretUnreadableError):
        await sealing.open(sealed, tenant_id=TENANT, place=PLACE)


async def test_another_process_opens_it(store: KeptKeys, sealing: EnvelopeSecretBox):
    sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)

    assert await box(store).open(sealed, tenant_id=TENANT, place=PLACE) == "s"


@pytest.mark.parametrize(
    ("tenant_id", "place"),
    [
        pytest.param(OTHER_TENANT, PLACE, id="another tenant"),
        pytest.param(PLATFORM, PLACE, id="the platform"),
        pytest.param(TENANT, "whatsapp_configs/8/access_token", id="another row"),
        pytest.param(TENANT, "whatsapp_configs/7/app_secret", id="another column"),
        pytest.param(TENANT, "users/7/access_token", id="another table"),
    ],
)
async def test_elsewhere_it_does_not_open(sealing: EnvelopeSecretBox, tenant_id: TenantId, place: str):
    sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)
    await sealing.seal("so that the others have a key", tenant_id=tenant_id, place=place)

    with pytest.raises(SecretUnreadableError):
        await sealing.open(sealed, tenant_id=tenant_id, place=place)


async def test_each_tenant_has_a_key_of_its_own(store: KeptKeys, sealing: EnvelopeSecretBox):
    """A row of platform.data_keys that is put in the place of another does not open: it is bound to its tenant."""
    sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)
    await sealing.seal("s", tenant_id=OTHER_TENANT, place=PLACE)

    stolen = store.rows[OTHER_TENANT, 1].wrapped
    store.rows[TENANT, 1] = WrappedKey(tenant_id=TENANT, number=1, wrapped=stolen)

    with pytest.raises(SecretUnreadableError):
        await box(store).open(sealed, tenant_id=TENANT, place=PLACE)


async def test_another_master_key_opens_nothing(store: KeptKeys, sealing: EnvelopeSecretBox):
    sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)

    with pytest.raises(SecretUnreadableError):
        await box(store, OTHER_MASTER).open(sealed, tenant_id=TENANT, place=PLACE)
    assert await box(store, OTHER_MASTER, MASTER).open(sealed, tenant_id=TENANT, place=PLACE) == "s"


async def test_every_changed_byte_is_noticed(sealing: EnvelopeSecretBox):
    whole = await sealing.seal("a secret", tenant_id=TENANT, place=PLACE)

    for at in range(len(whole)):
        for change in (0x01, 0x80, 0xFF):
            damaged = whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :]
            with pytest.raises(SecretUnreadableError):
                await sealing.open(damaged, tenant_id=TENANT, place=PLACE)


async def test_every_cut_is_noticed(sealing: EnvelopeSecretBox):
    whole = await sealing.seal("a secret that is long enough to be cut off anywhere", tenant_id=TENANT, place=PLACE)

    for damaged in [*(whole[:length] for length in range(len(whole))), whole + b"\0", whole[1:]]:
        with pytest.raises(SecretUnreadableError):
            await sealing.open(damaged, tenant_id=TENANT, place=PLACE)


@given(st.binary(max_size=80))
async def test_rubbish_does_not_open(rubbish: bytes):
    with pytest.raises(SecretUnreadableError):
        await box(KeptKeys()).open(rubbish, tenant_id=TENANT, place=PLACE)


async def test_a_lost_data_key_is_named(store: KeptKeys, sealing: EnvelopeSecretBox):
    sealed = await sealing.seal("s", tenant_id=TENANT, place=PLACE)
    await store.remove(TENANT)

    with pytest.raises(DataKeyLostError, match=f"data key 1 of the tenant {TENANT}"):
        await box(store).open(sealed, tenant_id=TENANT, place=PLACE)


async def test_opening_makes_no_key(store: KeptKeys):
    with pytest.raises(DataKeyLostError):
        await box(store).open(b"\x02" + (1).to_bytes(4, "big") + bytes(40), tenant_id=TENANT, place=PLACE)

    assert store.rows == {}


async def test_no_nonce_is_used_twice(sealing: EnvelopeSecretBox):
    nonces = {(await sealing.seal("", tenant_id=TENANT, place=PLACE))[5 : 5 + NONCE_BYTES] for _ in range(ENCRYPTIONS)}

    assert len(nonces) == ENCRYPTIONS
