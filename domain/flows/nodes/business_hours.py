"""`business_hours`: goes by whether the company, or a department of it, is there.

{"id": "n13", "type": "business_hours", "data": {"calendar": "suporte"}}
"""

from typing import Annotated

import msgspec

from domain.flows.limits import MAX_LABEL
from domain.flows.moves import Leave, Move
from domain.flows.nodes.base import Node
from domain.flows.turn import NodeFailedError, Turn


class BusinessHoursData(msgspec.Struct, frozen=True, kw_only=True):
    """Whose hours: a department's by name or id; without one, the company's."""

    calendar: Annotated[str, msgspec.Meta(max_length=MAX_LABEL)] | None = None


class BusinessHours(Node, frozen=True, tag="business_hours"):
    """Leaves by `open` or `closed`; by `error` where there are no such hours."""

    data: BusinessHoursData = BusinessHoursData()

    @property
    def calendar(self) -> str | None:
        """The calendar that it asks for; nothing written is the company's."""
        return (self.data.calendar or "").strip() or None

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Both."""
        return (("open",), ("closed",))

    def enter(self, turn: Turn) -> Move:
        """Look at the clock."""
        is_open = turn.hours.is_open(self.calendar, turn.at)
        if is_open is None:
            raise NodeFailedError("calendar_missing", f"there is no calendar '{self.calendar}'")
        turn.note("open", is_open)
        return Leave(event="checked", handles=("open" if is_open else "closed",))
