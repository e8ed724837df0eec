"""Contacts for files, read from PostgreSQL by their ids: no batch costs more than the first."""

from collections.abc import AsyncIterator
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, func, select

from adapters.postgres.connection import Row
from adapters.postgres.readers.listing import columns_of
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.segments import compile_filter
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_tags, contacts, tags
from application.ports.readers.exported_contacts import ExportedContact
from domain.contacts.consent import WHATSAPP
from domain.contacts.filters import Filter
from domain.shared.ids import TenantId

BATCH = 1_000
_FIRST = UUID(int=0)
_c = contacts.c
_TAGS = (
    select(func.array_agg(tags.c.name))
    .select_from(
        contact_tags.join(tags, (tags.c.tenant_id == contact_tags.c.tenant_id) & (tags.c.id == contact_tags.c.tag_id))
    )
    .where(contact_tags.c.tenant_id == _c.tenant_id, contact_tags.c.contact_id == _c.id)
    .correlate(contacts)
    .scalar_subquery()
    .label("tags")
)
_CONSENTS = Statement(
    """
    SELECT DISTINCT ON (contact_id, purpose) contact_id, purpose, granted,
      expires_at IS NOT NULL AND expires_at <= CAST(:now AS timestamptz) AS is_over
    FROM consents
    WHERE tenant_id = :tenant_id AND contact_id = ANY(CAST(:ids AS uuid[])) AND channel = :channel
    ORDER BY contact_id, purpose, at DESC, id DESC
    """
)
_ATTRIBUTES = msgspec.json.Decoder(dict[str, object])


class PostgresExportedContacts(TenantReader):
    """Reads contacts that were neither deleted nor merged."""

    async def batches(
        self, tenant_id: TenantId, *, condition: Filter | None, now: datetime
    ) -> AsyncIterator[list[ExportedContact]]:
        """Give those of a filter, or all, a thousand at a time, each batch as it is when it is read."""
        statement, after = _statement(condition, now=now), _FIRST
        while True:
            async with self._reading(tenant_id) as connection:
                rows = await connection.fetch(statement, after=after, limit=BATCH)
                ids = [row["id"] for row in rows]
                said = await connection.fetch(_CONSENTS, ids=ids, channel=WHATSAPP, now=now) if ids else []
            if not rows:
                return
            consents: dict[UUID, dict[str, bool]] = {}
            for one in said:
                if not one["is_over"]:
                    consents.setdefault(one["contact_id"], {})[one["purpose"]] = one["granted"]
            yield [_shown(row, consents.get(row["id"], {})) for row in rows]
            after = ids[-1]


def _statement(condition: Filter | None, *, now: datetime) -> Statement:
    where = [_c.tenant_id == bindparam("tenant_id"), _c.deleted_at.is_(None), _c.id > bindparam("after")]
    if condition is not None:
        where.append(compile_filter(condition, contacts, now=now))
    shown = select(*columns_of(contacts, ExportedContact), _TAGS).where(*where)
    return Statement(shown.order_by(_c.id).limit(bindparam("limit")))


def _shown(row: Row, consents: dict[str, bool]) -> ExportedContact:
    attributes = _ATTRIBUTES.decode(row["attributes"])
    found = {**row, "attributes": attributes, "tags": sorted(row["tags"] or ()), "consents": consents}
    return msgspec.convert(found, ExportedContact)
