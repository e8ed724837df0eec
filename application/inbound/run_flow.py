"""Run a flow's next sprint and do what it asks, all in the transaction that brought the stimulus."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.inbound.apply_effects import ApplyEffects
from application.inbound.choose_flow import ChooseFlow
from application.inbound.flow_tools import FlowTools
from application.inbound.scene import Dialogue, Scene
from application.inbound.serve_waiting import ServeWaiting
from application.ports.ids import Ids
from application.ports.repositories.flow_sessions import SessionCause, SessionRecord, SprintRecord
from domain.conversations.conversation import Handler
from domain.flows.effects import SetTimer, StartFlow
from domain.flows.flow import FlowVersion
from domain.flows.seen import Seen, Witness
from domain.flows.session import Reply, Session, Value
from domain.flows.sprint import Sprint
from domain.flows.stimuli import Stimulus
from domain.flows.tools import Tools
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId

MAX_CHAIN = 5
"""Flows that start each other without an answer in between; more is a loop of the author's."""


class Opening(msgspec.Struct, frozen=True, kw_only=True):
    """Why a session begins, what it knows, and under which id, where whoever wants it chose one."""

    cause: SessionCause = SessionCause.MESSAGE
    variables: dict[str, Value] = {}
    session_id: FlowSessionId | None = None


OPENING = Opening()
"""The contact wrote something."""


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
        opening: Opening = OPENING,
        chain: int = 0,
    ) -> None:
        """Start a session on a version; the first of `replies` started it, the others wait their turn.

        In a conversation that is over it speaks beside it: that stays over, and nobody has it.
        """
        scene = dialogue.scene
        version = await self._tools.version(scene.tx, version_id)
        session = Session(
            id=opening.session_id or FlowSessionId(self._ids.new()),
            flow_id=version.flow_id,
            version_id=version.id,
            started_at=scene.now,
            variables=dict(opening.variables),
            reply=replies[0] if replies else None,
            pending=replies[1:],
        )
        witness = Witness(version, await self._tools.lend(dialogue, version, session), opening=session)
        sprint = self._engine.start(version, session=session, at=scene.now, tools=witness.tools)
        record = SessionRecord(
            session=sprint.session,
            contact_id=dialogue.contact.id,
            conversation_id=dialogue.conversation.id,
            config_id=scene.config.id,
            lane_key=scene.lane_key,
            cause=opening.cause,
            began_in=(version.flow_id, version.id),
        )
        if not dialogue.conversation.is_over:
            dialogue.conversation.hand_to_bot(now=scene.now)
        played = _played(sprint, stimulus=session.reply, at=scene.now, seen=witness.seen)
        await scene.tx.flow_sessions.add(record, sprint=played)
        await self._finish(dialogue, record, sprint, chain=chain)

    async def resume(self, dialogue: Dialogue, record: SessionRecord, stimulus: Stimulus) -> None:
        """Let the session hear the stimulus."""
        scene, session = dialogue.scene, record.session
        version = await self._tools.version(scene.tx, session.version_id)
        witness = Witness(version, await self._tools.lend(dialogue, version, session))
        sprint = self._engine.resume(version, session=session, stimulus=stimulus, at=scene.now, tools=witness.tools)
        if sprint.session.sprints == session.sprints:
            return
        record = msgspec.structs.replace(record, session=sprint.session)
        played = _played(sprint, stimulus=stimulus, at=scene.now, seen=witness.seen)
        await scene.tx.flow_sessions.save(record, sprint=played)
        await self._finish(dialogue, record, sprint, chain=0)

    async def _finish(self, dialogue: Dialogue, record: SessionRecord, sprint: Sprint, *, chain: int) -> None:
        tx = dialogue.scene.tx
        await self._effects(dialogue, record, sprint.effects)
        if record.session.status.is_over:
            if _may_have_timers(record.session, sprint):
                await tx.flow_sessions.cancel_timers(record.session.id)
            await self._follow(dialogue, record, sprint, chain=chain + 1)

    async def _follow(self, dialogue: Dialogue, record: SessionRecord, sprint: Sprint, *, chain: int) -> None:
        """Start what comes after an end: the flow that it named, or the one that waiting replies ask for."""
        conversation, ended = dialogue.conversation, record.session
        named = next((effect for effect in sprint.effects if isinstance(effect, StartFlow)), None)
        is_the_bots = conversation.handler is Handler.BOT or (conversation.is_over and named is not None)
        if not is_the_bots or chain > MAX_CHAIN or dialogue.contact.is_blocked:
            return
        opening = OPENING
        if named is not None:
            replies = (ended.reply, *ended.pending) if ended.reply is not None else ended.pending
            version_id = await self.published(dialogue.scene, named.flow_id)
            cause = record.cause if conversation.is_over else SessionCause.FLOW
            opening = Opening(cause=cause, variables=named.variables)
        elif ended.pending:
            replies = ended.pending
            version_id = await self._choose_flow(dialogue.scene, text=replies[0].text)
        else:
            return
        if version_id is not None:
            await self.start(dialogue, version_id, replies=replies, opening=opening, chain=chain)
        elif not conversation.is_over:
            await self._waiting.queue(dialogue, reason="no_flow", greets=False)

    @staticmethod
    async def published(scene: Scene, flow_id: FlowId) -> FlowVersionId | None:
        """Give the version of a flow that runs; None where none does."""
        published = await scene.tx.flows.published()
        return next((flow.version_id for flow in published if flow.flow_id == flow_id), None)


def _played(sprint: Sprint, *, stimulus: Stimulus | None, at: datetime, seen: Seen | None) -> SprintRecord:
    return SprintRecord(
        number=sprint.session.sprints, stimulus=msgspec.json.encode(stimulus), trace=sprint.trace, at=at, seen=seen
    )


def _may_have_timers(session: Session, sprint: Sprint) -> bool:
    """Say whether it can have set any: not, where its first sprint ended it without."""
    return session.sprints > 1 or any(isinstance(effect, SetTimer) for effect in sprint.effects)
