"""What every aggregate shares: a version for lost races, and the events it has caused and not yet told."""

import msgspec

from domain.shared.events import Event


class Aggregate(msgspec.Struct, kw_only=True, eq=False):
    """A thing with an identity. `version` is the one that was read; saving checks it and counts it up."""

    version: int = 0
    _events: list[Event] = msgspec.field(default_factory=list, name="-events")

    def record(self, event: Event) -> None:
        """Remember an event until the transaction takes it."""
        self._events.append(event)

    def take_events(self) -> list[Event]:
        """Hand over the events, once."""
        taken, self._events = self._events, []
        return taken
