"""Tables of files, and of where they lie at a provider."""

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Text

from adapters.postgres.tables.metadata import tenant_table, time, uuid

media = tenant_table(
    "media",
    uuid("id"),
    Column("direction", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("kind", Text, nullable=False),
    Column("mime", Text),
    Column("size", BigInteger),
    Column("sha256", LargeBinary),
    Column("filename", Text),
    Column("storage_key", Text),
    Column("thumbnail_key", Text),
    Column("width", Integer),
    Column("height", Integer),
    Column("duration_ms", Integer),
    uuid("whatsapp_config_id", nullable=True),
    Column("provider_media_id", Text),
    uuid("created_by", nullable=True),
    Column("version", Integer, nullable=False),
    time("created_at"),
    time("updated_at"),
)

media_uploads = tenant_table(
    "media_uploads",
    uuid("media_id"),
    uuid("whatsapp_config_id"),
    Column("provider_media_id", Text, nullable=False),
    time("expires_at"),
)
