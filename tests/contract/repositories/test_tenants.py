"""TenantRepository, on PostgreSQL: a transaction's own tenant, and no other."""

from datetime import date, timedelta

import pytest

from adapters.postgres.database import Database
from adapters.postgres.repositories.rows import values_of
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import TenantId
from domain.tenants.errors import DomainTakenError, SlugTakenError, TenantNotFoundError
from domain.tenants.plans import Metric
from domain.tenants.settings import RateLimits, SecurityPolicy, TenantSettings
from domain.tenants.tenant import Tenant, TenantStatus
from tests.doubles import FrozenClock


@pytest.fixture
def brisa(ids: SystemIds, frozen_clock: FrozenClock) -> Tenant:
    return Tenant(
        id=TenantId(ids.new()),
        name="Brisa",
        slug="brisa",
        status=TenantStatus.TRIAL,
        created_at=frozen_clock.now(),
        domain="brisa.com.br",
        trial_ends_at=frozen_clock.now() + timedelta(days=14),
    )


async def added(uow: PostgresUnitOfWork, tenant: Tenant) -> Tenant:
    async with uow(tenant.id) as tx:
        await tx.tenants.add(tenant)
    return tenant


async def change(uow: PostgresUnitOfWork, tenant_id: TenantId, **fields: object) -> None:
    async with uow(tenant_id) as tx:
        tenant = await tx.tenants.get()
        for name, value in fields.items():
            setattr(tenant, name, value)
        await tx.tenants.save(tenant)


async def is_paused(database: Database, tenant_id: TenantId) -> bool | None:
    async with database.connection() as connection:
        found: bool | None = await connection.fetchval(
            "SELECT paused FROM platform.tenant_turns WHERE tenant_id = $1", tenant_id
        )
        return found


class TestAdding:
    async def test_keeps_every_field(self, uow: PostgresUnitOfWork, brisa: Tenant) -> None:
        brisa.limits = {Metric.USERS: 3, Metric.FLOWS: None}
        brisa.settings = TenantSettings(
            currency="USD",
            security=SecurityPolicy(two_factor_required=True, allowed_networks=("203.0.113.0/24",), session_hours=8),
            rate_limits=RateLimits(requests_per_second=5),
            dashboard_origins=("https://painel.brisa.com.br",),
        )
        brisa.next_payment_on = date(2026, 9, 1)
        await added(uow, brisa)

        async with uow(brisa.id) as tx:
            assert values_of(await tx.tenants.get()) == values_of(brisa)

    async def test_gives_it_a_turn_at_the_lanes(
        self, uow: PostgresUnitOfWork, brisa: Tenant, platform_database: Database
    ) -> None:
        await added(uow, brisa)

        assert await is_paused(platform_database, brisa.id) is False

    async def test_refuses_a_slug_that_is_taken(
        self, uow: PostgresUnitOfWork, brisa: Tenant, tenant_id: TenantId
    ) -> None:
        brisa.slug = f"aurora-{tenant_id}"

        with pytest.raises(SlugTakenError):
            await added(uow, brisa)

    async def test_refuses_a_row_in_the_name_of_another(
        self, uow: PostgresUnitOfWork, brisa: Tenant, tenant_id: TenantId
    ) -> None:
        with pytest.raises(Exception, match="row-level security"):
            async with uow(tenant_id) as tx:
                await tx.tenants.add(brisa)


class TestGetting:
    async def test_of_nobody_says_so(self, uow: PostgresUnitOfWork, brisa: Tenant) -> None:
        with pytest.raises(TenantNotFoundError):
            async with uow(brisa.id) as tx:
                await tx.tenants.get()


class TestSaving:
    async def test_writes_changes_and_counts_up(self, uow: PostgresUnitOfWork, brisa: Tenant) -> None:
        await added(uow, brisa)
        await change(uow, brisa.id, name="Brisa do Mar", plan="growth", trial_ends_at=None)

        async with uow(brisa.id) as tx:
            found = await tx.tenants.get()
        assert (found.name, found.plan, found.trial_ends_at, found.version) == ("Brisa do Mar", "growth", None, 1)

    async def test_refuses_whoever_was_slower(self, uow: PostgresUnitOfWork, brisa: Tenant) -> None:
        await added(uow, brisa)
        async with uow(brisa.id) as tx:
            stale = await tx.tenants.get()
        async with uow(brisa.id) as tx:
            await tx.tenants.save(await tx.tenants.get())

        with pytest.raises(StaleVersionError):
            async with uow(brisa.id) as tx:
                await tx.tenants.save(stale)

    async def test_refuses_a_domain_that_is_taken(
        self, uow: PostgresUnitOfWork, brisa: Tenant, tenant_id: TenantId
    ) -> None:
        await added(uow, brisa)

        with pytest.raises(DomainTakenError):
            await change(uow, tenant_id, domain=brisa.domain)

    @pytest.mark.parametrize(("field", "value"), [("plan", "platinum"), ("time_zone", "America/Atlantis")])
    async def test_names_what_there_is_not(
        self, field: str, value: str, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        with pytest.raises(InvalidError) as refused:
            await change(uow, tenant_id, **{field: value})

        assert [detail.field for detail in refused.value.details] == [field]

    @pytest.mark.parametrize("status", TenantStatus)
    async def test_lets_its_lanes_rest_while_it_may_not_work(
        self, status: TenantStatus, uow: PostgresUnitOfWork, brisa: Tenant, platform_database: Database
    ) -> None:
        await added(uow, brisa)
        await change(uow, brisa.id, status=status)

        rests = status in {TenantStatus.SUSPENDED, TenantStatus.CANCELLED}
        assert await is_paused(platform_database, brisa.id) is rests


class TestOthers:
    async def test_are_neither_seen_nor_changed(
        self, uow: PostgresUnitOfWork, brisa: Tenant, tenant_id: TenantId
    ) -> None:
        await added(uow, brisa)

        async with uow(tenant_id) as tx:
            driver = tx._connection.driver
            assert await driver.fetchval("SELECT count(*) FROM platform.tenants") == 1
            assert await driver.execute("UPDATE platform.tenants SET name = 'x'") == "UPDATE 1"
            assert await driver.execute("UPDATE platform.tenant_turns SET paused = true") == "UPDATE 1"
        async with uow(brisa.id) as tx:
            assert (await tx.tenants.get()).name == "Brisa"
