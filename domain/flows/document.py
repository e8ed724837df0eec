"""A flow as it is drawn: what the editor saves, the API takes and the engine runs."""

from enum import StrEnum
from typing import Annotated

import msgspec

from domain.flows.limits import DEFAULT_SESSION_MINUTES, MAX_JOIN_SECONDS, MAX_WAIT_MINUTES
from domain.flows.nodes import AnyNode
from domain.flows.session import Value
from domain.flows.triggers import Manual, Trigger


class OnError(StrEnum):
    """What becomes of a session that cannot go on."""

    TRANSFER = "transfer"
    """It fails, and a person gets the conversation with the reason."""
    END = "end"
    """It fails."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for the whole flow."""

    session_timeout_minutes: Annotated[float, msgspec.Meta(gt=0, le=MAX_WAIT_MINUTES)] = DEFAULT_SESSION_MINUTES
    on_error: OnError = OnError.TRANSFER
    join_seconds: Annotated[float, msgspec.Meta(ge=0, le=MAX_JOIN_SECONDS)] = 0
    """How long to listen for more before what the contact typed in pieces is one reply; 0: each piece is one."""


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A way from a node to another. Without handle and condition it is the default."""

    id: str
    source: str
    target: str
    source_handle: str | None = None
    condition: str | None = None

    @property
    def is_default(self) -> bool:
        """Whether it is taken when nothing else is."""
        return self.source_handle is None and self.condition is None


class FlowDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The flow, read. `source` is the document with everything in it, also what we do not know."""

    name: str = ""
    trigger: Trigger = Manual()
    variables: dict[str, Value] = {}
    settings: Settings = Settings()
    nodes: tuple[AnyNode, ...] = ()
    edges: tuple[Edge, ...] = ()
    source: dict[str, object] = {}
