"""Run a flow's next sprint and do what it asks, all in the transaction that brought the stimulus."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.flows.flow_versions import FlowVersions, with_neighbours
from application.inbound.apply_effects import ApplyEffects
from application.inbound.facts import facts_of
from application.inbound.scene import Dialogue
from application.ports.ids import Ids
from application.ports.repositories.flow_sessions import SessionRecord
from domain.flows.effects import StartFlow
from domain.flows.flow import FlowVersion
from domain.flows.language import Language
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
    """Start or resume a session. The caller saves contact and conversation; the session is saved here."""

    def __init__(
        self, *, engine: Engine, language: Language, versions: FlowVersions, effects: ApplyEffects, ids: Ids
    ) -> None:
        self._engine, self._language, self._versions = engine, language, versions
        self._effects, self._ids = effects, ids

    async def start(
        self,
        dialogue: Dialogue,
        version_id: FlowVersionId,
        *,
        reply: Reply | None,
        variables: dict[str, Value] | None = None,
        chain: int = 0,
    ) -> None:
        """Start a session on a version; `reply` is what the contact said, if that is what started it."""
        scene = dialogue.scene
        version = (await self._versions.load(scene.tx, [version_id]))[version_id]
        session = Session(
            id=FlowSessionId(self._ids.new()),
            flow_id=version.flow_id,
            version_id=version.id,
            started_at=scene.now,
            variables=dict(variables or {}),
            reply=reply,
        )
        tools = await self._tools(dialogue, version, session)
        sprint = self._engine.start(version, session=session, at=scene.now, tools=tools)
        record = SessionRecord(
            session=sprint.session,
            contact_id=dialogue.contact.id,
            conversation_id=dialogue.conversation.id,
            config_id=scene.config.id,
            lane_key=scene.lane_key,
        )
        dialogue.conversation.hand_to_bot()
        await scene.tx.flow_sessions.add(record)
        await self._finish(dialogue, record, sprint, stimulus=reply, chain=chain)

    async def resume(self, dialogue: Dialogue, record: SessionRecord, stimulus: Stimulus) -> None:
        """Let the session hear the stimulus."""
        scene, session = dialogue.scene, record.session
        version = (await self._versions.load(scene.tx, [session.version_id]))[session.version_id]
        tools = await self._tools(dialogue, version, session)
        sprint = self._engine.resume(version, session=session, stimulus=stimulus, at=scene.now, tools=tools)
        record = msgspec.structs.replace(record, session=sprint.session)
        await scene.tx.flow_sessions.save(record)
        await self._finish(dialogue, record, sprint, stimulus=stimulus, chain=0)

    async def _tools(self, dialogue: Dialogue, version: FlowVersion, session: Session) -> Tools:
        tools = Tools(
            expressions=self._language.expressions,
            templates=self._language.templates,
            regex=self._language.regex,
            facts=facts_of(dialogue, version),
        )
        frames = [frame.version_id for frame in session.stack]
        return await with_neighbours(tools, version, versions=self._versions, tx=dialogue.scene.tx, frames=frames)

    async def _finish(
        self, dialogue: Dialogue, record: SessionRecord, sprint: Sprint, *, stimulus: Stimulus | None, chain: int
    ) -> None:
        tx = dialogue.scene.tx
        await tx.flow_sessions.add_sprint(
            record.session.id,
            number=record.session.sprints,
            stimulus=msgspec.json.encode(stimulus),
            trace=sprint.trace,
            at=dialogue.scene.now,
        )
        await self._effects(dialogue, record, sprint.effects)
        if record.session.status.is_over:
            await tx.flow_sessions.cancel_timers(record.session.id)
        for effect in sprint.effects:
            if isinstance(effect, StartFlow) and chain < MAX_CHAIN:
                await self._follow(dialogue, effect.flow_id, variables=effect.variables, chain=chain + 1)

    async def _follow(self, dialogue: Dialogue, flow_id: FlowId, *, variables: dict[str, Value], chain: int) -> None:
        published = {flow.flow_id: flow.version_id for flow in await dialogue.scene.tx.flows.published()}
        if flow_id not in published:
            dialogue.conversation.hand_to_people(
                department_id=None, reason="flow_not_published", now=dialogue.scene.now
            )
            return
        await self.start(dialogue, published[flow_id], reply=None, variables=variables, chain=chain)
