from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.crypto.master_keys import MasterKeys
from application.ports.secrets import SecretUnreadableError
from application.shared.master_key import MasterKeyInvalidError
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from tests.unit.crypto.kept_keys import MASTER, OTHER_MASTER, OTHER_TENANT, TENANT, KeptKeys, box

DATA_KEY = bytes(range(100, 132))


def wrapped(master: bytes = MASTER) -> bytes:
    return MasterKeys(master).wrap(DATA_KEY, tenant_id=TENANT, number=1)


def test_a_wrapped_key_opens_as_its_tenants_of_its_number():
    assert MasterKeys(MASTER).unwrap(wrapped(), tenant_id=TENANT, number=1) == DATA_KEY


@pytest.mark.parametrize(("tenant_id", "number"), [(OTHER_TENANT, 1), (PLATFORM, 1), (TENANT, 2)])
def test_it_opens_as_nobody_elses(tenant_id: TenantId, number: int):
    with pytest.raises(SecretUnreadableError):
        MasterKeys(MASTER).unwrap(wrapped(), tenant_id=tenant_id, number=number)


def test_another_master_key_does_not_open_it():
    with pytest.raises(SecretUnreadableError, match="not known here"):
        MasterKeys(OTHER_MASTER).unwrap(wrapped(), tenant_id=TENANT, number=1)


def test_a_previous_master_key_opens_and_is_not_the_current_one():
    keys = MasterKeys(OTHER_MASTER, (MASTER,))

    assert keys.unwrap(wrapped(), tenant_id=TENANT, number=1) == DATA_KEY
    assert not keys.is_current(wrapped())
    assert keys.is_current(wrapped(OTHER_MASTER))


def test_every_changed_byte_and_every_cut_is_noticed():
    whole, keys = wrapped(), MasterKeys(MASTER)
    changed = [whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :] for at in range(len(whole)) for bit in (1, 128)]

    for damaged in [*changed, *(whole[:length] for length in range(len(whole))), whole + b"\0"]:
        with pytest.raises(SecretUnreadableError):
            keys.unwrap(damaged, tenant_id=TENANT, number=1)


def test_a_wrapped_key_is_no_secret_of_version_1_and_the_other_way_round():
    keys = MasterKeys(MASTER)

    with pytest.raises(SecretUnreadableError):
        keys.open_direct(wrapped(), place=f"{TENANT}/x")
    with pytest.raises(SecretUnreadableError):
        keys.unwrap(sealed_in_version_1("x", f"{TENANT}/x"), tenant_id=TENANT, number=1)


@pytest.mark.parametrize("key", [b"", b"short", bytes(33)])
def test_a_key_of_another_length_is_refused(key: bytes):
    with pytest.raises(MasterKeyInvalidError):
        MasterKeys(key)
    with pytest.raises(MasterKeyInvalidError):
        MasterKeys(MASTER, (key,))


class TestSecretsOfVersion1:
    """What was sealed by the master key itself opens with today's box."""

    async def test_a_tenants_secret_opens_in_its_place(self):
        place = "whatsapp_configs/5/access_token"
        sealed = sealed_in_version_1("EAA…", f"{TENANT}/{place}")

        assert await box(KeptKeys()).open(sealed, tenant_id=TENANT, place=place) == "EAA…"

    async def test_the_platforms_own_opens_too(self):
        sealed = sealed_in_version_1("-----BEGIN", "platform/signing_keys/k/private_key")

        assert (
            await box(KeptKeys()).open(sealed, tenant_id=PLATFORM, place="signing_keys/k/private_key") == "-----BEGIN"
        )

    async def test_what_that_code_stored_opens(self):
        """Written by the code of that time, with the master key 00 01 … 1f."""
        token = bytes.fromhex("017209ecfaa32c929ac10c2c270b6321718e25673bf3e2760a96cb32b54e851d9ecc1cd1d7549dae30")
        pem = bytes.fromhex("017209ecfadc8284f3610b41aa16af97cb1d75b68a59790d0a7551ee716f498a3021d67f07d55808610eac")
        today = box(KeptKeys())

        assert await today.open(token, tenant_id=TENANT, place="whatsapp_configs/5/access_token") == "EAAtoken"
        assert await today.open(pem, tenant_id=PLATFORM, place="signing_keys/k/private_key") == "-----BEGIN"

    async def test_a_previous_master_key_is_enough(self):
        sealed = sealed_in_version_1("s", f"{TENANT}/p")

        assert await box(KeptKeys(), OTHER_MASTER, MASTER).open(sealed, tenant_id=TENANT, place="p") == "s"

    @pytest.mark.parametrize(("tenant_id", "place"), [(OTHER_TENANT, "p"), (PLATFORM, "p"), (TENANT, "q")])
    async def test_elsewhere_it_does_not_open(self, tenant_id: TenantId, place: str):
        with pytest.raises(SecretUnreadableError):
            await box(KeptKeys()).open(sealed_in_version_1("s", f"{TENANT}/p"), tenant_id=tenant_id, place=place)

    async def test_it_is_known_for_what_it_is(self):
        today = box(KeptKeys())

        assert today.needs_reseal(sealed_in_version_1("s", "p"))
        assert not today.needs_reseal(await today.seal("s", tenant_id=TENANT, place="p"))


def sealed_in_version_1(secret: str, place: str, *, master: bytes = MASTER) -> bytes:
    """Seal as PyTake 0001 did: `1 · key id · nonce · ciphertext`, the place as associated data."""
    header = b"\x01" + MasterKeys(master).wrap(b"", tenant_id=TenantId(UUID(int=1)), number=1)[1:5]
    nonce = bytes(range(12))
    return header + nonce + AESGCM(master).encrypt(nonce, secret.encode(), header + place.encode())
