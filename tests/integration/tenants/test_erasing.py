"""A company that has left is erased, wherever something of it is kept; the platform's own log tells of it."""

from uuid import UUID

import asyncpg
import pytest
from redis.asyncio import Redis

from adapters.crypto.data_keys import WrappedDataKeys
from adapters.crypto.master_keys import MasterKeys
from adapters.crypto.secret_box import EnvelopeSecretBox
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.placements import schema_of
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.redis.traces import RedisTraces
from application.ports.secrets import SecretUnreadableError
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.tenants.erase_tenant import EraseTenant, EraseTenantHandler
from application.tenants.erase_tenants import EraseTenants, EraseTenantsHandler
from domain.audit.author import CONSOLE
from domain.shared.errors import UnavailableError
from domain.shared.ids import DepartmentId, TenantId
from domain.tenants.errors import TenantNotFoundError, TenantStateError
from domain.tenants.tenant import KEPT_DELETED, PLATFORM, Isolation
from tests.doubles import FrozenClock
from tests.integration.postgres.test_erasure import places_naming
from tests.integration.tenants.conftest import Log, RecordedStandings


async def leave(uow: PostgresUnitOfWork, tenant_id: TenantId, clock: FrozenClock) -> None:
    async with uow(tenant_id) as tx:
        tenant = await tx.tenants.get()
        tenant.delete(now=clock.now())
        await tx.tenants.save(tenant)


async def test_nothing_names_the_company_but_the_platforms_log(
    erase_tenant: EraseTenantHandler,
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    frozen_clock: FrozenClock,
    database_url: str,
    log: Log,
) -> None:
    async with uow(tenant_id) as tx:
        await tx.departments.add(DepartmentId(tenant_id), name="suporte")
    await leave(uow, tenant_id, frozen_clock)
    frozen_clock.advance(KEPT_DELETED)

    erased = await erase_tenant(EraseTenant(tenant_id=tenant_id), by=CONSOLE)

    assert erased.rows["departments"] == 1
    [entry] = await log.of(PLATFORM, "tenant.erased")
    assert (entry["subject_id"], entry["actor_kind"]) == (tenant_id, "operator")
    assert all(place.startswith("public.audit_log") for place in await places_naming(tenant_id, url=database_url))


async def test_redis_and_all_processes_forget_it(
    erase_tenant: EraseTenantHandler,
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    frozen_clock: FrozenClock,
    redis: Redis,
    standings: RecordedStandings,
) -> None:
    await redis.mset({f"rate:{tenant_id}:x": "1", "rate:other": "1"})
    await leave(uow, tenant_id, frozen_clock)

    erased = await erase_tenant(EraseTenant(tenant_id=tenant_id, at_once=True), by=CONSOLE)

    assert erased.keys == 1
    assert await redis.keys() == [b"rate:other"]
    assert standings.tenants == [tenant_id]


async def test_its_secrets_can_be_read_no_more(
    erase_tenant: EraseTenantHandler,
    uow: PostgresUnitOfWork,
    tenant_id: TenantId,
    frozen_clock: FrozenClock,
    data_keys: WrappedDataKeys,
) -> None:
    box = EnvelopeSecretBox(data_keys, master=MasterKeys(bytes(32)))
    place = f"{tenant_id}/whatsapp_configs/1/access_token"
    sealed = await box.seal("token", tenant_id=tenant_id, place=place)
    await leave(uow, tenant_id, frozen_clock)

    await erase_tenant(EraseTenant(tenant_id=tenant_id, at_once=True), by=CONSOLE)

    with pytest.raises(SecretUnreadableError):
        await box.open(sealed, tenant_id=tenant_id, place=place)


async def test_its_own_schema_goes_too(
    erase_tenant: EraseTenantHandler,
    create_tenant: CreateTenantHandler,
    uow: PostgresUnitOfWork,
    frozen_clock: FrozenClock,
    database_url: str,
) -> None:
    tenant_id = await create_tenant(
        CreateTenant(name="Banco", slug="banco", isolation=Isolation.SCHEMA, departments=("caixa",))
    )
    await leave(uow, tenant_id, frozen_clock)

    await erase_tenant(EraseTenant(tenant_id=tenant_id, at_once=True), by=CONSOLE)

    connection = await asyncpg.connect(dsn=database_url)
    try:
        found = await connection.fetchval("SELECT count(*) FROM pg_namespace WHERE nspname = $1", schema_of(tenant_id))
    finally:
        await connection.close()
    assert found == 0


class TestRefusing:
    @pytest.mark.parametrize("at_once", [False, True])
    async def test_a_company_that_works(
        self, *, at_once: bool, erase_tenant: EraseTenantHandler, tenant_id: TenantId, directory: PostgresDirectory
    ) -> None:
        with pytest.raises(TenantStateError):
            await erase_tenant(EraseTenant(tenant_id=tenant_id, at_once=at_once), by=CONSOLE)

        assert await directory.tenant(tenant_id) is not None

    async def test_one_that_may_come_back(
        self, erase_tenant: EraseTenantHandler, uow: PostgresUnitOfWork, tenant_id: TenantId, frozen_clock: FrozenClock
    ) -> None:
        await leave(uow, tenant_id, frozen_clock)

        with pytest.raises(TenantStateError):
            await erase_tenant(EraseTenant(tenant_id=tenant_id), by=CONSOLE)

    @pytest.mark.parametrize("missing", [PLATFORM, TenantId(UUID(int=7))])
    async def test_whom_there_is_not(self, missing: TenantId, erase_tenant: EraseTenantHandler) -> None:
        with pytest.raises(TenantNotFoundError):
            await erase_tenant(EraseTenant(tenant_id=missing, at_once=True), by=CONSOLE)


async def test_all_whose_time_is_over_are_erased_and_no_others(
    erase_tenant: EraseTenantHandler,
    create_tenant: CreateTenantHandler,
    uow: PostgresUnitOfWork,
    frozen_clock: FrozenClock,
    directory: PostgresDirectory,
) -> None:
    old, fresh, working = [
        await create_tenant(CreateTenant(name="Aurora", slug=f"aurora-{number}")) for number in range(3)
    ]
    await leave(uow, old, frozen_clock)
    frozen_clock.advance(KEPT_DELETED)
    await leave(uow, fresh, frozen_clock)

    await EraseTenantsHandler(directory=directory, erase=erase_tenant, clock=frozen_clock)(EraseTenants())

    assert [tenant.id for tenant in await directory.tenants()] == [fresh, working]


async def test_a_redis_that_is_away_is_told() -> None:
    async with Redis.from_url("unix:///nowhere/redis.sock") as away:
        with pytest.raises(UnavailableError):
            await RedisTraces(away).erase(PLATFORM)
