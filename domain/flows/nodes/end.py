"""`end`: ends the flow with an outcome.

{"id": "n11", "type": "end", "data": {"outcome": "boleto_enviado", "message": "Até logo!", "resolve": true}}
"""

from collections.abc import Iterator

import msgspec

from domain.flows.limits import MAX_OUTCOME
from domain.flows.moves import Finish, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.nodes.parts import plain, text_problems
from domain.flows.text import cut
from domain.flows.turn import Turn

DEFAULT_OUTCOME = "completed"
"""The outcome of a flow that names none."""


class EndData(msgspec.Struct, frozen=True, kw_only=True):
    """How it ended, what the contact reads, and whether the conversation is resolved with it."""

    outcome: str = DEFAULT_OUTCOME
    message: str = ""
    resolve: bool = False


class End(Node, frozen=True, tag="end"):
    """No way out: the session is completed, or returns to the flow that jumped here."""

    data: EndData = EndData()

    @property
    def is_last(self) -> bool:
        """It ends the flow."""
        return True

    def enter(self, turn: Turn) -> Move:
        """End."""
        if self.data.message:
            turn.send(plain(self.data.message, turn))
        if self.data.resolve:
            turn.resolve()
        outcome = cut(turn.render(self.data.outcome).strip(), MAX_OUTCOME)
        return Finish(event="ended", outcome=outcome or DEFAULT_OUTCOME)

    def snippets(self) -> Iterator[Snippet]:
        """Give its texts."""
        yield Snippet("template", "data.message", self.data.message)
        yield Snippet("template", "data.outcome", self.data.outcome)

    def problems(self) -> Iterator[Problem]:
        """Check the message."""
        yield from text_problems(self.data.message, has_menu=False)
