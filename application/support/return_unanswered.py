"""Whoever is gone keeps nobody waiting."""

from datetime import datetime, timedelta

from application.conversations.default_queue import default_queue
from application.people.settle_presence import SeenAs, SettlePresence
from application.ports.assignment import ReturnUnanswered, order_return
from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.conversations.timeline import SYSTEM
from domain.people.status import Status
from domain.shared.ids import ConversationId
from domain.tenants.errors import TenantNotFoundError

GONE = "agent_gone"
"""What sockets and the timeline are told of a conversation whose person went away."""
LEFT_DEPARTMENT = "agent_left_department"
"""And of one whose person is not in its department any more."""

_THERE = frozenset({Status.ONLINE, Status.BUSY})


class ReturnUnansweredHandler:
    """Does ReturnUnanswered: what they have not answered waits in its department again, and is given to others.

    Idempotent: what was returned is not theirs any more. Somebody who is back keeps theirs; somebody who left once
    more in the meantime is looked at again when their time is over.
    """

    def __init__(self, *, uow: UnitOfWork, settle: SettlePresence, clock: Clock) -> None:
        self._uow, self._settle, self._clock = uow, settle, clock

    async def __call__(self, job: ReturnUnanswered) -> None:
        """Return them."""
        if job.department_id is not None:
            await self._leave_department(job)
            return
        try:
            seen_as = (await self._settle(job.tenant_id)).get(job.user_id)
        except TenantNotFoundError:
            return  # it was erased
        if seen_as is not None and seen_as.status in _THERE:
            return
        now = self._clock.now()
        async with self._uow(job.tenant_id) as tx:
            patience = timedelta(minutes=(await tx.tenants.get()).settings.return_after_minutes)
            left = patience - _gone_for(seen_as, now=now, patience=patience)
            if left > timedelta():
                order_return(tx.jobs, job, after=left)
                return
            mine = await tx.waiting.unanswered(job.user_id, department_id=None, now=now)
            await _return(tx, mine, reason=GONE, now=now)

    async def _leave_department(self, job: ReturnUnanswered) -> None:
        now = self._clock.now()
        async with self._uow(job.tenant_id) as tx:
            if job.department_id is None or job.user_id in await tx.departments.members(job.department_id):
                return
            mine = await tx.waiting.unanswered(job.user_id, department_id=job.department_id, now=now)
            await _return(tx, mine, reason=LEFT_DEPARTMENT, now=now)


def _gone_for(seen_as: SeenAs | None, *, now: datetime, patience: timedelta) -> timedelta:
    """Say how long somebody has been away; of whom nothing is known, long enough."""
    if seen_as is None:
        return patience
    chosen, marks = seen_as.chosen, seen_as.marks
    if chosen.status not in _THERE and chosen.since is not None:
        return now - chosen.since
    if marks is None:
        return patience
    return now - (marks.seen_at if seen_as.status is Status.OFFLINE else marks.active_at)


async def _return(tx: Transaction, conversation_ids: list[ConversationId], *, reason: str, now: datetime) -> None:
    for conversation_id in conversation_ids:
        conversation = await tx.conversations.get(conversation_id)
        department_id = conversation.department_id or await default_queue(tx)
        conversation.hand_to_people(department_id=department_id, reason=reason, by=SYSTEM, now=now)
        await tx.conversations.save(conversation)
