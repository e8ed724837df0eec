"""How much a tenant uses of what its plan limits."""

from typing import Protocol

from domain.shared.ids import TenantId
from domain.tenants.plans import Limits, Metric


class UsageMeter(Protocol):
    """A transaction's part in the counting (`tx.usage`). Two that count at once cannot both take the last one."""

    async def take(self, metric: Metric, *, amount: int = 1) -> None:
        """Count before adding. Raises PlanLimitReachedError, and then nothing is counted."""
        ...

    async def give_back(self, metric: Metric, *, amount: int = 1) -> None:
        """Count after removing; what is counted by the month is not given back."""
        ...


class UsageReader(Protocol):
    """Reads what is used."""

    async def used(self, tenant_id: TenantId) -> dict[Metric, int]:
        """Give the counts, of this month where it is by the month."""
        ...

    async def limits(self, tenant_id: TenantId) -> Limits:
        """Give the plan's limits with the tenant's own over them."""
        ...
