"""A day is not like the others of its weekday."""

from datetime import date

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.hours_book import HoursBook
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import InvalidError
from domain.shared.ids import HolidayId
from domain.support.errors import TooManyHolidaysError
from domain.support.holidays import MAX_HOLIDAYS, Holiday, wrong_in_holiday


class AddHoliday(msgspec.Struct, frozen=True, kw_only=True):
    """The day, once or every year; `is_open` where the company works although others do not."""

    day: date
    name: str
    is_yearly: bool = False
    is_open: bool = False


class AddHolidayHandler:
    """Write a day of the company's own. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, book: HoursBook, clock: Clock, ids: Ids) -> None:
        self._uow, self._book, self._clock, self._ids = uow, book, clock, ids

    async def __call__(self, actor: Actor, command: AddHoliday) -> Holiday:
        """Give it as it is kept. Raises InvalidError, HolidayTakenError, TooManyHolidaysError."""
        actor.require(Permission.SETTINGS_MANAGE)
        if wrong := wrong_in_holiday(name=command.name):
            raise InvalidError("The holiday cannot be so.", details=wrong)
        holiday = Holiday(
            id=HolidayId(self._ids.new()),
            day=command.day,
            name=command.name.strip(),
            is_yearly=command.is_yearly,
            is_open=command.is_open,
            created_at=self._clock.now(),
        )
        async with self._uow(actor.tenant_id) as tx:
            if await tx.holidays.count() >= MAX_HOLIDAYS:
                raise TooManyHolidaysError(f"At most {MAX_HOLIDAYS} holidays are kept: remove old ones.")
            await tx.holidays.add(holiday)
            tx.audit.record(
                AuditAction.HOLIDAY_ADDED,
                by=actor.author,
                on=Subject(type="holiday", id=holiday.id),
                after={"day": holiday.day, "name": holiday.name, "is_open": holiday.is_open},
            )
        self._book.forget(actor.tenant_id)
        return holiday
