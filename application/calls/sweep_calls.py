"""No call is forgotten, whatever became of its job."""

from datetime import timedelta

from application.calls.perform_call import order
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.jobs import Job
from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import TenantId

OVERDUE = timedelta(minutes=2)
"""Its own job makes it at its second, and a dead worker's job comes back sooner; one that is later has lost it."""
AT_ONCE = 500


class SweepCalls(Job, frozen=True, tag="sweep_calls"):
    """Look for calls that should have been made. Idempotent: ordering one that waits changes nothing."""


class SweepCallsHandler:
    """Order anew what is overdue. Does SweepCalls.

    Each call has a job of its own, which is ordered with it. This finds those whose job was held, or that an operator
    dropped, or that came back with an older copy of the database: a session that waits for one would wait for ever.
    """

    def __init__(self, *, directory: Directory, uow: UnitOfWork, clock: Clock) -> None:
        self._directory, self._uow, self._clock = directory, uow, clock

    async def __call__(self, _: SweepCalls) -> None:
        """Do it for every company; what is more than some hundred of one is found the next time."""
        for tenant in await self._directory.tenants():
            await self._sweep(tenant.id)

    async def _sweep(self, tenant_id: TenantId) -> None:
        before = self._clock.now() - OVERDUE
        async with self._uow(tenant_id) as tx:
            for call_id in await tx.flow_calls.overdue(before=before, limit=AT_ONCE):
                order(tx, call_id)
