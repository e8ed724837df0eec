"""Files in PostgreSQL, and where they lie at a provider."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.rows import insert_dated, save_row, select_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.media import media as media_table
from application.ports.repositories.media import MediaPlace
from domain.media.errors import MediaNotFoundError
from domain.media.media import Media
from domain.shared.content import Content
from domain.shared.ids import ConversationId, MediaId, MessageId, WhatsAppConfigId

_CONTENT: msgspec.json.Decoder[Content] = msgspec.json.Decoder(Content)
_ADD = insert_dated(media_table)
_GET = select_row(media_table)
_SAVE = update_dated(media_table)

_PLACES = Statement(
    """
    SELECT message.id AS message_id, message.conversation_id, message.content, conversation.assigned_to,
      conversation.department_id
    FROM messages AS message
    JOIN conversations AS conversation ON conversation.tenant_id = message.tenant_id
      AND conversation.id = message.conversation_id
    WHERE message.tenant_id = :tenant_id AND message.media_id = :media_id
    """
)
_IS_COMMON = Statement(
    """
    SELECT EXISTS (SELECT FROM canned_responses WHERE tenant_id = :tenant_id
      AND strpos(CAST(content AS text), CAST(CAST(:media_id AS uuid) AS text)) > 0)
    """
)
_UPLOAD = Statement(
    """
    SELECT provider_media_id FROM media_uploads
    WHERE tenant_id = :tenant_id AND media_id = :media_id AND whatsapp_config_id = :config_id AND expires_at > :now
    """
)
_KEEP_UPLOAD = Statement(
    """
    INSERT INTO media_uploads (tenant_id, media_id, whatsapp_config_id, provider_media_id, expires_at)
    VALUES (:tenant_id, :media_id, :config_id, :provider_media_id, :expires_at)
    ON CONFLICT (tenant_id, media_id, whatsapp_config_id)
    DO UPDATE SET provider_media_id = EXCLUDED.provider_media_id, expires_at = EXCLUDED.expires_at
    """
)
_FORGET_UPLOAD = Statement(
    "DELETE FROM media_uploads"
    " WHERE tenant_id = :tenant_id AND media_id = :media_id AND whatsapp_config_id = :config_id"
)
_FORGET_UNUSED = Statement(
    """
    DELETE FROM media WHERE tenant_id = :tenant_id AND id IN (
      SELECT file.id FROM media AS file
      WHERE file.tenant_id = :tenant_id AND file.direction = 'outbound' AND file.created_at < :before
        AND NOT EXISTS (SELECT FROM messages WHERE tenant_id = :tenant_id AND media_id = file.id)
        AND NOT EXISTS (SELECT FROM scheduled_messages WHERE tenant_id = :tenant_id AND state = 'scheduled'
          AND strpos(CAST(content AS text), CAST(file.id AS text)) > 0)
        AND NOT EXISTS (SELECT FROM canned_responses WHERE tenant_id = :tenant_id
          AND strpos(CAST(content AS text), CAST(file.id AS text)) > 0)
        AND NOT EXISTS (SELECT FROM flows WHERE tenant_id = :tenant_id
          AND strpos(CAST(draft AS text), CAST(file.id AS text)) > 0)
        AND NOT EXISTS (SELECT FROM flow_versions WHERE tenant_id = :tenant_id
          AND strpos(CAST(document AS text), CAST(file.id AS text)) > 0)
      LIMIT :limit)
    """
)
"""What a customer sent is always in a message, so only what was uploaded here can be in none."""
_IN_USE = Statement(
    """
    SELECT DISTINCT sha256 FROM media
    WHERE tenant_id = :tenant_id AND state = 'stored' AND sha256 = ANY (CAST(:hashes AS bytea[]))
    """
)


class PostgresMedia:
    """Keeps what is known of files."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection = connection
        self._events = events

    async def add(self, media: Media) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(media))

    async def get(self, media_id: MediaId) -> Media:
        """Load one. Raises MediaNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=media_id)
        if row is None:
            raise MediaNotFoundError("There is no such file.")
        return msgspec.convert(dict(row), Media)

    async def save(self, media: Media) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, media)
        self._events.record(media.take_events())

    async def places_of(self, media_id: MediaId) -> list[MediaPlace]:
        """Give the messages that hold it."""
        rows = await self._connection.fetch(_PLACES, media_id=media_id)
        return [
            MediaPlace(
                message_id=MessageId(row["message_id"]),
                conversation_id=ConversationId(row["conversation_id"]),
                content=_CONTENT.decode(row["content"]),
                assigned_to=row["assigned_to"],
                department_id=row["department_id"],
            )
            for row in rows
        ]

    async def is_common(self, media_id: MediaId) -> bool:
        """Whether a canned response holds it, which everybody may use."""
        return bool(await self._connection.fetch_value(_IS_COMMON, media_id=media_id))

    async def upload_of(self, media_id: MediaId, *, config_id: WhatsAppConfigId, now: datetime) -> str | None:
        """Give the provider's id of a file that still lies there; None when it must be brought again."""
        found: str | None = await self._connection.fetch_value(_UPLOAD, media_id=media_id, config_id=config_id, now=now)
        return found

    async def keep_upload(
        self, media_id: MediaId, *, config_id: WhatsAppConfigId, provider_media_id: str, expires_at: datetime
    ) -> None:
        """Keep where it lies at a provider, in the place of what was kept before."""
        await self._connection.execute(
            _KEEP_UPLOAD,
            media_id=media_id,
            config_id=config_id,
            provider_media_id=provider_media_id,
            expires_at=expires_at,
        )

    async def forget_upload(self, media_id: MediaId, *, config_id: WhatsAppConfigId) -> None:
        """Keep nothing: the provider lost it."""
        await self._connection.execute(_FORGET_UPLOAD, media_id=media_id, config_id=config_id)

    async def forget_unused(self, *, before: datetime, limit: int) -> int:
        """Delete files of ours from before then that no message, canned response or flow holds; say how many."""
        return await self._connection.execute(_FORGET_UNUSED, before=before, limit=limit)

    async def hashes_in_use(self, hashes: Collection[bytes]) -> set[bytes]:
        """Give those of the hashes that a stored file has."""
        rows = await self._connection.fetch(_IN_USE, hashes=list(hashes))
        return {bytes(row["sha256"]) for row in rows}
