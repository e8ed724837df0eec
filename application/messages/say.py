"""The one way in which something is said in a conversation, whoever says it."""

from datetime import datetime

import msgspec

from application.conversations.queue_message import queue_message
from application.conversations.silence_bot import silence_bot
from application.messages.acceptable import require_acceptable, require_files, require_window
from application.messages.speaker import Speaker
from application.messages.templates import filled_template
from application.messages.tools import SendTools
from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation, Handler
from domain.conversations.errors import ConversationResolvedError
from domain.conversations.message import Direction, Message
from domain.conversations.timeline import by_user
from domain.shared.content import Content, Reaction, Template
from domain.shared.ids import MessageId, ProviderMessageId
from domain.shared.message_status import MessageStatus
from domain.tenants.plans import Metric
from domain.whatsapp.config import WhatsAppConfig


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """Where something is said: the conversation, with whom, and by which number."""

    conversation: Conversation
    contact: Contact
    config: WhatsAppConfig


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What is said, perhaps quoting a message by the provider's id."""

    content: Content
    reply_to: ProviderMessageId | None = None


async def thread_of(tx: Transaction, conversation: Conversation) -> Thread:
    """Load what belongs to a conversation. Raises ConfigNotFoundError for a number that was removed."""
    return Thread(
        conversation=conversation,
        contact=await tx.contacts.get(conversation.contact_id),
        config=await tx.whatsapp_configs.get(conversation.whatsapp_config_id),
    )


async def say(
    tx: Transaction, thread: Thread, words: Words, *, speaker: Speaker, tools: SendTools, now: datetime
) -> Message:
    """Queue it, and write the conversation.

    Raises ContentRefusedError, ConversationResolvedError, WindowClosedError, ContactBlockedError,
    ContactOptedOutError, MediaNotReadyError, UnreachableContactError, PlanLimitReachedError, and as `filled_template`
    does.
    """
    conversation = thread.conversation
    content = await _sayable(tx, thread, words.content, speaker=speaker, tools=tools, now=now)
    if speaker.is_answering and speaker.user_id is not None and conversation.handler is not Handler.AGENT:
        conversation.take_over(speaker.user_id, by=by_user(speaker.user_id), now=now)
        await silence_bot(tx, conversation.id, reason="takeover", now=now)
    message = Message(
        id=MessageId(tools.ids.new()),
        conversation_id=conversation.id,
        whatsapp_config_id=thread.config.id,
        direction=Direction.OUTBOUND,
        sender=speaker.sender,
        content=content,
        status=MessageStatus.QUEUED,
        created_at=now,
        user_id=speaker.user_id,
        reply_to=words.reply_to,
    )
    if not isinstance(content, Reaction):
        conversation.answer(content, at=now, by_person=speaker.is_answering)
    await queue_message(tx, message, contact=thread.contact, config=thread.config)
    if speaker.is_answering and speaker.user_id is not None:
        await tx.drafts.discard(conversation.id, user_id=speaker.user_id)
    await tx.conversations.save(conversation)
    return message


async def _sayable(
    tx: Transaction, thread: Thread, content: Content, *, speaker: Speaker, tools: SendTools, now: datetime
) -> Content:
    """Give it as it goes out: a template with its gaps filled, anything else as it is."""
    provider = tools.providers.of(thread.config.api_type)
    require_acceptable(content, provider)
    await require_files(tx, content, viewer=speaker.viewer)
    if thread.conversation.is_over:
        raise ConversationResolvedError("The conversation is resolved; its contact's next message opens a new one.")
    require_window(thread.conversation, content, provider, now=now)
    if isinstance(content, Template):
        content = await filled_template(tx, content, contact=thread.contact, config_id=thread.config.id)
    await tx.usage.require_room(Metric.MESSAGES_PER_MONTH)
    return content
