"""Nobody waits because an order was lost: every minute somebody looks."""

from application.ports.assignment import order_assignment
from application.ports.jobs import Job
from application.ports.presence import Presence
from application.ports.unit_of_work import UnitOfWork


class SweepWaiting(Job, frozen=True, kw_only=True, tag="sweep_waiting"):
    """Look at every company in which somebody is there; a minute is also how late it is noticed that hours began."""


class SweepWaitingHandler:
    """Does SweepWaiting. Idempotent: one order that waits does for all."""

    def __init__(self, *, uow: UnitOfWork, presence: Presence) -> None:
        self._uow, self._presence = uow, presence

    async def __call__(self, _: SweepWaiting) -> None:
        """Order it; where nobody is there, nothing could be given."""
        for tenant_id in await self._presence.tenants():
            async with self._uow(tenant_id) as tx:
                order_assignment(tx.jobs, tenant_id)
