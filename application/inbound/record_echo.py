"""A person answered from the WhatsApp Business app on a phone: keep it, and let the bot be silent."""

import msgspec

from application.inbound.change_message import ChangeMessage
from application.inbound.recognise_contact import RecogniseContact
from application.inbound.run_flow import RunFlow
from application.inbound.scene import Dialogue, Scene
from application.media.expect_file import expect_file
from application.ports.ids import Ids
from application.ports.repositories.message_changes import Change
from domain.conversations.conversation import Conversation
from domain.conversations.message import Direction, Message, SenderKind
from domain.conversations.timeline import SOMEBODY
from domain.flows.stimuli import Cancelled
from domain.shared.content import Edit, Reaction, Revoke
from domain.shared.ids import ConversationId, MessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import EchoReceived, MessageReceived, StatusChanged


class RecordEcho:
    """Store a message that a person sent elsewhere. Idempotent by the provider's id; it is never sent again.

    A reaction, an edit or a revoke from the phone is shown on its message, and is no answer.
    """

    def __init__(self, *, recognise: RecogniseContact, run_flow: RunFlow, change: ChangeMessage, ids: Ids) -> None:
        self._recognise, self._run_flow, self._change, self._ids = recognise, run_flow, change, ids

    async def __call__(self, scene: Scene, echo: EchoReceived) -> None:
        """Store it and end the bot's session."""
        if isinstance(echo.content, Reaction | Edit | Revoke):
            await self._change(scene, echo)
            return
        message_id = MessageId(self._ids.new())
        is_new = await scene.tx.messages.claim_name(
            message_id, provider_message_id=echo.provider_message_id, config_id=scene.config.id
        )
        if not is_new:
            return
        contact = await self._recognise(scene, echo.recipient)
        conversation = await scene.tx.conversations.find_open(contact_id=contact.id, config_id=scene.config.id)
        if conversation is None:
            conversation = Conversation.open(
                conversation_id=ConversationId(self._ids.new()),
                contact_id=contact.id,
                whatsapp_config_id=scene.config.id,
                now=scene.now,
                by=SOMEBODY,
            )
            await scene.tx.conversations.add(conversation)
        content = await expect_file(scene.tx, echo.content, ids=self._ids, config_id=scene.config.id, now=scene.now)
        echo = msgspec.structs.replace(echo, content=content)
        message = _message(scene, echo, conversation.id, message_id=message_id)
        waited = await self._waited_for(scene, message)
        message.tell_sent()
        await scene.tx.messages.add(message)
        await self._change.react(scene, message, waited)
        conversation.answer(message.shown, at=min(echo.sent_at, scene.now), by_person=True)
        conversation.answered_elsewhere(now=scene.now)
        running = await scene.tx.flow_sessions.find_running(conversation.id)
        if running is not None:
            dialogue = Dialogue(scene=scene, contact=contact, conversation=conversation)
            await self._run_flow.resume(dialogue, running, Cancelled(reason="answered_from_phone"))
        await scene.tx.outbound.cancel_queued(conversation.id, sender=SenderKind.BOT)
        await scene.tx.conversations.save(conversation)

    async def _waited_for(self, scene: Scene, message: Message) -> list[Change]:
        """Apply the statuses and changes that were faster than the echo; give the changes."""
        names = [name for name in (message.provider_message_id,) if name is not None]
        parked = await scene.tx.messages.take_parked(names, config_id=scene.config.id)
        for status in parked:
            if isinstance(status, StatusChanged):
                message.report(status.status, at=min(status.at, scene.now))
        changes = [item for item in parked if isinstance(item, MessageReceived | EchoReceived)]
        self._change.apply(message, changes, now=scene.now)
        return changes


def _message(scene: Scene, echo: EchoReceived, conversation_id: ConversationId, *, message_id: MessageId) -> Message:
    return Message(
        id=message_id,
        conversation_id=conversation_id,
        whatsapp_config_id=scene.config.id,
        direction=Direction.OUTBOUND,
        sender=SenderKind.AGENT,
        content=echo.content,
        status=MessageStatus.DELIVERED,
        created_at=scene.now,
        reply_to=echo.context.message_id if echo.context is not None else None,
        provider_message_id=echo.provider_message_id,
        status_at={str(MessageStatus.DELIVERED): min(echo.sent_at, scene.now)},
    )
