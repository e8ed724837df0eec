"""When is it open, as it was set."""

import msgspec

from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.hours_book import HoursBook
from domain.identity.permissions import Permission
from domain.shared.ids import DepartmentId
from domain.support.week import ROUND_THE_CLOCK, Span, Weekday


class ShownHours(msgspec.Struct, frozen=True, kw_only=True):
    """The hours that count. They may be the company's (`is_inherited`), or nobody's (`is_set` is false: always open).

    `time_zone` is the one that counts; `own_time_zone` is null where that is the company's.
    """

    department_id: DepartmentId | None
    is_set: bool
    is_inherited: bool
    week: dict[Weekday, tuple[Span, ...]]
    time_zone: str
    own_time_zone: str | None
    observes_holidays: bool
    version: int


class GetBusinessHours:
    """Show the hours of the company or of a department. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, book: HoursBook, clock: Clock) -> None:
        self._uow, self._book, self._clock = uow, book, clock

    async def __call__(self, actor: Actor, department_id: DepartmentId | None) -> ShownHours:
        """Give them; `version` is 0 where there are none of its own yet. Raises DepartmentNotFoundError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            if department_id is not None:
                await tx.departments.get(department_id)
            schedule = await self._book.read(tx, now=self._clock.now())
        week = schedule.week_of(department_id)
        is_own = week is not None and week.department_id == department_id
        return ShownHours(
            department_id=department_id,
            is_set=week is not None,
            is_inherited=week is not None and not is_own,
            week=dict(ROUND_THE_CLOCK) if week is None else week.week,
            time_zone=(week.time_zone if week is not None else None) or schedule.zone.key,
            own_time_zone=None if week is None else week.time_zone,
            observes_holidays=week is not None and week.observes_holidays,
            version=week.version if week is not None and is_own else 0,
        )
