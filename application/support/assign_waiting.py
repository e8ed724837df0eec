"""Those who wait are given to those who are there and have room."""

from datetime import datetime, timedelta

from application.conversations.default_queue import default_queue
from application.conversations.tell_customer import TellCustomer
from application.people.settle_presence import SettlePresence
from application.ports.assignment import AssignWaiting, order_assignment
from application.ports.clock import Clock
from application.ports.repositories.waiting import Place, Queue
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.support.hours_book import HoursBook
from domain.conversations.timeline import SYSTEM
from domain.people.department import Assignment
from domain.people.status import Status
from domain.shared.ids import DepartmentId, UserId
from domain.support.assignment import Allotment, Member, allot
from domain.support.bot_texts import BotTextKey
from domain.tenants.errors import TenantNotFoundError

AT_ONCE = 100
"""Conversations of a department in one transaction; whoever waits beyond is looked at right after."""


class AssignWaitingHandler:
    """Does AssignWaiting: one transaction that holds the company's queues, so that two at once do not both give.

    Idempotent: what was given does not wait. By priority and then by time; never beyond what somebody can have at
    once. Out of hours nothing is given, unless the department wants it.
    """

    def __init__(
        self, *, uow: UnitOfWork, settle: SettlePresence, book: HoursBook, tell: TellCustomer, clock: Clock
    ) -> None:
        self._uow, self._settle, self._book, self._tell, self._clock = uow, settle, book, tell, clock

    async def __call__(self, job: AssignWaiting) -> None:
        """Give out what can be given."""
        try:
            seen_as = await self._settle(job.tenant_id)
        except TenantNotFoundError:
            return  # it was erased
        there = {user_id for user_id, one in seen_as.items() if one.status is Status.ONLINE}
        now = self._clock.now()
        async with self._uow(job.tenant_id) as tx:
            await _adopt(tx, now=now)
            queues = await tx.waiting.lock_queues()
            if queues and there:
                await self._give_out(tx, await self._open(tx, queues, now=now), there=there, now=now)

    async def _open(self, tx: Transaction, queues: list[Queue], *, now: datetime) -> dict[DepartmentId, Queue]:
        schedule = await self._book.of(tx, now=now)
        return {
            queue.department_id: queue
            for queue in queues
            if queue.assigns_out_of_hours or schedule.hours_of(queue.department_id).is_open(now)
        }

    async def _give_out(
        self, tx: Transaction, queues: dict[DepartmentId, Queue], *, there: set[UserId], now: datetime
    ) -> None:
        members = await tx.waiting.members(departments=queues, there=there)
        places = await _in_turn(tx, members, now=now)
        least_busy = {queue.department_id: queue.assignment is Assignment.LEAST_BUSY for queue in queues.values()}
        given = allot([place.one for place in places], members, least_busy=least_busy)
        names = {one.user_id: (await tx.users.get(one.user_id)).name for one in given}
        for one in given:
            await self._give(tx, one, name=names[one.user_id], now=now)
        if len(given) == len(places) >= AT_ONCE:
            order_assignment(tx.jobs, tx.tenant_id)

    async def _give(self, tx: Transaction, one: Allotment, *, name: str, now: datetime) -> None:
        """Give one. What a flow said before it handed over still goes out: nothing of it runs any more."""
        conversation = await tx.conversations.get(one.conversation_id)
        conversation.assign(one.user_id, by=SYSTEM, now=now)
        await self._tell(tx, conversation, BotTextKey.ASSIGNED, now=now, names={"agent": {"name": name}})
        await tx.conversations.save(conversation)
        await tx.waiting.note_assigned(one.user_id, department_id=one.department_id, at=now)


async def _adopt(tx: Transaction, *, now: datetime) -> None:
    """Let what waits nowhere wait in the default department."""
    homeless = await tx.waiting.without_department(limit=AT_ONCE)
    default = await default_queue(tx) if homeless else None
    if default is None:
        return
    for conversation_id in homeless:
        conversation = await tx.conversations.get(conversation_id)
        conversation.move_to_department(default, by=SYSTEM, now=now)
        await tx.conversations.save(conversation)


async def _in_turn(tx: Transaction, members: list[Member], *, now: datetime) -> list[Place]:
    """Load as many of each department as its members have room for, in the order in which they are given out."""
    sticky = timedelta(days=(await tx.tenants.get()).settings.sticky_agent_days)
    places: list[Place] = []
    for department_id in sorted({member.department_id for member in members}):
        room = sum(max(0, one.capacity - one.in_hand) for one in members if one.department_id == department_id)
        if room:
            limit = min(room, AT_ONCE)
            places += await tx.waiting.next(department_id, limit=limit, now=now, agents_since=now - sticky)
    return sorted(places, key=lambda place: (place.urgency, place.queued_at, place.one.conversation_id))
