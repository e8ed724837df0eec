"""DashboardOrigins, on PostgreSQL."""

import asyncio

import msgspec
import pytest

from adapters.postgres.dashboard_origins import REMEMBERED_SECONDS, PostgresDashboardOrigins
from adapters.postgres.database import Database
from domain.shared.ids import TenantId
from domain.tenants.settings import TenantSettings

PAGE, OTHER = "https://painel.aurora.example", "https://painel.sol.example"


class Origins:
    """The companies' registers, and a clock."""

    def __init__(self, platform: Database) -> None:
        self._platform, self.now = platform, 0.0
        self.known = PostgresDashboardOrigins(platform, clock=lambda: self.now)

    async def register(self, tenant_id: TenantId, *origins: str, status: str = "active") -> None:
        settings = msgspec.Raw(msgspec.json.encode(TenantSettings(dashboard_origins=origins)))
        async with self._platform.transaction() as connection:
            await connection.execute(
                "UPDATE platform.tenants SET settings = $2, status = $3 WHERE id = $1", tenant_id, settings, status
            )


@pytest.fixture
def origins(platform_database: Database) -> Origins:
    return Origins(platform_database)


async def test_every_companys_pages_are_known(origins: Origins, tenant_id: TenantId, other_tenant: TenantId) -> None:
    await origins.register(tenant_id, PAGE)
    await origins.register(other_tenant, OTHER, PAGE)

    assert [await origins.known.has(origin) for origin in (PAGE, OTHER, "https://evil.example")] == [True, True, False]


async def test_a_change_is_known_within_a_minute(origins: Origins, tenant_id: TenantId) -> None:
    await origins.known.has(PAGE)
    await origins.register(tenant_id, PAGE)

    soon = await origins.known.has(PAGE)
    origins.now = REMEMBERED_SECONDS + 1

    assert (soon, await origins.known.has(PAGE)) == (False, True)


async def test_a_company_that_is_gone_has_none(origins: Origins, tenant_id: TenantId) -> None:
    await origins.register(tenant_id, PAGE, status="cancelled")

    assert not await origins.known.has(PAGE)


async def test_settings_without_any_are_no_trouble(
    origins: Origins, tenant_id: TenantId, platform_database: Database
) -> None:
    async with platform_database.transaction() as connection:
        await connection.execute("UPDATE platform.tenants SET settings = '{}' WHERE id = $1", tenant_id)

    assert not await origins.known.has(PAGE)


async def test_many_who_ask_at_once_read_once(origins: Origins, tenant_id: TenantId) -> None:
    await origins.register(tenant_id, PAGE)

    assert all(await asyncio.gather(*(origins.known.has(PAGE) for _ in range(50))))
