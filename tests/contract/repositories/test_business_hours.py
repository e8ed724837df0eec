"""BusinessHoursRepository, on PostgreSQL."""

from datetime import date

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.errors import InvalidError, StaleVersionError
from domain.shared.ids import BusinessHoursId, DepartmentId, HolidayId, TenantId
from domain.support.business_hours import BusinessHours
from domain.support.holidays import Holiday
from domain.support.week import Span, Weekday
from tests.contract.repositories.stored import NOW, facts, new_id


def some_hours(department_id: DepartmentId | None = None) -> BusinessHours:
    return BusinessHours(
        id=BusinessHoursId(new_id()),
        department_id=department_id,
        time_zone="America/Recife",
        week={Weekday.MONDAY: (Span(opens="08:00", closes="12:00"), Span(opens="13:00", closes="24:00"))},
        observes_holidays=False,
        created_at=NOW,
        version=1,
    )


async def test_the_company_and_a_department_have_their_own(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    department_id = DepartmentId(new_id())
    company, department = some_hours(), some_hours(department_id)
    async with uow(tenant_id) as tx:
        await tx.departments.add(department_id, name="Suporte")
        assert await tx.business_hours.of(None) is None
        await tx.business_hours.add(company)
        await tx.business_hours.add(department)

    async with uow(tenant_id) as tx:
        found = [await tx.business_hours.of(None), await tx.business_hours.of(department_id)]
    async with uow(other_tenant_id) as tx:
        theirs = await tx.business_hours.of(None)

    assert [facts(hours) for hours in found if hours] == [facts(company), facts(department)]
    assert theirs is None


async def test_changes_count_versions_and_a_lost_race_is_told(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    hours = some_hours()
    async with uow(tenant_id) as tx:
        await tx.business_hours.add(hours)
        stale = msgspec.structs.replace(hours)
        hours.week, hours.time_zone = {}, None
        await tx.business_hours.save(hours)
        with pytest.raises(StaleVersionError):
            await tx.business_hours.save(stale)
        found = await tx.business_hours.of(None)

    assert found is not None
    assert facts(found) == facts(hours)
    assert found.version == 2


async def test_there_is_one_of_each(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async with uow(tenant_id) as tx:
        await tx.business_hours.add(some_hours())
    with pytest.raises(StaleVersionError):
        async with uow(tenant_id) as tx:
            await tx.business_hours.add(some_hours())
    with pytest.raises(InvalidError):
        async with uow(tenant_id) as tx:
            await tx.business_hours.add(some_hours(DepartmentId(new_id())))


async def test_they_can_be_forgotten(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async with uow(tenant_id) as tx:
        await tx.business_hours.add(some_hours())

        assert await tx.business_hours.remove(None)
        assert not await tx.business_hours.remove(None)
        assert await tx.business_hours.of(None) is None


async def test_the_rules_are_all_that_decides(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    hours = some_hours()
    holiday = Holiday(id=HolidayId(new_id()), day=date(2026, 1, 25), name="Aniversário", is_yearly=True, created_at=NOW)
    async with uow(tenant_id) as tx:
        await tx.business_hours.add(hours)
        await tx.holidays.add(holiday)
        rules = await tx.business_hours.rules()

    assert (rules.time_zone, rules.language, rules.region) == ("America/Sao_Paulo", "pt-BR", "BR")
    assert [facts(week) for week in rules.weeks] == [facts(hours)]
    assert rules.holidays == [holiday]
