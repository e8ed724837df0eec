"""What happens to conversations and messages, as sockets and webhooks are told."""

from datetime import datetime

from domain.shared.content import Content
from domain.shared.events import Event
from domain.shared.ids import ContactId, ConversationId, DepartmentId, MessageId, TagId, UserId, WhatsAppConfigId


class ConversationCreated(Event, frozen=True, kw_only=True, tag="conversation_created"):
    """A contact and a number started a thread."""

    conversation_id: ConversationId
    contact_id: ContactId
    whatsapp_config_id: WhatsAppConfigId


class ConversationUpdated(Event, frozen=True, kw_only=True, tag="conversation_updated"):
    """The thread changed hands or state.

    From `version` to `snoozed_until` it tells how the thread is once all of the change is written, which is null where
    many were changed in one go; `unread_count` is that of whoever has it. Tags are told by which came and which went.
    """

    conversation_id: ConversationId
    status: str
    handler: str
    assigned_to: UserId | None = None
    department_id: DepartmentId | None = None
    reason: str | None = None
    version: int | None = None
    priority: str | None = None
    needs_attention: bool | None = None
    unread_count: int | None = None
    snoozed_until: datetime | None = None
    tags_added: tuple[TagId, ...] = ()
    tags_removed: tuple[TagId, ...] = ()


class ConversationAssigned(Event, frozen=True, kw_only=True, tag="conversation_assigned"):
    """A person has it now."""

    conversation_id: ConversationId
    assigned_to: UserId


class MessageReceivedEvent(Event, frozen=True, kw_only=True, tag="message_received"):
    """The contact wrote."""

    conversation_id: ConversationId
    message_id: MessageId
    contact_id: ContactId
    content: Content
    sent_at: datetime


class MessageSentEvent(Event, frozen=True, kw_only=True, tag="message_sent"):
    """We wrote; it is queued for the provider."""

    conversation_id: ConversationId
    message_id: MessageId
    sender: str
    content: Content


class MessageStatusEvent(Event, frozen=True, kw_only=True, tag="message_status"):
    """A message of ours got further, or failed."""

    conversation_id: ConversationId
    message_id: MessageId
    status: str
    at: datetime
    error_code: str | None = None
    error_detail: str | None = None


class MessageUpdated(Event, frozen=True, kw_only=True, tag="message_updated"):
    """What is shown of a message changed: `change` is `reaction`, `edit`, `revoke` or `media`.

    Of a reaction it tells whose it is now (`contact` or `business`) and the emoji, none where it was taken off; of an
    edit or a file the content as it is now. What was taken back is not repeated.
    """

    conversation_id: ConversationId
    message_id: MessageId
    change: str
    at: datetime
    side: str | None = None
    emoji: str | None = None
    user_id: UserId | None = None
    content: Content | None = None
