"""Stand-ins for what lies outside: a clock that is held still, wake-ups that are written down, passwords in no time."""

from collections.abc import Collection
from datetime import datetime, timedelta

from dishka import Provider, Scope, provide

from adapters.crypto.passwords import Argon2Passwords, Cost
from application.ports.lanes import LaneKind
from application.ports.passwords import Passwords


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


class CheapPasswords(Provider):
    """Argon2id as in the product, at a hundredth of its cost: a guess is expensive, and tests log in all the time."""

    scope = Scope.APP

    @provide(override=True)
    def passwords(self) -> Passwords:
        """Hash them."""
        return Argon2Passwords(cost=Cost(memory_kib=64, passes=1))
