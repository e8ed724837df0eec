"""`start`: where a flow begins.

{"id": "n1", "type": "start", "data": {}}
"""

import msgspec

from domain.flows.moves import Leave, Move
from domain.flows.nodes.base import Node
from domain.flows.turn import Turn


class StartData(msgspec.Struct, frozen=True, kw_only=True):
    """Nothing."""


class Start(Node, frozen=True, tag="start"):
    """The one way in; leaves by its default edge."""

    data: StartData = StartData()

    def enter(self, turn: Turn) -> Move:
        """Go on."""
        del turn
        return Leave(event="started")
