"""Run a flow's next sprint and do what it asks, all in the transaction that brought the stimulus."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.inbound.apply_effects import ApplyEffects
from application.inbound.choose_flow import ChooseFlow
from application.inbound.flow_tools import FlowTools
from application.inbound.scene import Dialogue
from application.inbound.serve_waiting import ServeWaiting
from application.ports.ids import Ids
from application.ports.repositories.flow_sessions import SessionRecord, SprintRecord
from domain.conversations.conversation import Handler
from domain.flows.effects import SetTimer, StartFlow
from domain.flows.flow import FlowVersion
from domain.flows.session import Reply, Session, Value
from domain.flows.sprint import Sprint
from domain.flows.stimuli import Stimulus
from domain.flows.tools import Tools
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId

MAX_CHAIN = 5
"""Flows that start each other without an answer in between; more is a loop of the author's."""


class Engine(Protocol):
    """The flow engine's two functions."""

    def start(self, flow: FlowVersion, *, session: Session, at: datetime, tools: Tools) -> Sprint:
        """Begin."""
        ...

    def resume(self, flow: FlowVersion, *, session: Session, stimulus: Stimulus, at: datetime, tools: Tools) -> Sprint:
        """Go on."""
        ...


class RunFlow:
    """Start or resume a session. The caller saves contact and conversation; the session is saved here.

    A stimulus that the session does not wait for (any more) changes nothing. What the contact wrote while a session
    that has now ended was busy starts the next flow: nothing that was said is left without an answer.
    """

    def __init__(
        self,
        *,
        engine: Engine,
        tools: FlowTools,
        choose_flow: ChooseFlow,
        effects: ApplyEffects,
        waiting: ServeWaiting,
        ids: Ids,
    ) -> None:
        self._engine, self._tools, self._choose_flow = engine, tools, choose_flow
        self._effects, self._waiting, self._ids = effects, waiting, ids

    async def start(
        self,
        dialogue: Dialogue,
        version_id: FlowVersionId,
        *,
        replies: tuple[Reply, ...],
        variables: dict[str, Value] | None = None,
        chain: int = 0,
    ) -> None:
        """Start a session on a version; the first of `replies` started it, the others wait their turn."""
        scene = dialogue.scene
        version = await self._tools.version(scene.tx, version_id)
        session = Session(
            id=FlowSessionId(self._ids.new()),
            flow_id=version.flow_id,
            version_id=version.id,
            started_at=scene.now,
            variables=dict(variables or {}),
            reply=replies[0] if replies else None,
            pending=replies[1:],
        )
        tools = await self._tools.lend(dialogue, version, session)
        sprint = self._engine.start(version, session=session, at=scene.now, tools=tools)
        record = SessionRecord(
            session=sprint.session,
            contact_id=dialogue.contact.id,
            conversation_id=dialogue.conversation.id,
            config_id=scene.config.id,
            lane_key=scene.lane_key,
        )
        dialogue.conversation.hand_to_bot(now=scene.now)
        played = _played(sprint, stimulus=session.reply, at=scene.now)
        await scene.tx.flow_sessions.add(record, sprint=played)
        await self._finish(dialogue, record, sprint, chain=chain)

    async def resume(self, dialogue: Dialogue, record: SessionRecord, stimulus: Stimulus) -> None:
        """Let the session hear the stimulus."""
        scene, session = dialogue.scene, record.session
        version = await self._tools.version(scene.tx, session.version_id)
        tools = await self._tools.lend(dialogue, version, session)
        sprint = self._engine.resume(version, session=session, stimulus=stimulus, at=scene.now, tools=tools)
        if sprint.session.sprints == session.sprints:
            return
        record = msgspec.structs.replace(record, session=sprint.session)
        await scene.tx.flow_sessions.save(record, sprint=_played(sprint, stimulus=stimulus, at=scene.now))
        await self._finish(dialogue, record, sprint, chain=0)

    async def _finish(self, dialogue: Dialogue, record: SessionRecord, sprint: Sprint, *, chain: int) -> None:
        tx = dialogue.scene.tx
        await self._effects(dialogue, record, sprint.effects)
        if record.session.status.is_over:
            if _may_have_timers(record.session, sprint):
                await tx.flow_sessions.cancel_timers(record.session.id)
            await self._follow(dialogue, record.session, sprint, chain=chain + 1)

    async def _follow(self, dialogue: Dialogue, ended: Session, sprint: Sprint, *, chain: int) -> None:
        """Start what comes after an end: the flow that it named, or the one that waiting replies ask for."""
        if dialogue.conversation.handler is not Handler.BOT or chain > MAX_CHAIN:
            return
        named = next((effect for effect in sprint.effects if isinstance(effect, StartFlow)), None)
        if named is not None:
            replies = (ended.reply, *ended.pending) if ended.reply is not None else ended.pending
            version_id = await self._published(dialogue, named.flow_id)
            variables = named.variables
        elif ended.pending:
            replies, variables = ended.pending, {}
            version_id = await self._choose_flow(dialogue.scene, text=replies[0].text)
        else:
            return
        if version_id is None:
            await self._waiting.queue(dialogue, reason="no_flow", greets=False)
        else:
            await self.start(dialogue, version_id, replies=replies, variables=variables, chain=chain)

    @staticmethod
    async def _published(dialogue: Dialogue, flow_id: FlowId) -> FlowVersionId | None:
        published = await dialogue.scene.tx.flows.published()
        return next((flow.version_id for flow in published if flow.flow_id == flow_id), None)


def _played(sprint: Sprint, *, stimulus: Stimulus | None, at: datetime) -> SprintRecord:
    return SprintRecord(
        number=sprint.session.sprints, stimulus=msgspec.json.encode(stimulus), trace=sprint.trace, at=at
    )


def _may_have_timers(session: Session, sprint: Sprint) -> bool:
    """Say whether it can have set any: not, where its first sprint ended it without."""
    return session.sprints > 1 or any(isinstance(effect, SetTimer) for effect in sprint.effects)
