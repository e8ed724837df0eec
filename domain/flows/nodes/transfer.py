"""`transfer`: hands the conversation to people and ends the session.

{"id": "n9", "type": "transfer", "data": {"department": "suporte", "note": "CPF {{vars.cpf}}",
 "message": "Já te atendo!"}}
"""

from collections.abc import Iterator

import msgspec

from domain.flows.limits import MAX_TEXT
from domain.flows.moves import Finish, Move
from domain.flows.nodes.base import Node, Problem, Snippet
from domain.flows.nodes.parts import plain, text_problems
from domain.flows.session import SessionStatus
from domain.flows.text import cut
from domain.flows.turn import Turn


class TransferData(msgspec.Struct, frozen=True, kw_only=True):
    """To whom (nobody named: the default queue), what they read, and what the contact reads."""

    department: str | None = None
    user: str | None = None
    note: str = ""
    message: str = ""


class Transfer(Node, frozen=True, tag="transfer"):
    """Ends the session, also for a flow that waits for this one's return."""

    data: TransferData = TransferData()

    @property
    def is_last(self) -> bool:
        """It ends the session."""
        return True

    def enter(self, turn: Turn) -> Move:
        """Hand over."""
        if self.data.message:
            turn.send(plain(self.data.message, turn))
        turn.transfer(
            department=_rendered(self.data.department, turn),
            user=_rendered(self.data.user, turn),
            reason=_rendered(self.data.note, turn),
        )
        return Finish(event="transferred", status=SessionStatus.TRANSFERRED, outcome="transferred")

    def snippets(self) -> Iterator[Snippet]:
        """Give its texts."""
        yield Snippet("template", "data.note", self.data.note)
        yield Snippet("template", "data.message", self.data.message)
        yield Snippet("template", "data.department", self.data.department or "")
        yield Snippet("template", "data.user", self.data.user or "")

    def problems(self) -> Iterator[Problem]:
        """Check the message."""
        yield from text_problems(self.data.message, has_menu=False)


def _rendered(text: str | None, turn: Turn) -> str | None:
    return (cut(turn.render(text).strip(), MAX_TEXT) or None) if text else None
