"""HolidayRepository, on PostgreSQL."""

from datetime import date

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.ids import HolidayId, TenantId
from domain.support.errors import HolidayNotFoundError, HolidayTakenError
from domain.support.holidays import Holiday
from tests.contract.repositories.stored import NOW, new_id


def a_holiday() -> Holiday:
    return Holiday(id=HolidayId(new_id()), day=date(2026, 1, 25), name="Aniversário", is_yearly=True, created_at=NOW)


async def test_one_is_kept_and_forgotten(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    holiday = a_holiday()
    async with uow(tenant_id) as tx:
        await tx.holidays.add(holiday)
    async with uow(other_tenant_id) as tx:
        await tx.holidays.remove(holiday.id)
        with pytest.raises(HolidayNotFoundError):
            await tx.holidays.get(holiday.id)
        assert await tx.holidays.count() == 0
    async with uow(tenant_id) as tx:
        assert await tx.holidays.get(holiday.id) == holiday
        assert await tx.holidays.count() == 1
        await tx.holidays.remove(holiday.id)
        assert await tx.holidays.count() == 0


async def test_a_day_has_one(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    holiday = a_holiday()
    async with uow(tenant_id) as tx:
        await tx.holidays.add(holiday)
    with pytest.raises(HolidayTakenError):
        async with uow(tenant_id) as tx:
            await tx.holidays.add(msgspec.structs.replace(holiday, id=HolidayId(new_id())))
