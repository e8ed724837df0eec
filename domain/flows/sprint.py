"""What one run of the engine gives: the new state, what the world must do, and what happened step by step."""

from datetime import datetime

import msgspec

from domain.flows.effects import Effect
from domain.flows.session import Session, Value


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One node's turn: what it did (`event`), which edge was taken and why, the values that decided it."""

    node: str
    type: str
    event: str
    at: datetime
    edge: str | None = None
    reason: str | None = None
    values: dict[str, Value] = {}
    effects: tuple[str, ...] = ()


class Sprint(msgspec.Struct, frozen=True, kw_only=True):
    """The outcome of `start` or `resume`."""

    session: Session
    effects: tuple[Effect, ...] = ()
    trace: tuple[Step, ...] = ()
