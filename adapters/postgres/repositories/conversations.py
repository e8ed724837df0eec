"""Conversations in PostgreSQL."""

from datetime import datetime

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.left_waiting import left_waiting
from adapters.postgres.repositories.rows import insert_dated, save_row, select_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.story import StorySink
from adapters.postgres.tables.conversations import conversations
from domain.conversations.conversation import Conversation, ConversationStatus, Handler, Priority
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.message import Direction
from domain.conversations.timeline import By
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

_FIND_HEARING = Statement(
    """
    SELECT * FROM conversations
    WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND whatsapp_config_id = :config_id
      AND status IN ('active', 'waiting')
    UNION ALL
    SELECT * FROM conversations AS ended
    WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND whatsapp_config_id = :config_id
      AND status IN ('resolved', 'archived')
      AND NOT EXISTS (
        SELECT FROM conversations
        WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND whatsapp_config_id = :config_id
          AND status IN ('active', 'waiting'))
      AND EXISTS (
        SELECT FROM flow_sessions
        WHERE tenant_id = :tenant_id AND conversation_id = ended.id AND status IN ('active', 'waiting', 'awaiting'))
    LIMIT 1
    """
)
"""The second half is not begun where the first has found one."""

_WINDOW = Statement(
    """
    SELECT max(window_expires_at) FROM conversations
    WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND whatsapp_config_id = :config_id
    """
)

_LET_WAIT = Statement(
    """
    UPDATE conversations SET status = 'waiting', handler = 'none', assigned_to = NULL, assigned_at = NULL,
      needs_attention = true, department_id = coalesce(conversations.department_id, :department_id),
      waiting_since = coalesce(waiting_since, :at), queued_at = :at, snoozed_until = NULL,
      version = version + 1, updated_at = now()
    FROM (
      SELECT id, department_id FROM conversations
      WHERE tenant_id = :tenant_id AND assigned_to = :user_id AND status IN ('active', 'waiting')
      FOR UPDATE) AS had
    WHERE conversations.tenant_id = :tenant_id AND conversations.id = had.id
    RETURNING conversations.id, contact_id, conversations.department_id, had.department_id AS had_department
    """
)
"""What `Conversation.hand_to_people` does, for a thousand at once."""


def _direction_of(word: str | None) -> Direction | None:
    return None if word is None else Direction(word)


def to_domain(row: Row) -> Conversation:
    """Read a row."""
    return Conversation(
        id=ConversationId(row["id"]),
        contact_id=ContactId(row["contact_id"]),
        whatsapp_config_id=WhatsAppConfigId(row["whatsapp_config_id"]),
        status=ConversationStatus(row["status"]),
        handler=Handler(row["handler"]),
        assigned_to=row["assigned_to"],
        assigned_at=row["assigned_at"],
        department_id=row["department_id"],
        priority=Priority(row["priority"]),
        needs_attention=row["needs_attention"],
        unread_count=row["unread_count"],
        inbound_count=row["inbound_count"],
        window_expires_at=row["window_expires_at"],
        last_inbound_at=row["last_inbound_at"],
        last_message_at=row["last_message_at"],
        last_message_preview=row["last_message_preview"],
        last_message_type=row["last_message_type"],
        last_message_direction=_direction_of(row["last_message_direction"]),
        first_response_at=row["first_response_at"],
        waiting_since=row["waiting_since"],
        queued_at=row["queued_at"],
        snoozed_until=row["snoozed_until"],
        resolved_at=row["resolved_at"],
        resolved_by=row["resolved_by"],
        resolution=row["resolution"],
        reopened_at=row["reopened_at"],
        archived_at=row["archived_at"],
        metadata=msgspec.json.decode(row["metadata"]),
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresConversations:
    """Keeps conversations."""

    def __init__(self, connection: TenantConnection, events: EventSink, story: StorySink) -> None:
        self._connection = connection
        self._events = events
        self._story = story

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

    async def find_hearing(self, *, contact_id: ContactId, config_id: WhatsAppConfigId) -> Conversation | None:
        """Find the one that takes what the contact writes: the unresolved one, else one beside which a flow speaks."""
        row = await self._connection.fetch_one(_FIND_HEARING, contact_id=contact_id, config_id=config_id)
        return to_domain(row) if row is not None else None

    async def add(self, conversation: Conversation) -> None:
        """Write a new conversation, its events and its story."""
        await write(self._connection, _ADD, **values_of(conversation))
        self._tell(conversation)

    async def save(self, conversation: Conversation) -> None:
        """Write changes, events and story. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, conversation)
        self._tell(conversation)

    async def tell(self, conversation: Conversation) -> None:
        """Write what it tells of itself, its events and its story, where nothing of its own changed."""
        self._tell(conversation)

    async def window_of(self, *, contact_id: ContactId, config_id: WhatsAppConfigId) -> datetime | None:
        """Give until when the contact may be written to freely on a number, by what was said before."""
        found = await self._connection.fetch_value(_WINDOW, contact_id=contact_id, config_id=config_id)
        return found if isinstance(found, datetime) else None

    async def let_wait(
        self, user_id: UserId, *, default: DepartmentId | None, reason: str, by: By, at: datetime
    ) -> int:
        """Have nobody on the open conversations of a user, in one statement, and tell it; give how many they were."""
        rows = await self._connection.fetch(_LET_WAIT, user_id=user_id, department_id=default, at=at)
        told = [left_waiting(row, user_id=user_id, reason=reason, by=by, at=at) for row in rows]
        self._events.record([one.event for one in told])
        self._story.record([one.entry for one in told], [one.transfer for one in told])
        return len(rows)

    def _tell(self, conversation: Conversation) -> None:
        self._events.record(conversation.take_events())
        self._story.take(conversation)
