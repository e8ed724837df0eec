"""The application around one database, and the people and programs who call it."""

import base64
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from shutil import rmtree
from tempfile import mkdtemp
from typing import Self

import httpx
from dishka import AsyncContainer
from litestar import Litestar

from adapters.postgres.database import Database, Role
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.tokens import AccessClaims, Tokens
from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import TenantId
from entrypoints.http.app import create_app
from entrypoints.http.settings import HttpSettings
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings
from tests.accounts import Accounts
from tests.doubles import CheapPasswords
from tests.http.calls import APP_SECRET, VERIFY_TOKEN
from tests.http.conftest import UNLIMITED


class Site:
    """An application that is called without a socket, and ways around it."""

    def __init__(
        self, container: AsyncContainer, *, app: Litestar, platform: Database, owner_url: str, stack: AsyncExitStack
    ) -> None:
        self.container, self.app, self.platform, self.owner_url = container, app, platform, owner_url
        self.accounts = Accounts(platform)
        self._stack = stack
        self.tokens: Tokens
        self.uow: PostgresUnitOfWork

    async def ready(self) -> Self:
        """Take from the container what tests use of it."""
        self.tokens = await self.container.get(Tokens)
        self.uow = await self.container.get(UnitOfWork)
        return self

    async def bearer(self, claims: AccessClaims) -> dict[str, str]:
        """Give the header of somebody who is logged in with these claims."""
        await self.accounts.write(claims)
        return {"authorization": f"Bearer {self.tokens.issue(claims, now=datetime.now(UTC))}"}

    async def client(self, headers: Mapping[str, str]) -> httpx.AsyncClient:
        """Call the application, with these headers, in English."""
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app),
            base_url="http://pytake.test",
            headers={"accept-language": "en", **headers},
        )
        return await self._stack.enter_async_context(client)

    async def as_admin(self, tenant_id: TenantId) -> httpx.AsyncClient:
        """Call it as a new admin of a tenant."""
        return await self.client(await self.bearer(await self.accounts.a_session(tenant=tenant_id)))


@asynccontextmanager
async def site_around(
    app: Litestar, container: AsyncContainer, *, owner_url: str, platform: Database
) -> AsyncIterator[Site]:
    """Give the site of an application that is there already."""
    async with AsyncExitStack() as stack:
        yield await Site(container, app=app, platform=platform, owner_url=owner_url, stack=stack).ready()


@asynccontextmanager
async def site_of_its_own(*, owner_url: str, login_url: str, redis_url: str) -> AsyncIterator[Site]:
    """Make an application for a database that no other test has."""
    files = mkdtemp(prefix="pytake-files-")
    settings = read_settings(
        {
            "DATABASE_URL": login_url,
            "REDIS_URL": redis_url,
            "PYTAKE_MASTER_KEY": base64.b64encode(bytes(32)).decode(),
            "WHATSAPP_APP_SECRETS": APP_SECRET,
            "WHATSAPP_VERIFY_TOKEN": VERIFY_TOKEN,
            "WHATSAPP_BASE_URL": "http://127.0.0.1:9",
            "PYTAKE_FILES": f"file:{files}",
        }
    )
    container = make_container(settings, CheapPasswords())
    platform = await Database.open(login_url, role=Role.PLATFORM, min_size=0, max_size=4)
    try:
        app = create_app(container, settings=HttpSettings(version="1.2.3", rates=UNLIMITED))
        async with site_around(app, container, owner_url=owner_url, platform=platform) as site:
            yield site
    finally:
        await platform.close()
        await container.close()
        rmtree(files, ignore_errors=True)
