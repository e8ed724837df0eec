"""A world in small for a flow's tests: a contact who writes, timers that fire, a clock that is moved by hand."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from domain.flows import engine
from domain.flows.choices import offered_in
from domain.flows.durations import read_duration
from domain.flows.effects import (
    AskAi,
    CallApi,
    CallErp,
    CancelTimer,
    ChangeContact,
    ChangeConversation,
    Effect,
    SendMessage,
    SetTimer,
    StartFlow,
)
from domain.flows.flow import FlowVersion
from domain.flows.known import contact_after, conversation_after
from domain.flows.mocks import MockedWorld, Settled
from domain.flows.record import Done, Line, done_in, offered, told_apart
from domain.flows.session import Reply, Session, Value
from domain.flows.sprint import Sprint, Step
from domain.flows.stimuli import Cancelled, EffectFailed, Stimulus, TimerFired
from domain.flows.tools import Tools
from domain.flows.unmet import Unmet
from domain.shared.content import Content, Interactive, Text, plain_text
from domain.shared.ids import FlowSessionId, MessageId

_MAX_SESSIONS = 50
"""Sessions in one test: flows that start each other for ever stop here."""
_MAX_FIRED = 1_000
"""Timers that fire and calls that are answered in one test: a flow that wakes itself every second stops here."""
_MAX_WAIT = timedelta(days=366)
"""The longest time that a test lets pass at once: more than any timer of a session."""


class Rehearsal:
    """Plays one conversation. What the contact does clears `said` and `happened`, which gather what follows.

    `done` gathers every effect, and `begun_with` is what the session knew before its first node.
    """

    def __init__(
        self,
        flow: FlowVersion,
        *,
        tools: Tools,
        at: datetime,
        variables: dict[str, Value],
        world: MockedWorld,
        from_node: str | None = None,
    ) -> None:
        self.session: Session | None = None
        self.transcript: list[Line] = []
        self.trace: list[Step] = []
        self.said: list[Line] = []
        self.happened: list[Effect] = []
        self.done: list[Done] = []
        self.begun_with: dict[str, Value] = {}
        self._played = flow
        self._flow = flow
        self._tools = tools
        self._at = at
        self._variables = variables
        self._world = world
        self._from_node = from_node
        self._due: dict[str, tuple[datetime, TimerFired | Settled]] = {}
        self._messages = 0
        self._sessions = 0
        self._fired = 0

    @property
    def at(self) -> datetime:
        """What the clock says."""
        return self._at

    @property
    def wakes_at(self) -> datetime | None:
        """Say when the next timer fires, or the next answer comes."""
        return min((at for at, _ in self._due.values()), default=None)

    def begin(self) -> None:
        """Start the flow, if nothing has, as the API or a campaign would."""
        if self.session is None:
            self._start(self._flow, self._variables, reply=None, from_node=self._from_node)

    def say(self, text: str) -> list[Unmet]:
        """Let the contact write."""
        return self._hear(Text(body=text))

    def send(self, content: dict[str, object]) -> list[Unmet]:
        """Let the contact send something else than text."""
        try:
            return self._hear(msgspec.convert(content, Content))
        except msgspec.ValidationError as error:
            return [Unmet(code="no_message", values={"reason": str(error)})]

    def choose(self, title: str) -> list[Unmet]:
        """Let the contact press a button or a row of the last message that had some."""
        self.begin()
        choice = offered(self.transcript, title)
        if choice is None:
            return [Unmet(code="no_choice", values={"title": title})]
        return self._hear(Interactive(kind="button", id=choice.id, title=choice.title))

    def wait(self, duration: str) -> list[Unmet]:
        """Let time pass; timers fire when they are due, in order."""
        length = read_duration(duration)
        if length is None or length > _MAX_WAIT:
            return [Unmet(code="no_duration", values={"duration": duration, "days": _MAX_WAIT.days})]
        self.begin()
        self._clear()
        until = self._at + length
        while self._fired < _MAX_FIRED:
            due = min(self._due, key=lambda name: self._due[name][0], default=None)
            if due is None or self._due[due][0] > until:
                break
            self._fired += 1
            at, what = self._due.pop(due)
            self._at = max(self._at, at)
            self._resume(what)
        self._at = until
        return []

    def fail(self, code: str) -> list[Unmet]:
        """Let the provider refuse the message that the session waits on."""
        asked = self.session.asked if self.session else None
        if asked is None:
            return [Unmet(code="nothing_asked")]
        self._clear()
        self._resume(EffectFailed(effect_id=asked, code=code))
        return []

    def cancel(self, reason: str) -> list[Unmet]:
        """Let somebody take the conversation over."""
        self._clear()
        self._resume(Cancelled(reason=reason))
        return []

    def _hear(self, content: Content) -> list[Unmet]:
        self._clear()
        self._messages += 1
        reply = Reply(message_id=MessageId(UUID(int=self._messages)), content=content, text=plain_text(content))
        self.transcript.append(Line(by="contact", text=reply.text, at=self._at, content=content))
        if self.session is None or self.session.status.is_over:
            from_node = self._from_node if self.session is None else None
            self._start(self._flow, self._variables, reply=reply, from_node=from_node)
        else:
            self._resume(reply)
        return []

    def _clear(self) -> None:
        self.said, self.happened = [], []

    def _start(
        self, flow: FlowVersion, variables: dict[str, Value], *, reply: Reply | None, from_node: str | None = None
    ) -> None:
        if self._sessions == _MAX_SESSIONS:
            return
        self._sessions += 1
        self._played = flow
        self.begun_with = {**self._tools.variables, **flow.document.variables, **variables}
        self._due.clear()
        session = Session(
            id=FlowSessionId(UUID(int=self._sessions)),
            flow_id=flow.flow_id,
            version_id=flow.id,
            started_at=self._at,
            variables=variables,
            reply=reply,
        )
        self._take(engine.start(flow, session=session, at=self._at, tools=self._tools, from_node=from_node))
        self._settle()

    def _resume(self, stimulus: Stimulus) -> None:
        self._tell(stimulus)
        self._settle()

    def _settle(self) -> None:
        """Let the world answer what it answers at once."""
        while (name := self._answered()) is not None:
            if self._fired == _MAX_FIRED:
                self._world.complain(Unmet(code="asks_for_ever", values={"limit": _MAX_FIRED}))
                self._due.clear()
                return
            self._fired += 1
            self._tell(self._due.pop(name)[1])

    def _answered(self) -> str | None:
        awaited = self.session.awaiting if self.session else None
        at, what = self._due.get(awaited or "", (None, None))
        return awaited if at is not None and at <= self._at and not isinstance(what, TimerFired) else None

    def _tell(self, stimulus: Stimulus) -> None:
        if self.session is not None:
            self._take(
                engine.resume(self._flow, session=self.session, stimulus=stimulus, at=self._at, tools=self._tools)
            )

    def _take(self, sprint: Sprint) -> None:
        self.session = sprint.session
        elsewhere = self._played.id if self._played.id != self._flow.id else None
        self.trace.extend(told_apart(sprint.trace, elsewhere))
        self.done.extend(done_in(sprint, elsewhere))
        self.happened.extend(sprint.effects)
        if sprint.session.status.is_over:
            self._due.clear()
        for effect in sprint.effects:
            self._perform(effect)
        is_blocked = any(isinstance(effect, ChangeContact) and effect.block for effect in sprint.effects)
        if is_blocked and not sprint.session.status.is_over:
            self._tell(Cancelled(reason="contact_blocked"))

    def _perform(self, effect: Effect) -> None:
        facts = self._tools.facts
        match effect:
            case SendMessage(content=content):
                titles = tuple(choice.title for choice in offered_in(content))
                line = Line(by="bot", text=plain_text(content), at=self._at, choices=titles, content=content)
                self.transcript.append(line)
                self.said.append(line)
            case SetTimer(id=timer_id, due_at=due_at, after=after):
                at = due_at or self._at + (after or timedelta())
                self._due[timer_id] = (at, TimerFired(timer_id=timer_id))
            case CancelTimer(timer_id=timer_id):
                self._due.pop(timer_id, None)
            case CallApi() | CallErp() | AskAi():
                wait, settled = self._world.answer(effect)
                self._due[effect.id] = (self._at + wait, settled)
            case ChangeContact():
                self._learn(contact=contact_after(facts.contact, effect))
            case ChangeConversation():
                self._learn(conversation=conversation_after(facts.conversation, effect))
            case StartFlow(flow_id=flow_id, variables=variables) if flow_id in self._tools.flows:
                self._start(self._tools.flows[flow_id], variables, reply=None)
            case _:
                pass

    def _learn(self, **facts: dict[str, Value]) -> None:
        self._tools = msgspec.structs.replace(self._tools, facts=msgspec.structs.replace(self._tools.facts, **facts))
