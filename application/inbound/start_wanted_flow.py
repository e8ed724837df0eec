"""A flow begins with a contact who wrote nothing: somebody, the clock or an event wants it."""

from datetime import timedelta

import msgspec

from application.conversations.silence_bot import silence_bot
from application.inbound.recognise_contact import RecogniseContact
from application.inbound.run_flow import Opening, RunFlow
from application.inbound.scene import Dialogue, Scene
from application.ports.ids import Ids
from application.ports.repositories.flow_sessions import SessionCause
from application.triggers.obstacles import obstacle_in, obstacle_with
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import SYSTEM, TimelineEntry, TimelineKind
from domain.flows.session import Value
from domain.flows.starts import MAX_STARTS_AN_HOUR, NotStarted
from domain.shared.ids import ConversationId
from domain.whatsapp.inbound import FlowWanted

_HOUR = timedelta(hours=1)
_BY_ITSELF = frozenset({SessionCause.EVENT, SessionCause.RULE})
"""Causes that a flow itself may bring about."""
_VARIABLES = msgspec.json.Decoder(dict[str, Value])


class StartWantedFlow:
    """Begin it, where nobody else has the conversation. Idempotent by the session's id, which is chosen beforehand.

    What is over stays over: a flow that an event began there speaks beside it. Why none began stands in the timeline,
    and is counted in the schedule's run.
    """

    def __init__(self, *, recognise: RecogniseContact, run_flow: RunFlow, ids: Ids) -> None:
        self._recognise, self._run_flow, self._ids = recognise, run_flow, ids

    async def __call__(self, scene: Scene, item: FlowWanted) -> None:
        """Begin it, or note why not."""
        if item.session_id is not None and await scene.tx.flow_sessions.get(item.session_id) is not None:
            return
        scene.tx.rule_depth = max(scene.tx.rule_depth, item.depth)
        contact = await self._contact(scene, item)
        found = await _conversation(scene, contact, item)
        refused = await _refused(scene, contact, found, item)
        version_id = None if refused else await self._run_flow.published(scene, item.flow_id)
        if version_id is None:
            await _note(scene, contact, found, item, reason=refused or NotStarted.NOT_PUBLISHED)
            return
        if found is not None and item.replaces:
            await silence_bot(scene.tx, found.id, reason="replaced", now=scene.now)
        conversation = found or await self._open(scene, contact)
        opening = Opening(
            cause=SessionCause(item.cause), variables=_VARIABLES.decode(item.variables), session_id=item.session_id
        )
        dialogue = Dialogue(scene=scene, contact=contact, conversation=conversation)
        await self._run_flow.start(dialogue, version_id, replies=(), opening=opening)
        await scene.tx.conversations.save(conversation)

    async def _contact(self, scene: Scene, item: FlowWanted) -> Contact:
        """Give whoever it is by now."""
        if item.contact_id is None:
            return await self._recognise(scene, item.recipient)
        contact = await scene.tx.contacts.get(item.contact_id)
        while contact.merged_into is not None:
            contact = await scene.tx.contacts.get(contact.merged_into)
        return contact

    async def _open(self, scene: Scene, contact: Contact) -> Conversation:
        opened = Conversation.open(
            conversation_id=ConversationId(self._ids.new()),
            contact_id=contact.id,
            whatsapp_config_id=scene.config.id,
            now=scene.now,
            by=SYSTEM,
        )
        opened.window_expires_at = await scene.tx.conversations.window_of(
            contact_id=contact.id, config_id=scene.config.id
        )
        await scene.tx.conversations.add(opened)
        return opened


async def _conversation(scene: Scene, contact: Contact, item: FlowWanted) -> Conversation | None:
    """Give the one that it is about, else the open one."""
    if item.conversation_id is not None:
        return await scene.tx.conversations.get(item.conversation_id)
    return await scene.tx.conversations.find_open(contact_id=contact.id, config_id=scene.config.id)


async def _refused(scene: Scene, contact: Contact, found: Conversation | None, item: FlowWanted) -> NotStarted | None:
    """Say why it may not begin; None where it may."""
    is_asked = item.cause == SessionCause.SCHEDULE
    obstacle = await obstacle_with(
        scene.tx, contact, scene.config, found, consent_is_asked=is_asked, now=scene.now
    ) or await obstacle_in(scene.tx, found, replaces=item.replaces)
    if obstacle is None and item.cause in _BY_ITSELF:
        begun = await scene.tx.flow_starts.begun_lately(contact.id, since=scene.now - _HOUR)
        return NotStarted.TOO_MANY if begun >= MAX_STARTS_AN_HOUR else None
    return obstacle


async def _note(
    scene: Scene, contact: Contact, found: Conversation | None, item: FlowWanted, *, reason: NotStarted
) -> None:
    if item.run_id is not None:
        await scene.tx.flow_starts.skip_in_run(item.run_id)
    entry = TimelineEntry(
        kind=TimelineKind.FLOW_NOT_STARTED,
        contact_id=contact.id,
        conversation_id=found.id if found is not None else None,
        by=SYSTEM,
        at=scene.now,
        data={"flow_id": item.flow_id, "cause": item.cause, "reason": reason},
    )
    await scene.tx.timeline.add(entry)
