"""What callers get about messages, where it is not a read model as it is."""

from datetime import datetime

import msgspec

from application.messages.canned_texts import Rendered
from domain.conversations.message import Direction, Message, SenderKind
from domain.shared.ids import ConversationId, MessageId, ProviderMessageId, UserId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from entrypoints.http.messages.sendable import SendableContent


class SentMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message on its way; its status comes by event, or by reading the conversation."""

    id: MessageId
    conversation_id: ConversationId
    whatsapp_config_id: WhatsAppConfigId
    direction: Direction
    sender: SenderKind
    user_id: UserId | None
    status: MessageStatus
    content: SendableContent
    reply_to: ProviderMessageId | None
    created_at: datetime

    @classmethod
    def of(cls, message: Message) -> "SentMessage":
        """Show a message that was queued just now."""
        return cls(
            id=message.id,
            conversation_id=message.conversation_id,
            whatsapp_config_id=message.whatsapp_config_id,
            direction=message.direction,
            sender=message.sender,
            user_id=message.user_id,
            status=message.status,
            content=message.content,  # type: ignore[arg-type]  # one of the kinds that can be sent: it was
            reply_to=message.reply_to,
            created_at=message.created_at,
        )


class RenderedResponse(msgspec.Struct, frozen=True, kw_only=True):
    """A canned response as it would be sent; `warnings` name variables that nobody has."""

    content: SendableContent
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, rendered: Rendered) -> "RenderedResponse":
        """Show it."""
        return cls(content=rendered.content, warnings=rendered.warnings)  # type: ignore[arg-type]  # it was kept so
