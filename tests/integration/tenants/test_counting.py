"""What a number may still send, and counts that are compared with what is there."""

import asyncio

import pytest

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.postgres.usage import PostgresUsageReader
from adapters.system.ids import SystemIds
from adapters.system.metrics import PrometheusCounters
from application.ports.usage import Drift
from application.tenants.recount_tenant import RecountTenant
from application.tenants.recount_usage import RecountUsage, RecountUsageHandler
from application.whatsapp.spend_allowance import spend_allowance
from domain.contacts.contact import Contact
from domain.shared.ids import ContactId, TenantId
from domain.tenants.plans import Metric
from tests.doubles import FrozenClock


async def allow(uow: PostgresUnitOfWork, tenant_id: TenantId, messages: int | None) -> None:
    async with uow(tenant_id) as tx:
        tenant = await tx.tenants.get()
        tenant.limits = {Metric.MESSAGES_PER_MONTH: messages}
        await tx.tenants.save(tenant)


async def spend(uow: PostgresUnitOfWork, tenant_id: TenantId, wanted: int) -> int:
    async with uow(tenant_id) as tx:
        return await spend_allowance(tx, wanted=wanted)


class TestAllowance:
    async def test_is_what_the_month_has_left(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        await allow(uow, tenant_id, 10)

        assert [await spend(uow, tenant_id, 4) for _ in range(4)] == [4, 4, 2, 0]

    async def test_is_everything_without_a_limit(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        await allow(uow, tenant_id, None)

        assert await spend(uow, tenant_id, 10_000) == 10_000

    async def test_is_shared_by_numbers_that_ask_at_once(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        await allow(uow, tenant_id, 50)

        assert sum(await asyncio.gather(*(spend(uow, tenant_id, 7) for _ in range(12)))) == 50

    async def test_of_nothing_asks_nobody(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, app_database: Database
    ) -> None:
        assert await spend(uow, tenant_id, 0) == 0
        assert (await PostgresUsageReader(app_database).used(tenant_id))[Metric.MESSAGES_PER_MONTH] == 0


class TestRecount:
    @pytest.fixture
    def recount(self, uow: PostgresUnitOfWork) -> RecountTenant:
        return RecountTenant(uow=uow, counters=PrometheusCounters())

    @pytest.fixture
    async def uncounted(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds, frozen_clock: FrozenClock
    ) -> TenantId:
        async with uow(tenant_id) as tx:
            await tx.contacts.add(Contact(id=ContactId(ids.new()), created_at=frozen_clock.now()))
            await tx.usage.take(Metric.FLOWS, amount=2)
        return tenant_id

    async def test_tells_every_drift_and_repairs_it(self, recount: RecountTenant, uncounted: TenantId) -> None:
        assert await recount(uncounted) == [
            Drift(metric=Metric.CONTACTS, counted=0, found=1),
            Drift(metric=Metric.FLOWS, counted=2, found=0),
        ]
        assert await recount(uncounted) == []

    async def test_of_all_passes_through_every_company(
        self, recount: RecountTenant, uncounted: TenantId, directory: PostgresDirectory
    ) -> None:
        await RecountUsageHandler(directory=directory, recount=recount)(RecountUsage())

        assert await recount(uncounted) == []
