"""TenantList and PlanList, on PostgreSQL."""

from collections.abc import Awaitable, Callable

import pytest

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.readers.tenants import PostgresPlanList, PostgresTenantList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.readers.tenants import TenantFilters
from application.shared.page import Direction, PageRequest
from domain.shared.errors import MalformedError
from domain.shared.ids import TenantId
from domain.tenants.errors import TenantNotFoundError
from domain.tenants.plans import Metric
from domain.tenants.settings import Branding, SecurityPolicy, TenantSettings
from domain.tenants.tenant import PLATFORM, Tenant, TenantStatus
from tests.doubles import FrozenClock

Add = Callable[..., Awaitable[Tenant]]
EVERY = TenantFilters()


@pytest.fixture
def tenant_list(platform_database: Database) -> PostgresTenantList:
    return PostgresTenantList(platform_database)


@pytest.fixture
def add(directory: PostgresDirectory, ids: SystemIds, frozen_clock: FrozenClock) -> Add:
    async def write(slug: str, **fields: object) -> Tenant:
        known: dict[str, object] = {"name": slug.title(), "status": TenantStatus.ACTIVE, **fields}
        tenant = Tenant(id=TenantId(ids.new()), slug=slug, created_at=frozen_clock.now(), **known)  # type: ignore[arg-type]  # the test's own words
        await directory.add_tenant(tenant)
        return tenant

    return write


class TestOne:
    async def test_shows_what_was_decided(
        self, tenant_list: PostgresTenantList, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        settings = TenantSettings(
            branding=Branding(primary_color="#0f766e"), security=SecurityPolicy(allowed_networks=("203.0.113.0/24",))
        )
        async with uow(tenant_id) as tx:
            tenant = await tx.tenants.get()
            tenant.settings, tenant.limits, tenant.domain = settings, {Metric.USERS: None}, "aurora.com.br"
            await tx.tenants.save(tenant)

        shown = await tenant_list.one(tenant_id)

        assert (shown.settings, shown.limits, shown.domain) == (settings, {Metric.USERS: None}, "aurora.com.br")
        assert (shown.plan, shown.status, shown.version) == ("enterprise", TenantStatus.ACTIVE, 1)

    @pytest.mark.parametrize("missing", [PLATFORM, TenantId(SystemIds().new())])
    async def test_is_a_company(self, missing: TenantId, tenant_list: PostgresTenantList) -> None:
        with pytest.raises(TenantNotFoundError):
            await tenant_list.one(missing)


class TestPage:
    async def test_gives_the_newest_first_and_not_the_platform(self, tenant_list: PostgresTenantList, add: Add) -> None:
        first, second = await add("aurora"), await add("brisa")

        page = await tenant_list.page(filters=EVERY, page=PageRequest())

        assert [row.id for row in page.items] == [second.id, first.id]
        assert page.total == 2

    async def test_goes_on_by_cursor(self, tenant_list: PostgresTenantList, add: Add) -> None:
        added = [await add(f"aurora-{number}") for number in range(5)]
        seen, cursor = [], ""
        while cursor is not None:
            page = await tenant_list.page(filters=EVERY, page=PageRequest(limit=2, cursor=cursor))
            seen += [row.id for row in page.items]
            cursor = page.next_cursor

        assert seen == [tenant.id for tenant in reversed(added)]

    async def test_filters_by_status_and_plan(self, tenant_list: PostgresTenantList, add: Add) -> None:
        await add("aurora", plan="starter")
        wanted = await add("brisa", plan="growth", status=TenantStatus.SUSPENDED)
        await add("cais", plan="growth")
        filters = TenantFilters(status=TenantStatus.SUSPENDED, plan="growth")

        page = await tenant_list.page(filters=filters, page=PageRequest())

        assert [row.id for row in page.items] == [wanted.id]

    @pytest.mark.parametrize("typed", ["padaria", "AURÓRA", "aurora.com"])
    async def test_finds_what_was_typed(self, typed: str, tenant_list: PostgresTenantList, add: Add) -> None:
        await add("brisa")
        wanted = await add("aurora", name="Padaria Auróra", domain="aurora.com.br")

        page = await tenant_list.page(filters=EVERY, page=PageRequest(search=typed))

        assert [row.id for row in page.items] == [wanted.id]

    async def test_orders_by_name(self, tenant_list: PostgresTenantList, add: Add) -> None:
        for slug in ("cais", "aurora", "brisa"):
            await add(slug)

        page = await tenant_list.page(filters=EVERY, page=PageRequest(sort="name", direction=Direction.DESCENDING))

        assert [row.slug for row in page.items] == ["cais", "brisa", "aurora"]

    async def test_refuses_another_lists_cursor(self, tenant_list: PostgresTenantList) -> None:
        with pytest.raises(MalformedError):
            await tenant_list.page(filters=EVERY, page=PageRequest(cursor="e30"))


class TestPlans:
    async def test_are_given_the_smallest_first(self, platform_database: Database) -> None:
        plans = await PostgresPlanList(platform_database).all()

        assert [plan.code for plan in plans] == ["free_trial", "starter", "growth", "enterprise"]
        assert all(set(plan.limits) == set(Metric) for plan in plans)
        assert all(set(plan.names) == {"pt-BR", "en"} for plan in plans)
