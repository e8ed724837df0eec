"""The counts of what a company's plan limits are compared with what is there, and put right."""

from application.ports.counters import Counters
from application.ports.unit_of_work import UnitOfWork
from application.ports.usage import Drift
from domain.shared.ids import TenantId
from domain.tenants.plans import MONTHLY, Metric


class RecountTenant:
    """Recount one company. For operators; it never has to be, so each drift is a bug to be found."""

    def __init__(self, *, uow: UnitOfWork, counters: Counters) -> None:
        self._uow, self._counters = uow, counters

    async def __call__(self, tenant_id: TenantId) -> list[Drift]:
        """Put the counts right and give those that were wrong; each is locked while it is counted."""
        drifts = []
        for metric in Metric:
            if metric not in MONTHLY:
                async with self._uow(tenant_id) as tx:
                    drifts.append(await tx.usage.recount(metric))
        found = [drift for drift in drifts if drift is not None]
        for drift in found:
            self._counters.count("usage_drifts", metric=drift.metric)
        return found
