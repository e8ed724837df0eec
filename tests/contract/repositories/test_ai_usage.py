"""AiUsageRepository, on PostgreSQL."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.ai_usage import UsageDay
from domain.ai.settings import AiSettings
from domain.ai.usage import HOLD, Hold, Used
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import new_id

AT = datetime(2026, 8, 12, 23, 30, tzinfo=UTC)
CAP = AiSettings(monthly_tokens=1_000, updated_at=AT)
FEW = Hold(tokens=400, cost_micros=40)


async def hold(uow: PostgresUnitOfWork, tenant_id: TenantId, what: Hold = FEW, *, at: datetime = AT) -> bool:
    async with uow(tenant_id) as tx:
        return await tx.ai_usage.hold(new_id(), what, now=at)


async def cap(uow: PostgresUnitOfWork, tenant_id: TenantId, settings: AiSettings = CAP) -> None:
    async with uow(tenant_id) as tx:
        await tx.ai_settings.save(settings)


async def test_without_a_cap_anything_may_be_held(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    assert await hold(uow, tenant_id, Hold(tokens=10**12, cost_micros=10**12))


async def test_who_asks_at_once_passes_no_cap(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    await cap(uow, tenant_id)
    await cap(uow, other_tenant_id)

    held = await asyncio.gather(*(hold(uow, tenant_id) for _ in range(8)))

    assert held.count(True) == 2
    assert await hold(uow, other_tenant_id)


async def test_what_was_taken_counts_instead_of_what_was_held(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    await cap(uow, tenant_id)
    one, two = new_id(), new_id()
    async with uow(tenant_id) as tx:
        assert await tx.ai_usage.hold(one, Hold(tokens=900, cost_micros=90), now=AT)
        await tx.ai_usage.settle(one, Used(input_tokens=90, output_tokens=10, cost_micros=7), model="m", at=AT)
    async with uow(tenant_id) as tx:
        assert await tx.ai_usage.hold(two, Hold(tokens=900, cost_micros=90), now=AT)
        await tx.ai_usage.settle(two, None, model="m", at=AT)
    async with uow(tenant_id) as tx:
        await tx.ai_usage.settle(new_id(), Used(input_tokens=1, output_tokens=2, cost_micros=3), model="m", at=AT)
        await tx.ai_usage.settle(new_id(), Used(input_tokens=1, output_tokens=2, cost_micros=3), model="a", at=AT)
        await tx.ai_usage.settle(
            new_id(), Used(input_tokens=1, output_tokens=2, cost_micros=3), model="m", at=AT - timedelta(days=12)
        )
        august = await tx.ai_usage.month(date(2026, 8, 1))

    day = UsageDay(day=AT.date(), model="m", calls=2, input_tokens=91, output_tokens=12, cost_micros=10)
    assert august == [
        msgspec.structs.replace(day, model="a", calls=1, input_tokens=1, output_tokens=2, cost_micros=3),
        day,
    ]
    assert not await hold(uow, tenant_id, Hold(tokens=900, cost_micros=0))


@pytest.mark.parametrize(
    ("settings", "later", "is_free"),
    [
        (AiSettings(monthly_tokens=500, updated_at=AT), timedelta(minutes=1), False),
        (AiSettings(monthly_tokens=500, updated_at=AT), HOLD, True),
        (AiSettings(monthly_cost_micros=79, updated_at=AT), timedelta(minutes=1), False),
        (AiSettings(monthly_cost_micros=80, updated_at=AT), timedelta(minutes=1), True),
    ],
    ids=["held", "the hold ran out", "too dear", "just enough"],
)
async def test_a_hold_counts_until_it_runs_out(
    uow: PostgresUnitOfWork, tenant_id: TenantId, settings: AiSettings, later: timedelta, *, is_free: bool
) -> None:
    await cap(uow, tenant_id, settings)
    assert await hold(uow, tenant_id)

    assert await hold(uow, tenant_id, at=AT + later) is is_free


async def test_a_month_begins_anew(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    await cap(uow, tenant_id)
    async with uow(tenant_id) as tx:
        await tx.ai_usage.settle(new_id(), Used(input_tokens=999, output_tokens=0, cost_micros=0), model="m", at=AT)

    assert not await hold(uow, tenant_id)
    assert await hold(uow, tenant_id, at=datetime(2026, 9, 1, tzinfo=UTC))
