"""Send intents in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from functools import partial

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories import outbound_sql as sql
from adapters.postgres.repositories.messages import to_content, to_row
from adapters.postgres.repositories.rows import values_of
from adapters.postgres.search_words import search_vector
from application.ports.repositories.outbound import Intent, IntentState, Priority, Sendable
from domain.conversations.events import MessageStatusEvent
from domain.conversations.message import Message
from domain.shared.ids import ContactId, ConversationId, MessageId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.retry import UNKNOWN_DECIDED_AFTER


def to_domain(row: Row) -> Intent:
    """Read a row."""
    return Intent(
        message_id=MessageId(row["message_id"]),
        conversation_id=ConversationId(row["conversation_id"]),
        contact_id=ContactId(row["contact_id"]),
        config_id=WhatsAppConfigId(row["config_id"]),
        address=row["address"],
        wa_id=row["wa_id"],
        user_id=row["user_id"],
        priority=Priority(row["priority"]),
        state=IntentState(row["state"]),
        not_before=row["not_before"],
        attempts=row["attempts"],
        unknowns=row["unknowns"],
        submitted_at=row["submitted_at"],
    )


def _sendable(row: Row) -> Sendable:
    return Sendable(
        intent=to_domain(row),
        content=to_content(row["content"]),
        reply_to=row["reply_to"],
        window_expires_at=row["window_expires_at"],
        is_overruled=row["is_overruled"],
    )


class PostgresOutbound:
    """Keeps the intents of a number; a contact's intents are sent one after the other."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection, self._events = connection, events

    async def queue(self, message: Message, intent: Intent) -> None:
        """Write a new message of ours, its events, and the intent to send it, in one round trip."""
        row = {**values_of(intent), "recipient_user_id": intent.user_id, **to_row(message)}
        search = search_vector(message, tenant_id=self._connection.tenant_id)
        await self._connection.execute(sql.QUEUE, **row, search=search)
        self._events.record(message.take_events())

    async def get(self, message_id: MessageId) -> Intent | None:
        """Load an intent, for changing it, if it is not settled; others who want to change it wait."""
        row = await self._connection.fetch_one(sql.GET, message_id=message_id)
        return to_domain(row) if row is not None else None

    async def next_sendable(self, config_id: WhatsAppConfigId, *, now: datetime, limit: int) -> list[Sendable]:
        """Read those whose turn has come: replies before bulk, oldest first, at most one a contact."""
        rows = await self._connection.fetch(sql.NEXT_SENDABLE, config_id=config_id, now=now, limit=limit)
        return [_sendable(row) for row in rows]

    async def next_due(self, config_id: WhatsAppConfigId, *, now: datetime) -> datetime | None:
        """When the number should be looked at again: never before `now`.

        What waits behind another message of its contact is not looked at: its turn comes with that one's end.
        """
        due: datetime | None = await self._connection.fetch_value(
            sql.NEXT_DUE, config_id=config_id, now=now, decided_after=UNKNOWN_DECIDED_AFTER
        )
        return max(due, now) if due is not None else None

    async def mark_submitting(self, message_ids: list[MessageId], *, now: datetime) -> list[MessageId]:
        """Note, before any request is opened, that these go out, an attempt more; gives those that were queued."""
        rows = await self._connection.fetch(sql.MARK_SUBMITTING, message_ids=message_ids, now=now)
        marked = {row["message_id"] for row in rows}
        return [message_id for message_id in message_ids if message_id in marked]

    async def spend_day(
        self, config_id: WhatsAppConfigId, *, limit: int, wanted: int, now: datetime
    ) -> tuple[int, datetime]:
        """Count sends of a number's day, the tenant's own, as far as `limit` allows; give how many, and its end."""
        row = await self._connection.fetch_one(sql.SPEND_DAY, config_id=config_id, now=now)
        if row is None:
            raise LookupError("a number is of a tenant that there is")
        taken = min(wanted, max(0, limit - row["sent"]))
        if taken:
            await self._connection.execute(sql.COUNT_DAY, config_id=config_id, taken=taken)
        return taken, row["ends_at"]

    async def save(self, intent: Intent) -> None:
        """Write state, not_before, attempts, unknowns and submitted_at."""
        await self._connection.execute(
            sql.SAVE,
            message_id=intent.message_id,
            state=intent.state,
            not_before=intent.not_before,
            attempts=intent.attempts,
            unknowns=intent.unknowns,
            submitted_at=intent.submitted_at,
        )

    async def settle(self, message_id: MessageId) -> bool:
        """Remove an intent; False if it was settled already."""
        return bool(await self._connection.execute(sql.SETTLE, message_id=message_id))

    async def settle_all(self, message_ids: Collection[MessageId]) -> set[MessageId]:
        """Remove intents; gives those that were not settled already."""
        rows = await self._connection.fetch(sql.SETTLE_ALL, message_ids=list(message_ids))
        return {MessageId(row["message_id"]) for row in rows}

    async def cancel_queued(self, conversation_id: ConversationId, *, sender: str) -> list[MessageId]:
        """Remove the queued intents of a conversation whose message has this sender; cancel their messages and tell."""
        rows = await self._connection.fetch(sql.CANCEL_QUEUED, conversation_id=conversation_id, sender=sender)
        cancelled = sorted(MessageId(row["id"]) for row in rows)
        told = partial(MessageStatusEvent, conversation_id=conversation_id, status=MessageStatus.CANCELLED)
        self._events.record([told(message_id=message_id, at=rows[0]["at"]) for message_id in cancelled])
        return cancelled

    async def in_doubt(self, config_id: WhatsAppConfigId, *, address: str) -> list[Intent]:
        """Give those to one recipient in `submitting` or `unknown`, oldest first."""
        rows = await self._connection.fetch(sql.IN_DOUBT, config_id=config_id, address=address)
        return [to_domain(row) for row in rows]

    async def orphans(self, config_id: WhatsAppConfigId) -> list[Intent]:
        """Give those in `submitting` or `unknown`, oldest first."""
        return [to_domain(row) for row in await self._connection.fetch(sql.ORPHANS, config_id=config_id)]
