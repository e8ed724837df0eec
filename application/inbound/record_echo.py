"""A person answered from the WhatsApp Business app on a phone: keep it, and let the bot be silent."""

from application.inbound.recognise_contact import RecogniseContact
from application.inbound.run_flow import RunFlow
from application.inbound.scene import Dialogue, Scene
from application.ports.ids import Ids
from domain.conversations.conversation import Conversation
from domain.conversations.message import Direction, Message, SenderKind
from domain.flows.stimuli import Cancelled
from domain.shared.content import plain_text
from domain.shared.ids import ConversationId, MessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import EchoReceived


class RecordEcho:
    """Store a message that a person sent elsewhere. Idempotent by the provider's id; it is never sent again."""

    def __init__(self, *, recognise: RecogniseContact, run_flow: RunFlow, ids: Ids) -> None:
        self._recognise, self._run_flow, self._ids = recognise, run_flow, ids

    async def __call__(self, scene: Scene, echo: EchoReceived) -> None:
        """Store it and end the bot's session."""
        known = await scene.tx.messages.lock_by_provider_id(echo.provider_message_id, config_id=scene.config.id)
        if known is not None:
            return
        contact = await self._recognise(scene, echo.recipient)
        conversation = await scene.tx.conversations.find_open(contact_id=contact.id, config_id=scene.config.id)
        if conversation is None:
            conversation = Conversation.open(
                conversation_id=ConversationId(self._ids.new()),
                contact_id=contact.id,
                whatsapp_config_id=scene.config.id,
                now=scene.now,
            )
            await scene.tx.conversations.add(conversation)
        await scene.tx.messages.add(self._message(scene, echo, conversation.id))
        conversation.answer(preview=plain_text(echo.content), at=min(echo.sent_at, scene.now), by_person=True)
        conversation.answered_elsewhere()
        running = await scene.tx.flow_sessions.find_running(conversation.id)
        if running is not None:
            dialogue = Dialogue(scene=scene, contact=contact, conversation=conversation)
            await self._run_flow.resume(dialogue, running, Cancelled(reason="answered_from_phone"))
        await scene.tx.outbound.cancel_queued(conversation.id, sender=SenderKind.BOT)
        await scene.tx.conversations.save(conversation)

    def _message(self, scene: Scene, echo: EchoReceived, conversation_id: ConversationId) -> Message:
        sent_at = min(echo.sent_at, scene.now)
        message = Message(
            id=MessageId(self._ids.new()),
            conversation_id=conversation_id,
            whatsapp_config_id=scene.config.id,
            direction=Direction.OUTBOUND,
            sender=SenderKind.AGENT,
            content=echo.content,
            status=MessageStatus.DELIVERED,
            created_at=scene.now,
            reply_to=echo.context.message_id if echo.context is not None else None,
            provider_message_id=echo.provider_message_id,
            status_at={str(MessageStatus.DELIVERED): sent_at},
        )
        message.tell_sent()
        return message
