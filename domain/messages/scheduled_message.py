"""A message that is to be sent at a time."""

from datetime import datetime, timedelta
from enum import StrEnum

from domain.messages.errors import ScheduledMessageOverError
from domain.shared.aggregate import Aggregate
from domain.shared.content import Content
from domain.shared.ids import (
    ContactId,
    ConversationId,
    MessageId,
    ProviderMessageId,
    ScheduledMessageId,
    UserId,
    WhatsAppConfigId,
)
from domain.shared.notification import Notification

FAILED = "scheduled_message_failed"
"""The kind of the notification."""
MAX_AHEAD = timedelta(days=365)
"""A year: a birthday, a contract's end. Farther is a mistyped date."""


class ScheduledState(StrEnum):
    """What became of it."""

    SCHEDULED = "scheduled"
    SENT = "sent"
    CANCELLED = "cancelled"
    FAILED = "failed"


class ScheduledMessage(Aggregate, kw_only=True, eq=False):
    """A scheduled message. It is to a contact: the conversation is where they are talked to when its time comes.

    `conversation_id` is where it was written and, once sent, where it went; `message_id` what it became. Either
    `created_by` wrote it, or a program with an API key of theirs.
    """

    id: ScheduledMessageId
    contact_id: ContactId
    whatsapp_config_id: WhatsAppConfigId
    content: Content
    send_at: datetime
    created_at: datetime
    conversation_id: ConversationId | None = None
    reply_to: ProviderMessageId | None = None
    state: ScheduledState = ScheduledState.SCHEDULED
    message_id: MessageId | None = None
    error_code: str | None = None
    created_by: UserId | None = None
    is_by_program: bool = False

    @property
    def is_waiting(self) -> bool:
        """Whether it may still be sent."""
        return self.state is ScheduledState.SCHEDULED

    def cancel(self) -> None:
        """Have it not sent. Raises ScheduledMessageOverError."""
        self._end(ScheduledState.CANCELLED)

    def sent(self, message_id: MessageId, *, conversation_id: ConversationId) -> None:
        """Note what it became. Raises ScheduledMessageOverError."""
        self._end(ScheduledState.SENT)
        self.message_id, self.conversation_id = message_id, conversation_id

    def failed(self, code: str) -> None:
        """Note why it was not sent, and tell whoever wrote it. Raises ScheduledMessageOverError."""
        self._end(ScheduledState.FAILED)
        self.error_code = code
        if self.created_by is not None and not self.is_by_program:
            told: dict[str, object] = {
                "scheduled_message_id": str(self.id),
                "contact_id": str(self.contact_id),
                "error_code": code,
            }
            self.record(
                Notification(conversation_id=self.conversation_id, kind=FAILED, user_ids=(self.created_by,), data=told)
            )

    def _end(self, state: ScheduledState) -> None:
        if not self.is_waiting:
            raise ScheduledMessageOverError(f"It is {self.state.value} already.")
        self.state = state
