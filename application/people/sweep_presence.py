"""Nobody is seen as there who is not: those who fell silent or idle are noticed, and the others told."""

import contextlib
from datetime import timedelta

from application.people.settle_presence import SettlePresence
from application.ports.clock import Clock
from application.ports.presence import Presence
from domain.people.status import OFFLINE_AFTER
from domain.tenants.errors import TenantNotFoundError

FORGET_AFTER = OFFLINE_AFTER * 2
"""When whoever is silent was told to be offline for certain."""
SWEEP_EVERY = timedelta(seconds=15)
"""How late the others learn that somebody went; a company costs one short transaction each time."""


class SweepPresence:
    """Run by every worker every `SWEEP_EVERY`. Idempotent: what one told, the next finds told."""

    def __init__(self, *, settle: SettlePresence, presence: Presence, clock: Clock) -> None:
        self._settle, self._presence, self._clock = settle, presence, clock

    async def __call__(self) -> None:
        """Look at every company of which anybody may still be seen as there."""
        for tenant_id in await self._presence.tenants():
            with contextlib.suppress(TenantNotFoundError):  # it was purged; its people fall silent like any others
                await self._settle(tenant_id)
            await self._presence.forget(tenant_id, before=self._clock.now() - FORGET_AFTER)
