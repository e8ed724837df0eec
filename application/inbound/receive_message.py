"""A customer wrote: keep it, and let the bot or the people know."""

from datetime import datetime, timedelta

import msgspec

from application.inbound.answer_message import AnswerMessage
from application.inbound.change_message import ChangeMessage
from application.inbound.follow_identity import FollowIdentity
from application.inbound.hear_score import HearScore
from application.inbound.read_choice import read_choice
from application.inbound.recognise_contact import RecogniseContact
from application.inbound.scene import Dialogue, Scene
from application.media.expect_file import expect_file
from application.ports.ids import Ids
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.events import MessageReceivedEvent
from domain.conversations.message import Direction, Message, SenderKind
from domain.shared.content import NOT_SPEECH, Content, Edit, Reaction, Revoke, System
from domain.shared.ids import ConversationId, MessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.capabilities import capabilities_of
from domain.whatsapp.inbound import MessageReceived, NoticeReceived

ANSWERED_WITHIN = timedelta(hours=24)
"""An answer of the bot's to what was written a day ago would startle whoever wrote it."""


class ReceiveMessage:
    """Store an inbound message and answer it. Idempotent by the provider's message id on this number.

    What is not the customer speaking opens no window and gets no answer: a reaction, an edit or a revoke is shown on
    its message, a notice of WhatsApp's stands in the conversation, and where there is none, and for groups, it is kept
    as a notice.
    """

    def __init__(
        self,
        *,
        recognise: RecogniseContact,
        answer: AnswerMessage,
        change: ChangeMessage,
        follow: FollowIdentity,
        score: HearScore,
        ids: Ids,
    ) -> None:
        self._recognise, self._answer, self._change, self._follow = recognise, answer, change, follow
        self._score, self._ids = score, ids

    async def __call__(self, scene: Scene, item: MessageReceived) -> None:
        """Handle it once."""
        if item.group_id is None and not isinstance(item.content, NOT_SPEECH):
            await self._hear(scene, item)
            return
        if item.group_id is None and isinstance(item.content, Reaction | Edit | Revoke):
            await self._change(scene, item)
            return
        known = await scene.tx.messages.lock_by_provider_id(item.provider_message_id, config_id=scene.config.id)
        if known is not None:
            return
        if item.group_id is not None:
            await self._keep_notice(scene, item, field="group_message")
        else:
            await self._note(scene, item, item.content)

    async def _hear(self, scene: Scene, item: MessageReceived) -> None:
        message_id = MessageId(self._ids.new())
        is_new = await scene.tx.messages.claim_name(
            message_id, provider_message_id=item.provider_message_id, config_id=scene.config.id
        )
        if not is_new:
            return
        contact = await self._recognise(scene, item.sender)
        conversation, is_score = await self._conversation(scene, contact, item.content)
        sent_at = min(item.sent_at, scene.now)
        said = await read_choice(scene, conversation, item)
        said = await expect_file(scene.tx, said, ids=self._ids, config_id=scene.config.id, now=scene.now)
        if said is not item.content:
            item = msgspec.structs.replace(item, content=said)
        message = _message(scene, item, conversation.id, message_id=message_id)
        waited = await self._change.waited_for(scene, message)
        conversation.receive(message.shown, sent_at=sent_at, opens_window=True)
        if item.referral is not None:
            conversation.metadata = {**conversation.metadata, "referral": msgspec.to_builtins(item.referral)}
        message.record(_received(message, contact, sent_at=sent_at))
        await scene.tx.messages.add(message)
        await self._change.react(scene, message, waited)
        dialogue = Dialogue(scene=scene, contact=contact, conversation=conversation)
        if is_score:
            await self._score.thank(scene, conversation)
        elif not contact.is_blocked and not message.is_revoked and not _is_stale(scene, sent_at=sent_at):
            await self._answer(dialogue, message, referral=item.referral)
        await scene.tx.conversations.save(conversation)

    async def _note(self, scene: Scene, item: MessageReceived, content: Content) -> None:
        """Put WhatsApp's notice where people see it, after the contact is found under what they are called now."""
        if isinstance(content, System):
            contact = await self._follow(scene, item.sender, content)
        else:
            contact = await self._recognise(scene, item.sender)
        found = await scene.tx.conversations.find_open(contact_id=contact.id, config_id=scene.config.id)
        if found is None:
            await self._keep_notice(scene, item, field="message")
        else:
            message_id = MessageId(self._ids.new())
            await scene.tx.messages.add(_message(scene, item, found.id, message_id=message_id))

    async def _conversation(self, scene: Scene, contact: Contact, content: Content) -> tuple[Conversation, bool]:
        """Give the one that hears it, or the resolved one that this message rates, or a new one; and if it rates."""
        found = await scene.tx.conversations.find_hearing(contact_id=contact.id, config_id=scene.config.id)
        if found is not None:
            return found, False
        rated = await self._score(scene, contact, content)
        if rated is not None:
            return rated, True
        opened = Conversation.open(
            conversation_id=ConversationId(self._ids.new()),
            contact_id=contact.id,
            whatsapp_config_id=scene.config.id,
            now=scene.now,
        )
        await scene.tx.conversations.add(opened)
        return opened, False

    @staticmethod
    async def _keep_notice(scene: Scene, item: MessageReceived, *, field: str) -> None:
        notice = NoticeReceived(field=field, payload=msgspec.Raw(msgspec.json.encode(item)))
        await scene.tx.messages.keep_notice(notice, config_id=scene.config.id, at=scene.now)


def _is_stale(scene: Scene, *, sent_at: datetime) -> bool:
    """Whether it lay at a phone that was off for so long that only a person should answer; Meta's window says as much.

    Evolution API tells what was missed as if it were new (reference 6.5).
    """
    return not capabilities_of(scene.config.api_type).has_window and scene.now - sent_at > ANSWERED_WITHIN


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
        error_code=str(item.errors[0].code) if item.errors else None,
        error_detail=(item.errors[0].detail or item.errors[0].title) if item.errors else None,
        referral=item.referral,
        status_at={str(MessageStatus.RECEIVED): min(item.sent_at, scene.now)},
    )


def _received(message: Message, contact: Contact, *, sent_at: datetime) -> MessageReceivedEvent:
    return MessageReceivedEvent(
        conversation_id=message.conversation_id,
        message_id=message.id,
        contact_id=contact.id,
        content=message.shown,
        sent_at=sent_at,
    )
