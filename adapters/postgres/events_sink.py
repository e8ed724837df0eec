"""Where repositories leave the events of what they save, until the transaction writes them."""

from domain.shared.events import Event


class EventSink:
    """The events of one transaction, in the order in which they happened."""

    __slots__ = ("_events",)

    def __init__(self) -> None:
        self._events: list[Event] = []

    def record(self, events: list[Event]) -> None:
        """Take events; they are written just before the commit, or never."""
        self._events.extend(events)

    @property
    def events(self) -> tuple[Event, ...]:
        """What was recorded so far."""
        return tuple(self._events)
