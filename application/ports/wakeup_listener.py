"""How a worker sleeps until there may be work."""

from collections.abc import Collection
from typing import Protocol

from application.ports.lanes import LaneKind


class WakeupListener(Protocol):
    """Waits for nudges. A nudge that came since the last wait counts; when nudges cannot come, the time runs out."""

    async def wait(self, kinds: Collection[LaneKind], seconds: float) -> None:
        """Return at a nudge for one of these kinds, or after `seconds`."""
        ...

    async def wait_for_relay(self, seconds: float) -> None:
        """Return when there may be events to publish, or after `seconds`."""
        ...
