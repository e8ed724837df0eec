"""What a tenant uses is counted where it is, so that the last one is taken once; see `UsageMeter`, `UsageReader`."""

import asyncio
from contextlib import suppress
from datetime import date

import pytest

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.postgres.usage import PostgresUsageReader
from adapters.system.ids import SystemIds
from application.ports.usage import Drift
from domain.contacts.contact import Contact
from domain.shared.ids import ContactId, TenantId
from domain.tenants.errors import PlanLimitReachedError
from domain.tenants.plans import Metric
from tests.doubles import FrozenClock

TAKERS = 50


@pytest.fixture
def reader(app_database: Database) -> PostgresUsageReader:
    return PostgresUsageReader(app_database)


async def limit(uow: PostgresUnitOfWork, tenant_id: TenantId, **most: int | None) -> None:
    async with uow(tenant_id) as tx:
        tenant = await tx.tenants.get()
        tenant.limits = {Metric(name): limit for name, limit in most.items()}
        await tx.tenants.save(tenant)


async def take(uow: PostgresUnitOfWork, tenant_id: TenantId, metric: Metric, *, amount: int = 1) -> bool:
    try:
        async with uow(tenant_id) as tx:
            await tx.usage.take(metric, amount=amount)
    except PlanLimitReachedError:
        return False
    return True


class TestTaking:
    async def test_the_last_one_is_taken_once(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresUsageReader
    ) -> None:
        await limit(uow, tenant_id, flows=3)
        await take(uow, tenant_id, Metric.FLOWS, amount=2)

        taken = await asyncio.gather(*(take(uow, tenant_id, Metric.FLOWS) for _ in range(TAKERS)))

        assert sum(taken) == 1
        assert (await reader.used(tenant_id))[Metric.FLOWS] == 3

    async def test_the_very_first_one_is_taken_once(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        await limit(uow, tenant_id, campaigns=1)

        taken = await asyncio.gather(*(take(uow, tenant_id, Metric.CAMPAIGNS) for _ in range(TAKERS)))

        assert sum(taken) == 1

    async def test_what_is_rolled_back_was_not_taken(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        await limit(uow, tenant_id, flows=1)
        with suppress(ZeroDivisionError):
            async with uow(tenant_id) as tx:
                await tx.usage.take(Metric.FLOWS)
                raise ZeroDivisionError

        assert await take(uow, tenant_id, Metric.FLOWS)

    async def test_a_refusal_counts_nothing_and_says_what_is_used(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        await limit(uow, tenant_id, users=5)
        await take(uow, tenant_id, Metric.USERS, amount=4)

        with pytest.raises(PlanLimitReachedError) as refused:
            async with uow(tenant_id) as tx:
                await tx.usage.take(Metric.USERS, amount=2)

        [detail] = refused.value.details
        assert (detail.field, detail.text) == ("users", "4 of 5 are used")
        assert await take(uow, tenant_id, Metric.USERS)

    async def test_nothing_is_allowed_where_the_limit_is_none_at_all(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        await limit(uow, tenant_id, flows=0)

        assert not await take(uow, tenant_id, Metric.FLOWS)

    async def test_an_override_of_null_is_without_limit(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresUsageReader
    ) -> None:
        async with uow(tenant_id) as tx:
            tenant = await tx.tenants.get()
            tenant.plan, tenant.limits = "starter", {Metric.FLOWS: None}
            await tx.tenants.save(tenant)

        assert await take(uow, tenant_id, Metric.FLOWS, amount=1_000)
        assert (await reader.limits(tenant_id))[Metric.FLOWS] is None
        assert (await reader.limits(tenant_id))[Metric.USERS] == 5

    async def test_what_is_given_back_can_be_taken_again(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        await limit(uow, tenant_id, flows=1)
        await take(uow, tenant_id, Metric.FLOWS)
        async with uow(tenant_id) as tx:
            await tx.usage.give_back(Metric.FLOWS)

        assert await take(uow, tenant_id, Metric.FLOWS)

    async def test_what_is_given_back_of_a_month_is_this_months(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresUsageReader
    ) -> None:
        await take(uow, tenant_id, Metric.MESSAGES_PER_MONTH, amount=3)
        async with uow(tenant_id) as tx:
            await tx.usage.give_back(Metric.MESSAGES_PER_MONTH)

        assert (await reader.used(tenant_id))[Metric.MESSAGES_PER_MONTH] == 2

    async def test_no_more_is_given_back_than_was_taken(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresUsageReader
    ) -> None:
        await take(uow, tenant_id, Metric.FLOWS)
        async with uow(tenant_id) as tx:
            await tx.usage.give_back(Metric.FLOWS, amount=5)

        assert (await reader.used(tenant_id))[Metric.FLOWS] == 0


class TestTakingSome:
    async def test_as_many_are_given_as_are_left(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        await limit(uow, tenant_id, messages_per_month=10)
        given = []
        for _ in range(3):
            async with uow(tenant_id) as tx:
                given.append(await tx.usage.take_some(Metric.MESSAGES_PER_MONTH, wanted=6))

        assert given == [6, 4, 0]

    async def test_takers_at_once_get_no_more_than_there_is(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresUsageReader
    ) -> None:
        await limit(uow, tenant_id, messages_per_month=20)

        async def some() -> int:
            async with uow(tenant_id) as tx:
                return await tx.usage.take_some(Metric.MESSAGES_PER_MONTH, wanted=3)

        given = await asyncio.gather(*(some() for _ in range(10)))

        assert sum(given) == 20
        assert (await reader.used(tenant_id))[Metric.MESSAGES_PER_MONTH] == 20

    async def test_after_the_limit_was_lowered_nothing_is_left(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresUsageReader
    ) -> None:
        await take(uow, tenant_id, Metric.MESSAGES_PER_MONTH, amount=9)
        await limit(uow, tenant_id, messages_per_month=5)

        async with uow(tenant_id) as tx:
            assert await tx.usage.take_some(Metric.MESSAGES_PER_MONTH, wanted=3) == 0
        assert (await reader.used(tenant_id))[Metric.MESSAGES_PER_MONTH] == 9


class TestMonths:
    async def test_a_new_month_begins_from_nothing(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database, reader: PostgresUsageReader
    ) -> None:
        await limit(uow, tenant_id, messages_per_month=1)
        await take(uow, tenant_id, Metric.MESSAGES_PER_MONTH)
        assert not await take(uow, tenant_id, Metric.MESSAGES_PER_MONTH)
        async with platform_database.connection() as connection:
            await connection.execute("UPDATE platform.usage SET period = period - interval '1 month'")

        assert (await reader.used(tenant_id))[Metric.MESSAGES_PER_MONTH] == 0
        assert await take(uow, tenant_id, Metric.MESSAGES_PER_MONTH)

    @pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Sao_Paulo", "Pacific/Pago_Pago"])
    async def test_it_is_the_month_of_the_tenants_time_zone(
        self, zone: str, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database
    ) -> None:
        async with uow(tenant_id) as tx:
            tenant = await tx.tenants.get()
            tenant.time_zone = zone
            await tx.tenants.save(tenant)

        await take(uow, tenant_id, Metric.MESSAGES_PER_MONTH)

        async with platform_database.connection() as connection:
            period = await connection.fetchval("SELECT period FROM platform.usage")
            local = await connection.fetchval("SELECT date_trunc('month', now() AT TIME ZONE $1)::date", zone)
        assert period == local

    async def test_what_stands_has_one_period_for_ever(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database
    ) -> None:
        await take(uow, tenant_id, Metric.FLOWS)

        async with platform_database.connection() as connection:
            assert await connection.fetchval("SELECT period FROM platform.usage") == date(1970, 1, 1)


class TestCounting:
    async def test_what_cannot_be_refused_is_counted_beyond_the_limit(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresUsageReader
    ) -> None:
        await limit(uow, tenant_id, contacts=1)
        async with uow(tenant_id) as tx:
            tx.usage.count(Metric.CONTACTS)
            tx.usage.count(Metric.CONTACTS, amount=2)

        assert (await reader.used(tenant_id))[Metric.CONTACTS] == 3
        assert not await take(uow, tenant_id, Metric.CONTACTS)

    async def test_a_look_ahead_refuses_and_counts_nothing(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, reader: PostgresUsageReader
    ) -> None:
        await limit(uow, tenant_id, messages_per_month=1)
        async with uow(tenant_id) as tx:
            await tx.usage.require_room(Metric.MESSAGES_PER_MONTH)
        assert (await reader.used(tenant_id))[Metric.MESSAGES_PER_MONTH] == 0
        await take(uow, tenant_id, Metric.MESSAGES_PER_MONTH)

        with pytest.raises(PlanLimitReachedError):
            async with uow(tenant_id) as tx:
                await tx.usage.require_room(Metric.MESSAGES_PER_MONTH)


class TestRecounting:
    async def add_contact(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds, clock: FrozenClock, *, counted: bool
    ) -> None:
        async with uow(tenant_id) as tx:
            await tx.contacts.add(Contact(id=ContactId(ids.new()), created_at=clock.now()))
            if counted:
                tx.usage.count(Metric.CONTACTS)

    async def test_drift_is_told_and_repaired(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        ids: SystemIds,
        frozen_clock: FrozenClock,
        reader: PostgresUsageReader,
    ) -> None:
        await self.add_contact(uow, tenant_id, ids, frozen_clock, counted=True)
        await self.add_contact(uow, tenant_id, ids, frozen_clock, counted=False)

        async with uow(tenant_id) as tx:
            first = await tx.usage.recount(Metric.CONTACTS)
        async with uow(tenant_id) as tx:
            second = await tx.usage.recount(Metric.CONTACTS)

        assert first == Drift(metric=Metric.CONTACTS, counted=1, found=2)
        assert second is None
        assert (await reader.used(tenant_id))[Metric.CONTACTS] == 2

    async def test_whoever_counts_meanwhile_is_neither_lost_nor_counted_twice(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        ids: SystemIds,
        frozen_clock: FrozenClock,
        reader: PostgresUsageReader,
    ) -> None:
        async def recount() -> Drift | None:
            async with uow(tenant_id) as tx:
                return await tx.usage.recount(Metric.CONTACTS)

        adding = [self.add_contact(uow, tenant_id, ids, frozen_clock, counted=True) for _ in range(12)]
        found = await asyncio.gather(*(recount() for _ in range(6)), *adding)

        assert [drift for drift in found if drift is not None] == []
        assert (await reader.used(tenant_id))[Metric.CONTACTS] == 12

    @pytest.mark.parametrize("metric", [metric for metric in Metric if metric is not Metric.MESSAGES_PER_MONTH])
    async def test_everything_that_stands_can_be_recounted(
        self, metric: Metric, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        async with uow(tenant_id) as tx:
            assert await tx.usage.recount(metric) is None
