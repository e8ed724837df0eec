"""No scheduled message is forgotten, whatever became of its job."""

from datetime import timedelta

from application.messages.send_scheduled_message import order
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.jobs import Job
from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import TenantId

OVERDUE = timedelta(minutes=2)
"""Its own job sends it at its second; one that is later than this has lost it."""
AT_ONCE = 500


class SweepScheduledMessages(Job, frozen=True, tag="sweep_scheduled_messages"):
    """Look for scheduled messages that should have been sent. Idempotent: ordering one that waits changes nothing."""


class SweepScheduledMessagesHandler:
    """Order anew what is overdue. Does SweepScheduledMessages.

    Each has a job of its own, which is ordered with it. This finds those whose job an operator dropped, or that came
    back with an older copy of the database.
    """

    def __init__(self, *, directory: Directory, uow: UnitOfWork, clock: Clock) -> None:
        self._directory, self._uow, self._clock = directory, uow, clock

    async def __call__(self, _: SweepScheduledMessages) -> None:
        """Do it for every company; what is more than some hundred of one is found the next time."""
        for tenant in await self._directory.tenants():
            await self._sweep(tenant.id)

    async def _sweep(self, tenant_id: TenantId) -> None:
        now = self._clock.now()
        async with self._uow(tenant_id) as tx:
            for scheduled_id in await tx.scheduled_messages.due(before=now - OVERDUE, limit=AT_ONCE):
                order(tx, scheduled_id, send_at=now, now=now)
