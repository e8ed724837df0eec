"""No promise is forgotten, whatever became of its job; and no history of rules is kept for ever."""

from datetime import timedelta

from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.jobs import Job
from application.ports.serving import order_tending
from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import TenantId

OVERDUE = timedelta(minutes=2)
"""Its own job looks at its second; one that is later than this has lost it."""
KEEP_RUNS = timedelta(days=30)
AT_ONCE = 500


class SweepPromises(Job, frozen=True, kw_only=True, tag="sweep_promises"):
    """Look for promises that somebody should have looked at. Idempotent: ordering one that waits changes nothing."""


class SweepPromisesHandler:
    """Does SweepPromises: orders anew what is overdue, and forgets what rules did a month ago."""

    def __init__(self, *, directory: Directory, uow: UnitOfWork, clock: Clock) -> None:
        self._directory, self._uow, self._clock = directory, uow, clock

    async def __call__(self, _: SweepPromises) -> None:
        """Do it for every company; what is more than some hundred of one is found the next time."""
        for tenant in await self._directory.tenants():
            await self._sweep(tenant.id)

    async def _sweep(self, tenant_id: TenantId) -> None:
        now = self._clock.now()
        async with self._uow(tenant_id) as tx:
            for conversation_id in await tx.promises.due(before=now - OVERDUE, limit=AT_ONCE):
                order_tending(tx.jobs, tenant_id, conversation_id, at=None, now=now)
            await tx.automation_runs.forget(before=now - KEEP_RUNS, limit=AT_ONCE)
