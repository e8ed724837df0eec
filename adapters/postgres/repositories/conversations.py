"""Conversations in PostgreSQL."""

from datetime import datetime

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.rows import insert_dated, save_row, select_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.conversations import conversations
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.events import ConversationUpdated
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId, WhatsAppConfigId

_GET = select_row(conversations)
_ADD = insert_dated(conversations)
_SAVE = update_dated(conversations)

_FIND_OPEN = Statement(
    """
    SELECT * FROM conversations
    WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND whatsapp_config_id = :config_id
      AND status IN ('active', 'waiting')
    """
)
"""The states are written out, as a parameter would not match the condition of the index."""

_LET_WAIT = Statement(
    """
    UPDATE conversations SET status = 'waiting', handler = 'none', assigned_to = NULL, needs_attention = true,
      department_id = coalesce(department_id, :department_id), waiting_since = coalesce(waiting_since, :at),
      version = version + 1, updated_at = now()
    WHERE tenant_id = :tenant_id AND assigned_to = :user_id AND status IN ('active', 'waiting')
    RETURNING id, department_id
    """
)
"""What `Conversation.hand_to_people` does, for a thousand at once."""


def to_domain(row: Row) -> Conversation:
    """Read a row."""
    return Conversation(
        id=ConversationId(row["id"]),
        contact_id=ContactId(row["contact_id"]),
        whatsapp_config_id=WhatsAppConfigId(row["whatsapp_config_id"]),
        status=ConversationStatus(row["status"]),
        handler=Handler(row["handler"]),
        assigned_to=row["assigned_to"],
        department_id=row["department_id"],
        needs_attention=row["needs_attention"],
        unread_count=row["unread_count"],
        window_expires_at=row["window_expires_at"],
        last_inbound_at=row["last_inbound_at"],
        last_message_at=row["last_message_at"],
        last_message_preview=row["last_message_preview"],
        first_response_at=row["first_response_at"],
        waiting_since=row["waiting_since"],
        resolved_at=row["resolved_at"],
        resolution=row["resolution"],
        metadata=msgspec.json.decode(row["metadata"]),
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresConversations:
    """Keeps conversations."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection = connection
        self._events = events

    async def get(self, conversation_id: ConversationId) -> Conversation:
        """Load a conversation. Raises ConversationNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=conversation_id)
        if row is None:
            raise ConversationNotFoundError("There is no such conversation.")
        return to_domain(row)

    async def find_open(self, *, contact_id: ContactId, config_id: WhatsAppConfigId) -> Conversation | None:
        """Find the one unresolved conversation of a contact on a number."""
        row = await self._connection.fetch_one(_FIND_OPEN, contact_id=contact_id, config_id=config_id)
        return to_domain(row) if row is not None else None

    async def add(self, conversation: Conversation) -> None:
        """Write a new conversation and its events."""
        await write(self._connection, _ADD, **values_of(conversation))
        self._events.record(conversation.take_events())

    async def save(self, conversation: Conversation) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, conversation)
        self._events.record(conversation.take_events())

    async def let_wait(self, user_id: UserId, *, default: DepartmentId | None, reason: str, at: datetime) -> int:
        """Have nobody on the open conversations of a user, in one statement, and tell it; give how many they were."""
        rows = await self._connection.fetch(_LET_WAIT, user_id=user_id, department_id=default, at=at)
        self._events.record(
            [
                ConversationUpdated(
                    conversation_id=ConversationId(row["id"]),
                    status=ConversationStatus.WAITING,
                    handler=Handler.NONE,
                    department_id=row["department_id"],
                    reason=reason,
                )
                for row in rows
            ]
        )
        return len(rows)
