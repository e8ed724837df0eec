"""The places that one process has for calls."""

from collections import Counter

from domain.shared.ids import TenantId

MOST_OF_ONE = 16
"""A quarter of a worker's places: what one company's slow services take, the others do not miss."""


class Places:
    """How many calls each company has under way in this process."""

    def __init__(self) -> None:
        self._taken: Counter[TenantId] = Counter()

    def take(self, tenant_id: TenantId) -> bool:
        """Take a place; False where the company has its part already."""
        if self._taken[tenant_id] >= MOST_OF_ONE:
            return False
        self._taken[tenant_id] += 1
        return True

    def leave(self, tenant_id: TenantId) -> None:
        """Give a place back."""
        self._taken[tenant_id] -= 1
        if not self._taken[tenant_id]:
            del self._taken[tenant_id]
