"""Is it open now, until when, and on the next days."""

from datetime import date, datetime, timedelta

import msgspec

from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.hours_book import HoursBook
from domain.identity.permissions import Permission
from domain.shared.ids import DepartmentId
from domain.support.hours import Hours
from domain.support.week import ROUND_THE_CLOCK

DEFAULT_DAYS = 7
MAX_DAYS = 62
"""Two months, as a calendar shows them."""


class ShownOpening(msgspec.Struct, frozen=True, kw_only=True):
    """From when until when."""

    opens_at: datetime
    closes_at: datetime


class ShownDay(msgspec.Struct, frozen=True, kw_only=True):
    """A day of the zone, and the openings that begin on it; `holiday` names why it is closed."""

    day: date
    holiday: str | None
    openings: list[ShownOpening]


class HoursPreview(msgspec.Struct, frozen=True, kw_only=True):
    """Now, and the days from today on. `open_until` and `next_opening` are null where there is no such moment.

    Where nobody set any hours `is_set` is false: it is always open, and each day is one opening.
    """

    is_set: bool
    is_open: bool
    open_until: datetime | None
    next_opening: datetime | None
    time_zone: str
    days: list[ShownDay]


class PreviewHours:
    """Show when the company, or a department, is open. Needs conversations:read."""

    def __init__(self, *, uow: UnitOfWork, book: HoursBook, clock: Clock) -> None:
        self._uow, self._book, self._clock = uow, book, clock

    async def __call__(self, actor: Actor, department_id: DepartmentId | None, *, days: int) -> HoursPreview:
        """Give it. Raises DepartmentNotFoundError."""
        actor.require(Permission.CONVERSATIONS_READ)
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            if department_id is not None:
                await tx.departments.get(department_id)
            schedule = await self._book.read(tx, now=now)
        hours = schedule.hours_of(department_id)
        week = schedule.week_of(department_id)
        shown = hours if week is not None else Hours(week=ROUND_THE_CLOCK, zone=schedule.zone)
        today = now.astimezone(shown.zone).date()
        is_open = hours.is_open(now)
        return HoursPreview(
            is_set=week is not None,
            is_open=is_open,
            open_until=hours.open_until(now) if is_open else None,
            next_opening=None if is_open else hours.next_opening(now),
            time_zone=(week.time_zone if week is not None else None) or schedule.zone.key,
            days=[
                ShownDay(
                    day=day,
                    holiday=shown.calendar.closes_on(day),
                    openings=[
                        ShownOpening(opens_at=opens, closes_at=closes) for opens, closes in shown.openings_of(day)
                    ],
                )
                for day in (today + timedelta(days=offset) for offset in range(days))
            ],
        )
