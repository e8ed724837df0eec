"""LGPD, article 16: when a company's data are erased, what was sealed for it is nobody's to read, copies included."""

import asyncpg
import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from application.ports.data_keys import DataKeys
from application.ports.secrets import DataKeyLostError, SecretBox, SecretUnreadableError
from application.ports.webhook_routes import WebhookRoutes
from application.shared.master_key import parse_master_key
from tests.integration.keys.site import OLD, SECRETS, Site, add_company, read_secrets

SEALED = """
SELECT access_token_sealed AS sealed, id, 'access_token' AS name FROM whatsapp_configs UNION ALL
SELECT app_secret_sealed, id, 'app_secret' FROM whatsapp_configs UNION ALL
SELECT verify_token_sealed, id, 'verify_token' FROM whatsapp_configs
"""


async def test_after_its_keys_are_destroyed_nothing_sealed_for_a_company_opens(site: Site, database_url: str) -> None:
    owner = await asyncpg.connect(database_url)
    async with site.process(OLD) as process:
        tenant_id = await add_company(process, "gone")
        sealed = await owner.fetch(SEALED)
        await add_company(process, "stays")
        other = await process.get(SecretBox)
        totp = await other.seal("JBSWY3DPEHPK3PXP", tenant_id=tenant_id, place="users/1/totp")
        destroyer: DataKeys = await process.get(DataKeys)

        await destroyer.destroy(tenant_id)

        box: SecretBox = await process.get(SecretBox)
        for row in sealed:
            with pytest.raises(DataKeyLostError):
                await box.open(row["sealed"], tenant_id=tenant_id, place=f"whatsapp_configs/{row['id']}/{row['name']}")
        with pytest.raises(DataKeyLostError):
            await box.open(totp, tenant_id=tenant_id, place="users/1/totp")
        with pytest.raises(DataKeyLostError):
            await read_secrets(process, "gone")
        routes: WebhookRoutes = await process.get(WebhookRoutes)
        with pytest.raises(DataKeyLostError):
            await routes.by_phone_number_ids(("gone",))
        assert await read_secrets(process, "stays") == list(SECRETS.values())

    assert len(sealed) == 3
    assert await owner.fetchval("SELECT count(*) FROM platform.data_keys WHERE tenant_id = $1", tenant_id) == 0
    for row in sealed:
        bound = row["sealed"][:5] + tenant_id.bytes + f"whatsapp_configs/{row['id']}/{row['name']}".encode()
        with pytest.raises(InvalidTag):  # the master key by itself is of no use
            AESGCM(parse_master_key(OLD)).decrypt(row["sealed"][5:17], row["sealed"][17:], bound)
    await owner.close()


async def test_a_new_process_cannot_read_them_either_nor_when_the_company_has_a_key_again(site: Site) -> None:
    async with site.process(OLD) as process:
        tenant_id = await add_company(process, "gone")
        await (await process.get(DataKeys)).destroy(tenant_id)

    async with site.process(OLD) as process:
        with pytest.raises(DataKeyLostError):
            await read_secrets(process, "gone")
        box: SecretBox = await process.get(SecretBox)
        await box.seal("something new", tenant_id=tenant_id, place="users/1/totp")
        with pytest.raises(SecretUnreadableError):
            await read_secrets(process, "gone")
