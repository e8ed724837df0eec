"""Scheduled messages in PostgreSQL."""

from datetime import datetime

from sqlalchemy import select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.messages import to_content
from adapters.postgres.repositories.rows import (
    insert_dated,
    is_row,
    save_row,
    select_row,
    update_dated,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.sending import scheduled_messages
from domain.messages.errors import ScheduledMessageNotFoundError
from domain.messages.scheduled_message import ScheduledMessage, ScheduledState
from domain.shared.ids import ContactId, ScheduledMessageId, WhatsAppConfigId

_GET = select_row(scheduled_messages)
_LOCK = Statement(select(scheduled_messages).where(is_row(scheduled_messages)).with_for_update())
_ADD = insert_dated(scheduled_messages)
_SAVE = update_dated(scheduled_messages)
_DUE = Statement(
    """
    SELECT id FROM scheduled_messages
    WHERE tenant_id = :tenant_id AND state = 'scheduled' AND send_at < :before
    ORDER BY send_at LIMIT :limit
    """
)
"""The state is written out, as a parameter would not match the condition of the index."""


def to_domain(row: Row) -> ScheduledMessage:
    """Read a row."""
    return ScheduledMessage(
        id=ScheduledMessageId(row["id"]),
        contact_id=ContactId(row["contact_id"]),
        whatsapp_config_id=WhatsAppConfigId(row["whatsapp_config_id"]),
        content=to_content(row["content"]),
        send_at=row["send_at"],
        created_at=row["created_at"],
        conversation_id=row["conversation_id"],
        reply_to=row["reply_to"],
        state=ScheduledState(row["state"]),
        message_id=row["message_id"],
        error_code=row["error_code"],
        created_by=row["created_by"],
        is_by_program=row["is_by_program"],
        version=row["version"],
    )


class PostgresScheduledMessages:
    """Keeps scheduled messages."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection = connection
        self._events = events

    async def get(self, scheduled_id: ScheduledMessageId) -> ScheduledMessage:
        """Load one. Raises ScheduledMessageNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=scheduled_id)
        if row is None:
            raise ScheduledMessageNotFoundError("There is no such scheduled message.")
        return to_domain(row)

    async def lock(self, scheduled_id: ScheduledMessageId) -> ScheduledMessage | None:
        """Load one for sending or cancelling it; others wait, and then see what became of it."""
        row = await self._connection.fetch_one(_LOCK, id=scheduled_id)
        return None if row is None else to_domain(row)

    async def due(self, *, before: datetime, limit: int) -> list[ScheduledMessageId]:
        """Give those that should have been sent before this and were not, the longest due first."""
        rows = await self._connection.fetch(_DUE, before=before, limit=limit)
        return [ScheduledMessageId(row["id"]) for row in rows]

    async def add(self, scheduled: ScheduledMessage) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(scheduled))

    async def save(self, scheduled: ScheduledMessage) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, scheduled)
        self._events.record(scheduled.take_events())
