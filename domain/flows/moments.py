"""How things stand after each step of a flow's test: where it waits, what it knows, what it did to the world."""

from collections.abc import Iterator, Mapping
from datetime import datetime

import msgspec

from domain.flows.effects import Effect
from domain.flows.open_secrets import without_secrets
from domain.flows.record import Done
from domain.flows.rehearsal import Rehearsal
from domain.flows.session import SessionStatus, Value
from domain.flows.values import size_of
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId

MAX_SHOWN_BYTES = 4 * 1024
"""One value or effect as JSON: a screenful, without a whole answer of a web service after every step."""
MAX_TOLD_BYTES = 256 * 1024
"""Values and effects of one test: fifty tests in one answer stay below what a browser reads at once."""
MAX_HIDDEN = 100
"""Names of values that are not shown: more tell nobody anything."""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """What the flow wanted of the world, of which `effect` is null where it is too large to show.

    `node` wanted it: one of the flow of `version`, where that is not the one that is tested. Secrets are only named.
    """

    kind: str
    node: str | None
    version: FlowVersionId | None
    effect: Effect | None


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """How things stand after a step of a test.

    `at` is what the clock says, and `wakes_at` when the next timer fires. `node` is where the session waits, in the
    flow `flow_id`: null before it begins and once it has ended. `variables` are the session's, but for those that are
    too large to show, which `hidden` names; `changed` names what the step set, changed or took away. `lines` and
    `walked` say how much of the transcript and of the trace there is by then.
    """

    at: datetime
    wakes_at: datetime | None
    status: SessionStatus | None
    outcome: str | None
    flow_id: FlowId | None
    node: str | None
    variables: dict[str, Value]
    hidden: tuple[str, ...]
    changed: tuple[str, ...]
    effects: tuple[Happened, ...]
    lines: int
    walked: int


class Chronicle:
    """Looks at a rehearsal after each of its steps."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        self.moments: list[Moment] = []
        self._rehearsal = rehearsal
        self._session: FlowSessionId | None = None
        self._known: Mapping[str, Value] = {}
        self._told = 0
        self._left = MAX_TOLD_BYTES

    def look(self) -> None:
        """Write down how things stand now."""
        rehearsal, session = self._rehearsal, self._rehearsal.session
        variables = session.variables if session else {}
        before = self._known if session and session.id == self._session else rehearsal.begun_with
        known = {name: value for name, value in variables.items() if self._fits({name: value})}
        is_over = session is None or session.status.is_over
        self.moments.append(
            Moment(
                at=rehearsal.at,
                wakes_at=rehearsal.wakes_at,
                status=session.status if session else None,
                outcome=session.outcome if session else None,
                flow_id=session.flow_id if session else None,
                node=session.node if session and not is_over else None,
                variables=known,
                hidden=tuple(name for name in variables if name not in known)[:MAX_HIDDEN],
                changed=tuple(_changed(before, variables)),
                effects=tuple(map(self._happened, rehearsal.done[self._told :])),
                lines=len(rehearsal.transcript),
                walked=len(rehearsal.trace),
            )
        )
        self._session, self._known = session.id if session else None, variables
        self._told = len(rehearsal.done)

    def _happened(self, done: Done) -> Happened:
        effect = without_secrets(done.effect)
        kind = str(effect.__struct_config__.tag)
        return Happened(kind=kind, node=done.node, version=done.version, effect=effect if self._fits(effect) else None)

    def _fits(self, value: object) -> bool:
        """Whether it may still be shown; what is shown takes from what is left for the rest."""
        size = size_of(value)
        if size > min(MAX_SHOWN_BYTES, self._left):
            return False
        self._left -= size
        return True


def _changed(before: Mapping[str, Value], now: Mapping[str, Value]) -> Iterator[str]:
    """Give the names whose value is another, or gone; a number and the same text are two things, also true and 1."""
    for name in {**before, **now}:
        if (name in before) != (name in now) or msgspec.json.encode(before[name]) != msgspec.json.encode(now[name]):
            yield name
