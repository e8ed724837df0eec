"""Stand-ins for what lies outside: a clock that is held still, and wake-ups that are written down."""

from collections.abc import Collection
from datetime import datetime, timedelta

from application.ports.lanes import LaneKind


class FrozenClock:
    """A clock that moves only when told."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def advance(self, by: timedelta) -> datetime:
        """Move on and give the new time."""
        self.at += by
        return self.at


class RecordedWakeups:
    """Remembers who was nudged, in order; the relay is `relay`."""

    def __init__(self) -> None:
        self.nudges: list[str] = []

    async def nudge(self, kinds: Collection[LaneKind]) -> None:
        self.nudges.extend(sorted(kinds))

    async def nudge_relay(self) -> None:
        self.nudges.append("relay")
