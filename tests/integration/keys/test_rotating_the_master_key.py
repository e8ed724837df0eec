"""The master key is replaced while everything runs; afterwards the old one opens nothing that is stored."""

import asyncio
import hashlib
import os

import asyncpg
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from dishka import AsyncContainer

from application.keys.rotate_master_key import MasterKeyProgress, RotateMasterKey
from application.ports.data_keys import OldSecrets
from application.ports.secrets import SecretBox, SecretUnreadableError
from application.ports.tokens import Tokens
from application.ports.webhook_routes import WebhookRoutes
from application.shared.master_key import parse_master_key
from application.whatsapp.renew_config import RenewConfig, RenewConfigHandler
from application.whatsapp.reseal_configs import ResealConfigs
from domain.audit.actions import AuditAction
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from tests.integration.keys.site import NEW, OLD, SECRETS, Site, add_company, config_of, read_secrets

COMPANIES = 12


async def rotate(process: AsyncContainer) -> MasterKeyProgress:
    rotation = await process.get(RotateMasterKey)
    return [progress async for progress in rotation()][-1]


async def seal_in_version_1(owner: asyncpg.Connection, tenant_id: TenantId, config_id: object) -> None:
    """Put back what PyTake stored before there were data keys."""
    columns = {"access_token": "access token", "app_secret": "app secret", "verify_token": "verify token"}
    sealed = {
        column: sealed_in_version_1(SECRETS[name], f"{tenant_id}/whatsapp_configs/{config_id}/{column}")
        for column, name in columns.items()
    }
    await owner.execute(
        "UPDATE whatsapp_configs SET access_token_sealed = $2, app_secret_sealed = $3, verify_token_sealed = $4 "
        "WHERE id = $1",
        config_id,
        *sealed.values(),
    )
    await owner.execute(
        "UPDATE platform.webhook_routes SET app_secret_sealed = $2, verify_token_sealed = $3 WHERE config_id = $1",
        config_id,
        sealed["app_secret"],
        sealed["verify_token"],
    )


def sealed_in_version_1(secret: str, place: str) -> bytes:
    key, nonce = parse_master_key(OLD), os.urandom(12)
    header = b"\x01" + id_of(key)
    return header + nonce + AESGCM(key).encrypt(nonce, secret.encode(), header + place.encode())


async def test_nothing_fails_while_it_rotates_and_the_old_key_is_needed_no_more(site: Site, database_url: str) -> None:
    slugs = [f"company-{number}" for number in range(COMPANIES)]
    async with site.process(OLD) as before:
        await before.get(Tokens)  # makes the first signing key
        tenants = [await add_company(before, slug) for slug in slugs]
        configs = [await config_of(before, tenant_id) for tenant_id in tenants]
    owner = await asyncpg.connect(database_url)
    for tenant_id, config_id in list(zip(tenants, configs, strict=True))[: COMPANIES // 2]:
        await seal_in_version_1(owner, tenant_id, config_id)
        await owner.execute("DELETE FROM platform.data_keys WHERE tenant_id = $1", tenant_id)

    async with site.process(NEW, OLD) as rotating, site.process(OLD, NEW) as behind, site.process(NEW, OLD) as ahead:
        begun, rotated = asyncio.Semaphore(0), asyncio.Event()
        readers = [asyncio.create_task(_read_on(process, slugs, begun, rotated)) for process in (behind, ahead) * 2]
        for _ in readers:
            await begun.acquire()
        done = await rotate(rotating)
        rotated.set()
        await asyncio.gather(*readers)

    assert done.unreadable == ()
    assert done.resealed == COMPANIES // 2 * 3
    assert done.rewrapped == COMPANIES // 2 + 1, "the platform's too; those of version 1 get a first one"
    async with site.process(NEW) as after:
        assert [await read_secrets(after, slug) for slug in slugs] == [list(SECRETS.values())] * COMPANIES
        routes: WebhookRoutes = await after.get(WebhookRoutes)
        assert {route.app_secrets for route in await routes.by_phone_number_ids(tuple(slugs))} == {
            (SECRETS["app secret"],)
        }
        await after.get(Tokens)
    assert await opened_by(OLD, owner) == []
    assert len(await opened_by(NEW, owner)) == COMPANIES + 1
    assert await named_anywhere(OLD, owner) == []
    assert await named_anywhere(NEW, owner) == ["platform.data_keys.wrapped"]
    await owner.close()


async def _read_on(process: AsyncContainer, slugs: list[str], begun: asyncio.Semaphore, rotated: asyncio.Event) -> None:
    """Read everything again and again with nothing remembered, and once more afterwards; any failure ends the test."""
    box: SecretBox = await process.get(SecretBox)
    is_last = False
    while not is_last:
        is_last = rotated.is_set()
        for slug in slugs:
            box._keys._cache.clear()
            assert await read_secrets(process, slug) == list(SECRETS.values())
        begun.release()


async def opened_by(master: str, owner: asyncpg.Connection) -> list[object]:
    """Give the tenants whose stored bytes this master key decrypts, whatever form they claim to have."""
    cipher = AESGCM(parse_master_key(master))
    opened: list[object] = []
    for row in await owner.fetch("SELECT tenant_id, number, wrapped FROM platform.data_keys"):
        header = row["wrapped"][:5]
        bound = b"data key\x00" + header + row["tenant_id"].bytes + row["number"].to_bytes(4, "big")
        opened += [row["tenant_id"]] if _decrypts(cipher, row["wrapped"], bound) else []
    for row in await owner.fetch("SELECT tenant_id, id, access_token_sealed AS sealed FROM whatsapp_configs"):
        bound = row["sealed"][:5] + f"{row['tenant_id']}/whatsapp_configs/{row['id']}/access_token".encode()
        opened += [row["tenant_id"]] if _decrypts(cipher, row["sealed"], bound) else []
    for row in await owner.fetch("SELECT kid, private_key_sealed AS sealed FROM platform.signing_keys"):
        bound = row["sealed"][:5] + f"platform/signing_keys/{row['kid']}/private_key".encode()
        opened += [row["kid"]] if _decrypts(cipher, row["sealed"], bound) else []
    return opened


async def named_anywhere(master: str, owner: asyncpg.Connection) -> list[str]:
    """Give the columns, of all tables that there are, in which some value says that this master key sealed it."""
    columns = await owner.fetch(
        "SELECT table_schema || '.' || table_name AS name, column_name FROM information_schema.columns "
        "WHERE data_type = 'bytea' AND table_schema NOT IN ('pg_catalog', 'information_schema')"
    )
    ask = "SELECT EXISTS (SELECT FROM {name} WHERE substring({column_name} FROM 2 FOR 4) = $1)"
    return [
        f"{column['name']}.{column['column_name']}"
        for column in columns
        if await owner.fetchval(ask.format(**column), id_of(parse_master_key(master)))
    ]


def id_of(key: bytes) -> bytes:
    return hashlib.sha256(b"pytake master key id\x00" + key).digest()[:4]


def _decrypts(cipher: AESGCM, sealed: bytes, bound: bytes) -> bool:
    try:
        cipher.decrypt(sealed[5:17], sealed[17:], bound)
    except InvalidTag:
        return False
    return True


async def test_it_is_idempotent(site: Site) -> None:
    async with site.process(OLD) as before:
        await add_company(before, "aurora")

    async with site.process(NEW, OLD) as process:
        first, second = await rotate(process), await rotate(process)

    assert (first.rewrapped, second.rewrapped, second.resealed) == (1, 0, 0)


async def test_it_is_audited_as_the_platforms_own(site: Site, database_url: str) -> None:
    async with site.process(NEW, OLD) as process:
        await rotate(process)

    owner = await asyncpg.connect(database_url)
    audited = await owner.fetchrow("SELECT tenant_id, action, actor_kind FROM audit_log")
    await owner.close()
    assert audited is not None
    assert tuple(audited) == (PLATFORM, AuditAction.MASTER_KEY_ROTATED.value, "operator")


async def test_a_key_that_opens_with_none_of_them_is_named(site: Site) -> None:
    async with site.process(OLD) as before:
        tenant_id = await add_company(before, "aurora")

    async with site.process(NEW) as process:
        done = await rotate(process)

    assert done.unreadable == (tenant_id,)


async def test_a_signing_key_of_version_1_is_sealed_anew(site: Site, database_url: str) -> None:
    owner = await asyncpg.connect(database_url)
    async with site.process(OLD) as before:
        await before.get(Tokens)
    await owner.execute("UPDATE platform.signing_keys SET kid = 'k', private_key_sealed = $1", b"")
    pem = "-----BEGIN PRIVATE KEY-----"
    sealed = sealed_in_version_1(pem, "platform/signing_keys/k/private_key")
    await owner.execute("UPDATE platform.signing_keys SET private_key_sealed = $1", sealed)

    async with site.process(NEW, OLD) as process:
        assert (await rotate(process)).resealed == 1

    async with site.process(NEW) as process:
        box: SecretBox = await process.get(SecretBox)
        sealed = await owner.fetchval("SELECT private_key_sealed FROM platform.signing_keys")
        assert await box.open(sealed, tenant_id=PLATFORM, place="signing_keys/k/private_key") == pem
    await owner.close()


async def test_a_secret_entered_meanwhile_is_kept(site: Site, database_url: str) -> None:
    """Somebody renews the token between our reading the config and our writing it."""
    owner = await asyncpg.connect(database_url)
    async with site.process(OLD) as process:
        tenant_id = await add_company(process, "aurora")
        config_id = await config_of(process, tenant_id)
        await seal_in_version_1(owner, tenant_id, config_id)
        renew = await process.get(RenewConfigHandler)
        reseal = await process.get(OldSecrets)
        assert isinstance(reseal, ResealConfigs)
        open_secret, renewals = reseal._secrets.open, []

        async def renewing(*arguments: object, **places: object) -> str:
            if not renewals:
                renewals.append(1)
                await renew.renew(tenant_id, config_id, RenewConfig(access_token="EAAB-entered-anew"))
            return await open_secret(*arguments, **places)

        reseal._secrets = _Opening(reseal._secrets, renewing)
        assert sum([count async for count in reseal.reseal()]) == 2

        assert await read_secrets(process, "aurora") == ["EAAB-entered-anew", *list(SECRETS.values())[1:]]
    await owner.close()


class _Opening:
    """A box whose `open` is another function."""

    def __init__(self, box: SecretBox, opened: object) -> None:
        self.seal, self.needs_reseal, self.open = box.seal, box.needs_reseal, opened


async def test_without_the_previous_key_old_secrets_stop_it_with_their_name(site: Site, database_url: str) -> None:
    owner = await asyncpg.connect(database_url)
    async with site.process(OLD) as before:
        tenant_id = await add_company(before, "aurora")
        await seal_in_version_1(owner, tenant_id, await config_of(before, tenant_id))
    await owner.close()

    async with site.process(NEW) as process:
        with pytest.raises(SecretUnreadableError, match="master key"):
            await rotate(process)
