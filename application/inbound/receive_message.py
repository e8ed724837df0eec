"""A customer wrote: keep it, and let the bot or the people know."""

from datetime import datetime

import msgspec

from application.inbound.answer_message import AnswerMessage
from application.inbound.recognise_contact import RecogniseContact
from application.inbound.scene import Dialogue, Scene
from application.ports.ids import Ids
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.events import MessageReceivedEvent
from domain.conversations.message import Direction, Message, SenderKind
from domain.shared.content import NOT_SPEECH, Edit, Reaction, Revoke, plain_text
from domain.shared.ids import ConversationId, MessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import MessageReceived, NoticeReceived


class ReceiveMessage:
    """Store an inbound message and answer it. Idempotent by the provider's message id on this number.

    What is not the customer speaking (a reaction, an edit, a notice of WhatsApp's) is stored, opens no window and
    gets no answer; where it belongs to no conversation, and for groups, it is kept as a notice.
    """

    def __init__(self, *, recognise: RecogniseContact, answer: AnswerMessage, ids: Ids) -> None:
        self._recognise, self._answer, self._ids = recognise, answer, ids

    async def __call__(self, scene: Scene, item: MessageReceived) -> None:
        """Handle it once."""
        if item.group_id is None and not isinstance(item.content, NOT_SPEECH):
            await self._hear(scene, item)
            return
        known = await scene.tx.messages.lock_by_provider_id(item.provider_message_id, config_id=scene.config.id)
        if known is not None:
            return
        if item.group_id is not None:
            await self._keep_notice(scene, item, field="group_message")
        else:
            await self._note(scene, item)

    async def _hear(self, scene: Scene, item: MessageReceived) -> None:
        message_id = MessageId(self._ids.new())
        is_new = await scene.tx.messages.claim_name(
            message_id, provider_message_id=item.provider_message_id, config_id=scene.config.id
        )
        if not is_new:
            return
        contact = await self._recognise(scene, item.sender)
        conversation = await self._conversation(scene, contact)
        sent_at = min(item.sent_at, scene.now)
        conversation.receive(sent_at=sent_at, preview=plain_text(item.content), opens_window=True)
        if item.referral is not None:
            conversation.metadata = {**conversation.metadata, "referral": msgspec.to_builtins(item.referral)}
        message = _message(scene, item, conversation.id, message_id=message_id)
        message.record(_received(message, contact, sent_at=sent_at))
        await scene.tx.messages.add(message)
        dialogue = Dialogue(scene=scene, contact=contact, conversation=conversation)
        await self._answer(dialogue, message, referral=item.referral)
        await scene.tx.conversations.save(conversation)

    async def _note(self, scene: Scene, item: MessageReceived) -> None:
        conversation_id = await self._thread_of(scene, item)
        if conversation_id is None:
            await self._keep_notice(scene, item, field="message")
        else:
            message_id = MessageId(self._ids.new())
            await scene.tx.messages.add(_message(scene, item, conversation_id, message_id=message_id))

    async def _thread_of(self, scene: Scene, item: MessageReceived) -> ConversationId | None:
        if isinstance(item.content, Reaction | Edit | Revoke):
            target = await scene.tx.messages.lock_by_provider_id(item.content.target, config_id=scene.config.id)
            if target is not None:
                return target.conversation_id
        contact = await self._recognise(scene, item.sender)
        found = await scene.tx.conversations.find_open(contact_id=contact.id, config_id=scene.config.id)
        return found.id if found is not None else None

    async def _conversation(self, scene: Scene, contact: Contact) -> Conversation:
        found = await scene.tx.conversations.find_open(contact_id=contact.id, config_id=scene.config.id)
        if found is not None:
            return found
        opened = Conversation.open(
            conversation_id=ConversationId(self._ids.new()),
            contact_id=contact.id,
            whatsapp_config_id=scene.config.id,
            now=scene.now,
        )
        await scene.tx.conversations.add(opened)
        return opened

    @staticmethod
    async def _keep_notice(scene: Scene, item: MessageReceived, *, field: str) -> None:
        notice = NoticeReceived(field=field, payload=msgspec.Raw(msgspec.json.encode(item)))
        await scene.tx.messages.keep_notice(notice, config_id=scene.config.id, at=scene.now)


def _message(scene: Scene, item: MessageReceived, conversation_id: ConversationId, *, message_id: MessageId) -> Message:
    return Message(
        id=message_id,
        conversation_id=conversation_id,
        whatsapp_config_id=scene.config.id,
        direction=Direction.INBOUND,
        sender=SenderKind.CONTACT,
        content=item.content,
        status=MessageStatus.RECEIVED,
        created_at=scene.now,
        reply_to=item.context.message_id if item.context is not None else None,
        provider_message_id=item.provider_message_id,
        status_at={str(MessageStatus.RECEIVED): min(item.sent_at, scene.now)},
    )


def _received(message: Message, contact: Contact, *, sent_at: datetime) -> MessageReceivedEvent:
    return MessageReceivedEvent(
        conversation_id=message.conversation_id,
        message_id=message.id,
        contact_id=contact.id,
        content=message.content,
        sent_at=sent_at,
    )
