"""Processes of one installation that may run with different master keys, and what a company entrusts to them."""

import base64
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from dishka import AsyncContainer

from application.ports.directory import Directory
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.whatsapp.add_config import AddConfig, AddConfigHandler
from application.whatsapp.credentials import credentials_of
from domain.shared.ids import TenantId, WhatsAppConfigId
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

OLD = base64.b64encode(b"o" * 32).decode()
NEW = base64.b64encode(b"n" * 32).decode()

SECRETS = {
    "access token": "EAAB-a-token-of-metas-app",
    "app secret": "0123-a-secret-of-metas-app",
    "verify token": "a-word-that-meta-repeats",
}


class Site:
    """Makes processes that rest on the same servers."""

    def __init__(self, *, database_url: str, redis_url: str) -> None:
        self._servers = {"DATABASE_URL": database_url, "REDIS_URL": redis_url}

    @asynccontextmanager
    async def process(self, master: str, *previous: str) -> AsyncIterator[AsyncContainer]:
        """Start one with a master key, and previous ones."""
        keys = {"PYTAKE_MASTER_KEY": master, "PYTAKE_PREVIOUS_MASTER_KEYS": ",".join(previous)}
        container = make_container(read_settings({**self._servers, **keys}))
        yield container
        await container.close()


async def add_company(process: AsyncContainer, slug: str) -> TenantId:
    """Make a company with a number; the number's id at Meta is the slug."""
    create = await process.get(CreateTenantHandler)
    tenant_id = await create(CreateTenant(name=slug, slug=slug))
    add = await process.get(AddConfigHandler)
    await add.add(
        tenant_id,
        AddConfig(
            name=slug,
            phone_number="+55 11 95555-0100",
            phone_number_id=slug,
            business_account_id="900",
            access_token=SECRETS["access token"],
            app_secret=SECRETS["app secret"],
            webhook_verify_token=SECRETS["verify token"],
        ),
    )
    return tenant_id


async def read_secrets(process: AsyncContainer, slug: str) -> list[str]:
    """Open what a company entrusted, as sending does."""
    directory: Directory = await process.get(Directory)
    uow: UnitOfWork = await process.get(UnitOfWork)
    box: SecretBox = await process.get(SecretBox)
    tenant = await directory.tenant(slug)
    assert tenant is not None
    async with uow(tenant.id) as tx:
        [config] = await tx.whatsapp_configs.all()
    found = await credentials_of(config, tenant_id=tenant.id, secrets=box)
    return [found.access_token, *found.app_secrets, found.verify_token]


async def config_of(process: AsyncContainer, tenant_id: TenantId) -> WhatsAppConfigId:
    """Give the company's one number."""
    uow: UnitOfWork = await process.get(UnitOfWork)
    async with uow(tenant_id) as tx:
        [config] = await tx.whatsapp_configs.all()
    return config.id
