"""Tells a real session to another graph: what would have happened, had the flow been drawn like this.

What the other graph does as the real one did goes on as it really went: its timers fire when they fired, its calls are
answered with what was answered. What it does otherwise has a world of its own: timers fire by the clock, and a call
gets the answer that the same question got, or fails as one that nobody has answered.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from domain.flows import engine
from domain.flows.effects import (
    AskAi,
    Call,
    CallApi,
    CallErp,
    CancelTimer,
    ChangeContact,
    ChangeConversation,
    Effect,
    SetTimer,
)
from domain.flows.flow import FlowVersion
from domain.flows.recorded_answers import RecordedAnswers
from domain.flows.replay import Heard, Recording, as_kept, as_seen
from domain.flows.retold_facts import RetoldFacts
from domain.flows.session import Reply, Session, SessionStatus
from domain.flows.sprint import Sprint
from domain.flows.stimuli import Cancelled, EffectDone, EffectFailed, Stimulus, TimerFired
from domain.flows.text import fold
from domain.flows.tools import Tools
from domain.shared.content import Interactive
from domain.shared.ids import FlowVersionId

MAX_SPRINTS = 1_000
"""Sprints in one retelling: a graph that wakes itself every second, or asks for ever, stops here."""
NOT_RECORDED = "not_recorded"
"""How a call fails that the real session never made."""


class NoteKind(StrEnum):
    """Why a stimulus did not mean what it really did."""

    CHOICE_MISSING = "choice_missing"
    """The contact pressed what is not offered there."""
    NOT_RECORDED = "not_recorded"
    """It asks the world what the real session never asked."""
    OVER = "over"
    """The contact wrote when it had ended; what would start then is another session."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Something that could not be told as it was; `node` is where the other graph stood."""

    kind: NoteKind
    node: str
    text: str


class Played(msgspec.Struct, frozen=True, kw_only=True):
    """A sprint, and when it was."""

    sprint: Sprint
    at: datetime


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one stimulus: the sprints that it brought, those of timers before it included."""

    played: tuple[Played, ...]
    notes: tuple[Note, ...]
    session: Session


class Retelling:
    """Tells it once. `real` are the sprints of the recording's replay, `flow` is the other graph."""

    def __init__(
        self,
        flow: FlowVersion,
        recording: Recording,
        *,
        real: tuple[Sprint, ...],
        versions: Mapping[FlowVersionId, FlowVersion],
        tools: Tools,
    ) -> None:
        self._flow, self._recording, self._real = flow, recording, real
        self._versions, self._lent = {**versions, flow.id: flow, **tools.versions}, tools
        self._really = {effect.id: effect for sprint in real for effect in sprint.effects}
        self._answers = RecordedAnswers(recording, real)
        self._session = recording.opening(version=flow, started_at=recording.heard[0].at)
        self._index, self._count = 0, 0
        self._tools = tools
        self._facts = RetoldFacts(tools.facts, versions.values())
        self._timers: dict[str, datetime | None] = {}
        self._calls: dict[str, Call] = {}
        self._awaited: dict[str, str] = {}
        self._played: list[Played] = []
        self._notes: list[Note] = []

    def tell(self) -> tuple[Told, ...]:
        """Tell all of it; gives what became of each stimulus."""
        return tuple(self._tell(index, heard) for index, heard in enumerate(self._recording.heard[: len(self._real)]))

    def _tell(self, index: int, heard: Heard) -> Told:
        self._index, self._played, self._notes = index, [], []
        self._tools = self._tools_of(heard)
        if index == 0:
            self._take(engine.start(self._flow, session=self._session, at=heard.at, tools=self._tools), at=heard.at)
        else:
            self._catch_up(heard.at)
            stimulus = self._fitting(heard.stimulus)
            if stimulus is not None:
                self._resume(stimulus, at=heard.at)
        self._answer(heard.at)
        return Told(played=tuple(self._played), notes=tuple(self._notes), session=self._session)

    # The world

    def _take(self, sprint: Sprint, *, at: datetime) -> None:
        self._count += 1
        self._played.append(Played(sprint=sprint, at=at))
        self._session = as_kept(sprint.session)
        for effect in sprint.effects:
            self._perform(effect, at=at)
        if self._session.status.is_over:
            self._timers.clear()

    def _resume(self, stimulus: Stimulus, *, at: datetime) -> None:
        sprint = engine.resume(self._flow, session=self._session, stimulus=stimulus, at=at, tools=self._tools)
        if sprint.session.sprints > self._session.sprints:
            self._take(sprint, at=at)

    def _perform(self, effect: Effect, *, at: datetime) -> None:
        match effect:
            case SetTimer(id=timer_id, due_at=due_at, after=after):
                own = due_at or at + (after or timedelta())
                self._timers[timer_id] = None if self._is_real(effect) else own
            case CancelTimer(timer_id=timer_id):
                self._timers.pop(timer_id, None)
            case CallApi() | CallErp() | AskAi() if not self._is_real(effect):
                self._calls[effect.id] = effect
            case ChangeContact() | ChangeConversation() if not self._is_real(effect):
                self._facts.change(effect)
            case _:
                pass

    def _is_real(self, effect: Effect) -> bool:
        """Whether the real session did just this in the sprint that is being told."""
        return effect.id.startswith(f"{self._index + 1}.") and self._really.get(effect.id) == effect

    def _catch_up(self, until: datetime) -> None:
        """Fire the timers that only this graph has set."""
        while self._count < MAX_SPRINTS:
            own = {timer_id: due for timer_id, due in self._timers.items() if due is not None and due <= until}
            if not own:
                return
            timer_id = min(own, key=lambda each: own[each])
            del self._timers[timer_id]
            self._resume(TimerFired(timer_id=timer_id), at=own[timer_id])
            self._answer(own[timer_id])

    def _answer(self, at: datetime) -> None:
        """Answer the calls that only this graph makes; one that is about the same thing waits for the real answer."""
        while self._session.status is SessionStatus.AWAITING and self._count < MAX_SPRINTS:
            call = self._calls.pop(self._session.awaiting or "", None)
            if call is None:
                return
            recorded = self._answers.take(call)
            if recorded is not None and recorded.place > self._index:
                self._awaited[recorded.call.id] = call.id
                return
            if recorded is None:
                self._note(NoteKind.NOT_RECORDED, str(call.__struct_config__.tag))
                self._resume(EffectFailed(effect_id=call.id, code=NOT_RECORDED), at=at)
            else:
                self._resume(msgspec.structs.replace(recorded.answer, effect_id=call.id), at=at)

    # What is told

    def _fitting(self, stimulus: Stimulus | None) -> Stimulus | None:
        """Give what to tell here: None for what means nothing to this graph."""
        session = self._session
        match stimulus:
            case Reply():
                return self._reply(stimulus)
            case TimerFired(timer_id=timer_id):
                is_real = timer_id in self._timers and self._timers.pop(timer_id) is None
                return stimulus if is_real else None
            case EffectDone(effect_id=effect_id) | EffectFailed(effect_id=effect_id) if effect_id in self._awaited:
                own = self._awaited.pop(effect_id)
                return msgspec.structs.replace(stimulus, effect_id=own) if session.awaiting == own else None
            case EffectDone(effect_id=effect_id) | EffectFailed(effect_id=effect_id) if session.awaiting == effect_id:
                self._answers.forget(effect_id)
                return stimulus
            case EffectFailed(effect_id=effect_id) if self._real[self._index - 1].session.asked == effect_id:
                asked = session.asked if session.status is SessionStatus.WAITING else None
                return msgspec.structs.replace(stimulus, effect_id=asked) if asked else None
            case Cancelled():
                return stimulus
            case _:
                return None

    def _reply(self, reply: Reply) -> Reply | None:
        if self._session.status.is_over:
            self._note(NoteKind.OVER, reply.text)
            return None
        pressed = reply.content
        if isinstance(pressed, Interactive):
            was_offered = self._offers(self._real[self._index - 1].session, pressed)
            if was_offered and not self._offers(self._session, pressed):
                self._note(NoteKind.CHOICE_MISSING, reply.text)
        return reply

    def _offers(self, session: Session, pressed: Interactive) -> bool:
        standing = self._versions.get(session.version_id)
        node = standing.nodes.get(session.node or "") if standing else None
        offered = {fold(spelling) for choice in (node.choices if node else ()) for spelling in choice}
        return bool(offered & {fold(pressed.id or ""), fold(pressed.title or "")})

    def _note(self, kind: NoteKind, text: str) -> None:
        self._notes.append(Note(kind=kind, node=self._session.node or "", text=text))

    def _tools_of(self, heard: Heard) -> Tools:
        """Lend what was seen, and the flows that only this graph jumps to as they are now."""
        now = self._lent
        then = as_seen(heard.seen, now, self._versions)
        flows = {**now.flows, **then.flows}
        if self._flow.flow_id in flows:
            flows[self._flow.flow_id] = self._flow
        return msgspec.structs.replace(
            then,
            facts=self._facts.at(heard.seen),
            flows=flows,
            variables={**now.variables, **heard.seen.shared},
        )
