"""Reactions, edits and revokes in PostgreSQL, and those of them that came before their message."""

from collections.abc import Collection, Sequence
from datetime import datetime

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.rows import stale
from adapters.postgres.search_words import search_vector
from adapters.postgres.statements import Statement
from application.ports.repositories.message_changes import Change
from domain.conversations.message import Message
from domain.conversations.reaction import MessageReaction
from domain.shared.ids import ConversationId, ProviderMessageId, WhatsAppConfigId
from domain.whatsapp.inbound import ContactItem, EchoReceived, MessageReceived

_ITEM: msgspec.json.Decoder[ContactItem] = msgspec.json.Decoder(ContactItem)

NO_EMOJI = ""
"""A reaction that was taken off stays as a row without an emoji, so that an older one does not come back."""

_REACT = Statement(
    """
    INSERT INTO message_reactions (tenant_id, message_id, side, user_id, emoji, at)
    VALUES (:tenant_id, :message_id, :side, :user_id, :emoji, :at)
    ON CONFLICT (tenant_id, message_id, side) DO UPDATE
    SET user_id = EXCLUDED.user_id, emoji = EXCLUDED.emoji, at = EXCLUDED.at
    WHERE (EXCLUDED.at, EXCLUDED.emoji = '', EXCLUDED.emoji COLLATE "C")
      > (message_reactions.at, message_reactions.emoji = '', message_reactions.emoji COLLATE "C")
    """
)

_AMEND = Statement(
    """
    UPDATE messages SET content = :content, edited_at = :edited_at, revoked_at = :revoked_at,
      search = :search, version = version + 1
    WHERE tenant_id = :tenant_id AND id = :id AND version = :version
    """
)

_PARK = Statement(
    """
    INSERT INTO early_changes (tenant_id, whatsapp_config_id, target, item, received_at)
    VALUES (:tenant_id, :config_id, :target, :item, :received_at)
    """
)

_TAKE = Statement(
    """
    DELETE FROM early_changes
    WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id AND target = ANY (CAST(:targets AS text[]))
    RETURNING position, whatsapp_config_id, item
    """
)

_TAKE_FOUND = Statement(
    """
    DELETE FROM early_changes
    WHERE tenant_id = :tenant_id AND position IN (
      SELECT early.position FROM early_changes AS early
      JOIN provider_messages AS named ON named.tenant_id = early.tenant_id
        AND named.whatsapp_config_id = early.whatsapp_config_id AND named.provider_message_id = early.target
      WHERE early.tenant_id = :tenant_id
      ORDER BY early.position LIMIT :limit FOR UPDATE OF early SKIP LOCKED)
    RETURNING position, whatsapp_config_id, item
    """
)

_TAKE_LATE = Statement(
    """
    DELETE FROM early_changes
    WHERE tenant_id = :tenant_id AND position IN (
      SELECT position FROM early_changes WHERE tenant_id = :tenant_id AND received_at < :before
      ORDER BY position LIMIT :limit FOR UPDATE SKIP LOCKED)
    RETURNING position, whatsapp_config_id, item
    """
)


def to_change(row: Row) -> Change:
    """Read a change that waits. Raises ValueError for an item that is none."""
    item = _ITEM.decode(row["item"])
    if isinstance(item, MessageReceived | EchoReceived):
        return item
    raise ValueError(f"a {type(item).__name__} changes no message")


class PostgresMessageChanges:
    """Keeps what is changed on messages."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection, self._events = connection, events

    async def react(self, reaction: MessageReaction, *, conversation_id: ConversationId) -> bool:
        """Write a reaction and its event; False, and nothing written, when a later one is there already."""
        written = await self._connection.execute(
            _REACT,
            message_id=reaction.message_id,
            side=reaction.side,
            user_id=reaction.user_id,
            emoji=reaction.emoji or NO_EMOJI,
            at=reaction.at,
        )
        if written:
            self._events.record([reaction.told(conversation_id)])
        return bool(written)

    async def amend(self, message: Message) -> None:
        """Write a message's other words, or that it was taken back, and events. Raises StaleVersionError."""
        written = await self._connection.execute(
            _AMEND,
            id=message.id,
            version=message.version,
            content=message.content,
            edited_at=message.edited_at,
            revoked_at=message.revoked_at,
            search=search_vector(message, tenant_id=self._connection.tenant_id),
        )
        if not written:
            raise stale(message)
        message.version += 1
        self._events.record(message.take_events())

    async def park(self, item: Change, *, target: ProviderMessageId, config_id: WhatsAppConfigId, at: datetime) -> None:
        """Keep a change whose message is not known yet."""
        await self._connection.execute(_PARK, config_id=config_id, target=target, item=item, received_at=at)

    async def take(self, targets: Collection[ProviderMessageId], *, config_id: WhatsAppConfigId) -> list[Change]:
        """Take out the changes that waited for these messages, in the order in which they came."""
        rows = await self._connection.fetch(_TAKE, config_id=config_id, targets=list(targets))
        return [change for _, change in _in_order(rows)]

    async def take_found(self, *, limit: int) -> list[tuple[WhatsAppConfigId, Change]]:
        """Take out changes whose message is known by now, and was not when they were looked for."""
        return _in_order(await self._connection.fetch(_TAKE_FOUND, limit=limit))

    async def take_late(self, *, before: datetime, limit: int) -> list[tuple[WhatsAppConfigId, Change]]:
        """Take out changes that have waited since before this for a message that never came."""
        return _in_order(await self._connection.fetch(_TAKE_LATE, before=before, limit=limit))


def _in_order(rows: Sequence[Row]) -> list[tuple[WhatsAppConfigId, Change]]:
    ordered = sorted(rows, key=lambda row: row["position"])
    return [(WhatsAppConfigId(row["whatsapp_config_id"]), to_change(row)) for row in ordered]
