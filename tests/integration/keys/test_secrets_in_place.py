"""F29: what is stored opens in its own row and column of its own company, and lies nowhere readable."""

import base64
from itertools import permutations

import asyncpg
import pytest
from cryptography.hazmat.primitives import serialization
from dishka import AsyncContainer

from application.ports.secrets import SecretUnreadableError
from application.ports.signing_keys import SigningKeys
from application.ports.tokens import Tokens
from application.ports.webhook_routes import WebhookRoutes
from tests.integration.keys.site import OLD, SECRETS, Site, add_company, read_secrets
from tests.plaintext import found_in_database

COLUMNS = ("access_token_sealed", "app_secret_sealed", "verify_token_sealed")


async def signing_secrets(process: AsyncContainer) -> dict[str, str | bytes]:
    """Give the private signing key in the forms in which it could lie somewhere."""
    await process.get(Tokens)
    keys: SigningKeys = await process.get(SigningKeys)
    [key] = await keys.active()
    private = serialization.load_pem_private_key(key.private_key_pem.encode(), password=None)
    der = private.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return {"signing key": key.private_key_pem, "signing key's middle": key.private_key_pem[800:900], "as DER": der}


async def test_no_secret_lies_readable_in_any_table(site: Site, database_url: str) -> None:
    async with site.process(OLD) as process:
        for slug in ("one", "two"):
            await add_company(process, slug)
        secrets = {**SECRETS, **await signing_secrets(process), "master key": base64.b64decode(OLD)}

    assert await found_in_database(database_url, secrets) == []


@pytest.mark.parametrize(
    "written",
    [
        SECRETS["app secret"],
        SECRETS["app secret"].encode().hex(),
        base64.b64encode(SECRETS["app secret"].encode()).decode(),
    ],
    ids=["plain", "hex", "base64"],
)
async def test_one_that_does_would_be_found(site: Site, database_url: str, written: str) -> None:
    async with site.process(OLD) as process:
        await add_company(process, "one")
    owner = await asyncpg.connect(database_url)
    await owner.execute("UPDATE whatsapp_configs SET pause_reason = 'secret: ' || $1", written)
    await owner.execute("UPDATE platform.webhook_routes SET verify_token_sealed = $1", written.encode())
    await owner.close()

    found = await found_in_database(database_url, SECRETS)

    assert found == [
        "app secret in platform.webhook_routes.verify_token_sealed",
        "app secret in public.whatsapp_configs.pause_reason",
    ]


@pytest.mark.parametrize(("one", "other"), list(permutations(COLUMNS, 2)))
async def test_a_ciphertext_moved_to_another_column_does_not_open(
    site: Site, database_url: str, one: str, other: str
) -> None:
    async with site.process(OLD) as process:
        await add_company(process, "one")
        await change(database_url, f"UPDATE whatsapp_configs SET {one} = {other}")  # noqa: S608 - our own names

        with pytest.raises(SecretUnreadableError):
            await read_secrets(process, "one")


@pytest.mark.parametrize("column", COLUMNS)
async def test_a_ciphertext_moved_to_another_company_does_not_open(site: Site, database_url: str, column: str) -> None:
    async with site.process(OLD) as process:
        for slug in ("one", "two"):
            await add_company(process, slug)
        await change(
            database_url,
            f"UPDATE whatsapp_configs a SET {column} = b.{column} FROM whatsapp_configs b "  # noqa: S608 - our own names
            "WHERE a.phone_number_id = 'one' AND b.phone_number_id = 'two'",
        )

        with pytest.raises(SecretUnreadableError):
            await read_secrets(process, "one")
        assert await read_secrets(process, "two") == list(SECRETS.values())


async def test_a_company_whose_data_key_is_replaced_by_anothers_does_not_open(site: Site, database_url: str) -> None:
    async with site.process(OLD) as process:
        one, two = [await add_company(process, slug) for slug in ("one", "two")]
    await change(
        database_url,
        "UPDATE platform.data_keys a SET wrapped = b.wrapped FROM platform.data_keys b "
        "WHERE a.tenant_id = $1 AND b.tenant_id = $2",
        one,
        two,
    )

    async with site.process(OLD) as process:
        with pytest.raises(SecretUnreadableError):
            await read_secrets(process, "one")


async def test_a_route_that_is_pointed_at_another_company_does_not_open(site: Site, database_url: str) -> None:
    async with site.process(OLD) as process:
        await add_company(process, "one")
        two = await add_company(process, "two")
        await change(
            database_url, "UPDATE platform.webhook_routes SET tenant_id = $1 WHERE phone_number_id = 'one'", two
        )
        routes: WebhookRoutes = await process.get(WebhookRoutes)

        with pytest.raises(SecretUnreadableError):
            await routes.by_phone_number_ids(("one",))


@pytest.mark.parametrize("column", COLUMNS)
async def test_a_changed_byte_is_noticed(site: Site, database_url: str, column: str) -> None:
    async with site.process(OLD) as process:
        await add_company(process, "one")
        await change(
            database_url,
            f"UPDATE whatsapp_configs SET {column} = set_byte({column}, 20, get_byte({column}, 20) # 1)",  # noqa: S608
        )

        with pytest.raises(SecretUnreadableError):
            await read_secrets(process, "one")


async def change(owner_url: str, sql: str, *values: object) -> None:
    """Do what somebody does who may write to the database and has no key."""
    owner = await asyncpg.connect(owner_url)
    try:
        await owner.execute(sql, *values)
    finally:
        await owner.close()
