"""How much a tenant uses of what its plan limits."""

from typing import Protocol

import msgspec

from domain.shared.ids import TenantId
from domain.tenants.plans import Limits, Metric


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """A count that was not what is there: a bug somewhere, already repaired here."""

    metric: Metric
    counted: int
    found: int


class UsageMeter(Protocol):
    """A transaction's part in the counting (`tx.usage`). Two that count at once cannot both take the last one."""

    async def take(self, metric: Metric, *, amount: int = 1) -> None:
        """Count before adding. Raises PlanLimitReachedError, and then nothing is counted."""
        ...

    async def take_some(self, metric: Metric, *, wanted: int) -> int:
        """Count as many of `wanted` as the plan still allows, and give how many."""
        ...

    async def give_back(self, metric: Metric, *, amount: int = 1) -> None:
        """Count after removing, or when what was counted did not come to be; of a month's, in this month."""
        ...

    def count(self, metric: Metric, *, amount: int = 1) -> None:
        """Count what cannot be refused, such as a contact who writes; written last, as the row is everybody's."""
        ...

    async def require_room(self, metric: Metric) -> None:
        """Refuse early, counting and locking nothing. Raises PlanLimitReachedError when none is left."""
        ...

    async def recount(self, metric: Metric) -> Drift | None:
        """Count what is there anew; nobody takes or counts meanwhile. None when the count was right."""
        ...


class UsageReader(Protocol):
    """Reads what is used."""

    async def used(self, tenant_id: TenantId) -> dict[Metric, int]:
        """Give the counts, of this month where it is by the month."""
        ...

    async def limits(self, tenant_id: TenantId) -> Limits:
        """Give the plan's limits with the tenant's own over them."""
        ...
