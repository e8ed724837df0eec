"""A day is like the others again."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.hours_book import HoursBook
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import HolidayId


class RemoveHoliday:
    """Forget a day of the company's own. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, book: HoursBook) -> None:
        self._uow, self._book = uow, book

    async def __call__(self, actor: Actor, holiday_id: HolidayId) -> None:
        """Forget it. Raises HolidayNotFoundError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            holiday = await tx.holidays.get(holiday_id)
            await tx.holidays.remove(holiday_id)
            tx.audit.record(
                AuditAction.HOLIDAY_REMOVED,
                by=actor.author,
                on=Subject(type="holiday", id=holiday_id),
                before={"day": holiday.day, "name": holiday.name},
            )
        self._book.forget(actor.tenant_id)
