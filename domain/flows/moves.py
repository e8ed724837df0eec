"""What a node wants to happen next. The engine does it."""

from datetime import datetime, timedelta

import msgspec

from domain.flows.session import SessionStatus, Value
from domain.shared.ids import FlowId


class _Move(msgspec.Struct, frozen=True, kw_only=True):
    """Common base of the moves."""

    event: str
    reason: str | None = None


class Ask(_Move, frozen=True, kw_only=True):
    """Wait for the contact's reply to the message of effect `asked`, at most for `timeout`."""

    asked: str | None = None
    timeout: timedelta | None = None


class Sleep(_Move, frozen=True, kw_only=True):
    """Wait for a time; replies are kept for afterwards."""

    until: datetime


class Await(_Move, frozen=True, kw_only=True):
    """Wait for the world's answer to an effect."""

    effect_id: str


class Keep(_Move, frozen=True, kw_only=True):
    """Not now: keep the reply for later and go on waiting."""


class Finish(_Move, frozen=True, kw_only=True):
    """End the flow, and the session with it unless another flow waits for its return and this is not `final`."""

    final: bool = False
    status: SessionStatus = SessionStatus.COMPLETED
    outcome: str


class Fail(_Move, frozen=True, kw_only=True):
    """Something went wrong: take an edge of `handles`, else the flow's `on_error`; `fatal` goes straight there."""

    code: str
    handles: tuple[str, ...] = ("error",)
    fatal: bool = False

    @property
    def why(self) -> str:
        """The code, with the reason where there is one."""
        return f"{self.code}: {self.reason}" if self.reason else self.code


class Leave(_Move, frozen=True, kw_only=True):
    """Take an edge: first by `handles`, then by a true condition, then by `fallback`, then the default one.

    With `only` nothing but `handles` counts. When no edge was taken: `otherwise`, or with `again` the node is asked.
    """

    handles: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    only: bool = False
    again: bool = False
    otherwise: Finish | None = None


class Call(_Move, frozen=True, kw_only=True):
    """Run another flow with `variables` and come back with `outputs`."""

    flow_id: FlowId
    variables: dict[str, Value] = {}
    outputs: dict[str, str] = {}


Move = Leave | Ask | Sleep | Await | Keep | Finish | Fail | Call
