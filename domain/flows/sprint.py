"""What one run of the engine gives: the new state, what the world must do, and what happened step by step."""

from datetime import datetime

import msgspec

from domain.flows.effects import Effect
from domain.flows.session import Session, Value
from domain.shared.ids import FlowVersionId


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One node's turn: what it did (`event`), which edge was taken and why, the values that decided it.

    `version` is that of the flow it stood in, where that is one that the session's first flow jumped to.
    """

    node: str
    type: str
    event: str
    at: datetime
    version: FlowVersionId | None = None
    edge: str | None = None
    reason: str | None = None
    values: dict[str, Value] = {}
    effects: tuple[str, ...] = ()


class Sprint(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of `start` or `resume`."""

    session: Session
    effects: tuple[Effect, ...] = ()
    trace: tuple[Step, ...] = ()
