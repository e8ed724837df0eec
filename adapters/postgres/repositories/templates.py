"""Templates in PostgreSQL, and how far their reading is."""

from collections.abc import Collection
from datetime import datetime

import msgspec
from sqlalchemy import bindparam, func, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.rows import insert_dated, save_row, select_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.whatsapp import templates
from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.templates.errors import TemplateNotFoundError
from domain.whatsapp.templates.sync import SyncState, TemplateSync
from domain.whatsapp.templates.template import MessageTemplate, TemplateHistory
from domain.whatsapp.templates.words import category_of, format_of, quality_of, status_of

_c = templates.c
_GET = select_row(templates)
_ADD = insert_dated(templates)
_SAVE = update_dated(templates)
_OF_NUMBER = (_c.tenant_id == bindparam("tenant_id")) & (_c.whatsapp_config_id == bindparam("config_id"))
_NAMED = Statement(
    select(templates).where(_OF_NUMBER, _c.name == bindparam("name"), _c.language == bindparam("language"))
)
_LANGUAGES = Statement(
    select(_c.language)
    .where(_OF_NUMBER, _c.name == bindparam("name"), func.lower(_c.status) == "approved")
    .order_by(_c.language)
)
_LOCK_TOLD = Statement(
    select(templates)
    .where(_OF_NUMBER, _c.provider_id == bindparam("provider_id"))
    .order_by(_c.id.desc())
    .limit(1)
    .with_for_update()
)
_LOCK_NAMED = Statement(
    """
    SELECT * FROM templates
    WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id AND name = ANY(:names)
    ORDER BY id FOR UPDATE
    """
)
_LOCK_MISSING = Statement(
    """
    SELECT * FROM templates
    WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id AND status <> 'deleted' AND created_at < :before
      AND (provider_id IS NULL OR provider_id <> ALL(:seen))
    ORDER BY id FOR UPDATE
    """
)
_SAW = Statement("UPDATE templates SET synced_at = :at WHERE tenant_id = :tenant_id AND id = ANY(CAST(:ids AS uuid[]))")
_SYNC_OF = Statement(
    """
    SELECT whatsapp_config_id, state, ordered_at, started_at, finished_at, found, changed, deleted, error
    FROM template_syncs WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id
    """
)
_KEEP_SYNC = Statement(
    """
    INSERT INTO template_syncs (tenant_id, whatsapp_config_id, state, ordered_at, started_at, finished_at, found,
      changed, deleted, error)
    VALUES (:tenant_id, :whatsapp_config_id, :state, :ordered_at, :started_at, :finished_at, :found, :changed, :deleted,
      :error)
    ON CONFLICT (tenant_id, whatsapp_config_id) DO UPDATE SET
      state = excluded.state, ordered_at = excluded.ordered_at, started_at = excluded.started_at,
      finished_at = excluded.finished_at, found = excluded.found, changed = excluded.changed,
      deleted = excluded.deleted, error = excluded.error
    """
)
_HISTORY = msgspec.json.Decoder(TemplateHistory)


def to_domain(row: Row) -> MessageTemplate:
    """Read a row."""
    return MessageTemplate(
        id=TemplateId(row["id"]),
        whatsapp_config_id=WhatsAppConfigId(row["whatsapp_config_id"]),
        provider_id=row["provider_id"],
        name=row["name"],
        language=row["language"],
        category=category_of(row["category"]),
        status=status_of(row["status"]),
        components=msgspec.Raw(row["components"]),
        parameter_format=format_of(row["parameter_format"]),
        quality=quality_of(row["quality"]),
        rejected_reason=row["rejected_reason"],
        history=_HISTORY.decode(row["history"]),
        synced_at=row["synced_at"],
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresTemplates:
    """Keeps templates; number, name and language name one."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection = connection
        self._events = events

    async def get(self, template_id: TemplateId) -> MessageTemplate:
        """Load one. Raises TemplateNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=template_id)
        if row is None:
            raise TemplateNotFoundError("There is no such template.")
        return to_domain(row)

    async def find(self, config_id: WhatsAppConfigId, *, name: str, language: str) -> MessageTemplate | None:
        """Load one by its name."""
        row = await self._connection.fetch_one(_NAMED, config_id=config_id, name=name, language=language)
        return None if row is None else to_domain(row)

    async def languages(self, config_id: WhatsAppConfigId, *, name: str) -> list[str]:
        """Say in which languages a name can be sent."""
        rows = await self._connection.fetch(_LANGUAGES, config_id=config_id, name=name)
        return [row["language"] for row in rows]

    async def lock_told(self, config_id: WhatsAppConfigId, *, provider_id: str) -> MessageTemplate | None:
        """Load one by the provider's id, for changing it."""
        row = await self._connection.fetch_one(_LOCK_TOLD, config_id=config_id, provider_id=provider_id)
        return None if row is None else to_domain(row)

    async def lock_named(self, config_id: WhatsAppConfigId, *, names: Collection[str]) -> list[MessageTemplate]:
        """Load those of these names, in every language, for changing them; locked in the order of their ids."""
        rows = await self._connection.fetch(_LOCK_NAMED, config_id=config_id, names=list(names))
        return [to_domain(row) for row in rows]

    async def lock_missing(
        self, config_id: WhatsAppConfigId, *, seen: Collection[str], before: datetime
    ) -> list[MessageTemplate]:
        """Load those, made before, that are not deleted and whose provider's id was not seen; locked as above."""
        rows = await self._connection.fetch(_LOCK_MISSING, config_id=config_id, seen=list(seen), before=before)
        return [to_domain(row) for row in rows]

    async def add(self, template: MessageTemplate) -> None:
        """Write a new one. Raises TemplateTakenError."""
        await write(self._connection, _ADD, **values_of(template))
        self._events.record(template.take_events())

    async def save(self, template: MessageTemplate) -> None:
        """Write changes. Raises StaleVersionError."""
        await save_row(self._connection, _SAVE, template)
        self._events.record(template.take_events())

    async def saw(self, template_ids: Collection[TemplateId], *, at: datetime) -> None:
        """Write when the provider had them as they are here, in one statement; that is no change of theirs."""
        if template_ids:
            await self._connection.execute(_SAW, ids=list(template_ids), at=at)

    async def sync_of(self, config_id: WhatsAppConfigId) -> TemplateSync | None:
        """Say how far the last reading of a number's templates is."""
        row = await self._connection.fetch_one(_SYNC_OF, config_id=config_id)
        return None if row is None else msgspec.convert({**dict(row), "state": SyncState(row["state"])}, TemplateSync)

    async def keep_sync(self, sync: TemplateSync) -> None:
        """Write how far it is."""
        await self._connection.execute(_KEEP_SYNC, **values_of(sync))
