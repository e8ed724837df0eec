"""How long does one wait in a department, and who is there."""

from datetime import datetime, timedelta

import msgspec

from application.people.settle_presence import SettlePresence
from application.ports.clock import Clock
from application.ports.readers.queues import QueueBoard, QueueFigures
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.hours_book import HoursBook
from domain.identity.permissions import Permission
from domain.people.status import Status
from domain.shared.ids import DepartmentId

LATELY = timedelta(hours=1)
"""The pace of which tells how long one waits."""


class QueueView(msgspec.Struct, frozen=True, kw_only=True):
    """A department's queue. The wait is estimated by the last hour's pace; null when nothing was given out in it."""

    department_id: DepartmentId
    is_open: bool
    waiting: int
    oldest_waiting_since: datetime | None
    estimated_wait_seconds: int | None
    agents_online: int
    agents_available: int


class GetQueue:
    """Show a department's queue. Needs conversations:read."""

    def __init__(
        self, *, board: QueueBoard, uow: UnitOfWork, settle: SettlePresence, book: HoursBook, clock: Clock
    ) -> None:
        self._board, self._uow, self._settle, self._book, self._clock = board, uow, settle, book, clock

    async def __call__(self, actor: Actor, department_id: DepartmentId) -> QueueView:
        """Give it. Raises DepartmentNotFoundError."""
        actor.require(Permission.CONVERSATIONS_READ)
        now = self._clock.now()
        figures = await self._board.figures(actor.tenant_id, department_id=department_id, since=now - LATELY)
        seen_as = await self._settle(actor.tenant_id)
        there = {user_id for user_id, one in seen_as.items() if one.status is Status.ONLINE}
        async with self._uow(actor.tenant_id) as tx:
            members = await tx.waiting.members(departments=[department_id], there=there)
            schedule = await self._book.of(tx, now=now)
        return QueueView(
            department_id=department_id,
            is_open=schedule.hours_of(department_id).is_open(now),
            waiting=figures.waiting,
            oldest_waiting_since=figures.oldest_waiting_since,
            estimated_wait_seconds=_estimate(figures),
            agents_online=len(members),
            agents_available=sum(member.in_hand < member.capacity for member in members),
        )


def _estimate(figures: QueueFigures) -> int | None:
    if not figures.given_out:
        return None if figures.waiting else 0
    return round(figures.waiting * LATELY.total_seconds() / figures.given_out)
