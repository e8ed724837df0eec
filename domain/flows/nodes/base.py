"""What all nodes share: an id, and an answer to each thing that can happen while a session stands on them."""

from collections.abc import Iterator
from typing import Annotated, Literal

import msgspec

from domain.flows.limits import MAX_RETRIES, MAX_WAIT_MINUTES
from domain.flows.moves import Fail, Finish, Keep, Leave, Move
from domain.flows.session import Reply, SessionStatus, Value
from domain.flows.turn import Turn

Minutes = Annotated[float, msgspec.Meta(gt=0, le=MAX_WAIT_MINUTES)]
"""A time to wait, in minutes."""
Retries = Annotated[int, msgspec.Meta(ge=0, le=MAX_RETRIES)]
"""How many wrong answers are asked again."""


class Snippet(msgspec.Struct, frozen=True):
    """A piece of a language inside a node, and where it stands."""

    kind: Literal["expression", "template", "pattern"]
    place: str
    text: str


class Problem(msgspec.Struct, frozen=True):
    """Something in a node's data that must not be published."""

    code: str
    message: str


class Node(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """One step of a flow. A kind of node overrides what concerns it."""

    id: str

    @property
    def type(self) -> str:
        """The word in the document."""
        return str(self.__struct_config__.tag)

    @property
    def pauses(self) -> bool:
        """Whether a session always stops here for a while, so that a loop through it is no loop."""
        return False

    @property
    def is_last(self) -> bool:
        """Whether a flow ends here by design."""
        return False

    @property
    def choices(self) -> tuple[tuple[str, ...], ...]:
        """The ways out that need an edge (or the default edge), each with its spellings."""
        return ()

    def enter(self, turn: Turn) -> Move:
        """Do what the node is for."""
        del turn
        return Leave(event="passed")

    def listens(self, turn: Turn) -> bool:
        """Whether a reply would be taken now, so that pieces of it may be gathered."""
        del turn
        return False

    def hear(self, turn: Turn, reply: Reply) -> Move:
        """Take the contact's reply."""
        del turn, reply
        return Keep(event="kept", reason="the node waits for something else")

    def again(self, turn: Turn) -> Move:
        """Go on after a reply that led nowhere."""
        del turn
        return Fail(event="failed", code="no_edge")

    def wake(self, turn: Turn) -> Move:
        """Go on when the time is over."""
        del turn
        expired = Finish(event="expired", status=SessionStatus.EXPIRED, outcome="timeout", final=True)
        return Leave(event="timed_out", handles=("timeout",), only=True, otherwise=expired)

    def done(self, turn: Turn, result: Value) -> Move:
        """Take the world's answer."""
        del turn, result
        return Leave(event="done")

    def snippets(self) -> Iterator[Snippet]:
        """Give every expression, template and pattern of the node."""
        yield from ()

    def problems(self) -> Iterator[Problem]:
        """Give what is wrong with the node's own data."""
        yield from ()
