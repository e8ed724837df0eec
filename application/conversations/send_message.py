"""An agent answers in a conversation."""

import msgspec

from application.conversations.queue_message import queue_message
from application.conversations.silence_bot import silence_bot
from application.ports.clock import Clock
from application.ports.contents import ContentRules
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.conversations.conversation import Conversation, Handler
from domain.conversations.errors import ContentRefusedError, ConversationResolvedError, WindowClosedError
from domain.conversations.message import Direction, Message, SenderKind
from domain.identity.permissions import Permission
from domain.shared.content import Content, Template, plain_text
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ConversationId, MessageId, ProviderMessageId
from domain.shared.message_status import MessageStatus
from domain.tenants.plans import Metric


class SendMessage(msgspec.Struct, frozen=True, kw_only=True):
    """Send `content` in a conversation, perhaps quoting a message by the provider's id."""

    conversation_id: ConversationId
    content: Content
    reply_to: ProviderMessageId | None = None


class SendMessageHandler:
    """Queue an agent's message. Needs conversations:reply.

    The content must pass the provider's limits, and outside the 24-hour window be a template. Writing in a
    conversation that nobody has takes it over, so that the bot does not talk across a person.
    """

    def __init__(self, *, uow: UnitOfWork, rules: ContentRules, clock: Clock, ids: Ids) -> None:
        self._uow, self._rules, self._clock, self._ids = uow, rules, clock, ids

    async def __call__(self, actor: Actor, command: SendMessage) -> MessageId:
        """Give the queued message's id.

        Raises ContentRefusedError, WindowClosedError, ConversationResolvedError, PlanLimitReachedError.
        """
        actor.require(Permission.CONVERSATIONS_REPLY)
        _require_acceptable(self._rules.check(command.content))
        now = self._clock.now()
        message_id = MessageId(self._ids.new())
        async with self._uow(actor.tenant_id) as tx:
            conversation = await tx.conversations.get(command.conversation_id)
            _require_sendable(conversation, command.content, is_window_open=conversation.is_window_open(now=now))
            await tx.usage.require_room(Metric.MESSAGES_PER_MONTH)
            if conversation.handler is not Handler.AGENT:
                conversation.take_over(actor.user_id)
                await silence_bot(tx, conversation.id, reason="takeover")
            message = Message(
                id=message_id,
                conversation_id=conversation.id,
                whatsapp_config_id=conversation.whatsapp_config_id,
                direction=Direction.OUTBOUND,
                sender=SenderKind.AGENT,
                content=command.content,
                status=MessageStatus.QUEUED,
                created_at=now,
                user_id=actor.user_id,
                reply_to=command.reply_to,
            )
            conversation.answer(preview=plain_text(command.content), at=now, by_person=True)
            contact = await tx.contacts.get(conversation.contact_id)
            config = await tx.whatsapp_configs.get(conversation.whatsapp_config_id)
            await queue_message(tx, message, contact=contact, config=config)
            await tx.conversations.save(conversation)
        return message_id


def _require_acceptable(wrong: tuple[ErrorDetail, ...]) -> None:
    if wrong:
        details = tuple(ErrorDetail(field=f"content.{detail.field}", message=detail.message) for detail in wrong)
        raise ContentRefusedError("WhatsApp would refuse this content.", details=details)


def _require_sendable(conversation: Conversation, content: Content, *, is_window_open: bool) -> None:
    if conversation.is_over:
        raise ConversationResolvedError("The conversation is resolved; its contact's next message opens a new one.")
    if not is_window_open and not isinstance(content, Template):
        raise WindowClosedError("More than 24 hours have passed since the contact last wrote: send a template.")
