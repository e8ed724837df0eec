"""Custom fields in PostgreSQL."""

from collections.abc import Sequence

import msgspec
from sqlalchemy import bindparam, delete, select

from adapters.postgres.connection import Row, TenantConnection
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
from adapters.postgres.tables.contacts import contact_fields
from application.ports.repositories.contact_fields import HeldValue
from domain.contacts.errors import ContactFieldNotFoundError
from domain.contacts.fields import ContactField, FieldType
from domain.shared.ids import ContactFieldId

_c = contact_fields.c
_ALL = Statement(select(contact_fields).where(_c.tenant_id == bindparam("tenant_id")).order_by(_c.place, _c.key))
_GET = select_row(contact_fields)
_ADD = insert_dated(contact_fields)
_SAVE = update_dated(contact_fields)
_DELETE = Statement(delete(contact_fields).where(is_row(contact_fields)))

_HELD = Statement(
    """
    SELECT attributes -> CAST(:key AS text) AS value, count(*) AS contacts FROM contacts
    WHERE tenant_id = :tenant_id AND deleted_at IS NULL AND attributes -> CAST(:key AS text) IS NOT NULL
    GROUP BY 1
    """
)
_REWRITE = Statement(
    """
    UPDATE contacts SET attributes = attributes || jsonb_build_object(CAST(:key AS text), change.after),
      version = version + 1, updated_at = now()
    FROM unnest(CAST(:befores AS jsonb[]), CAST(:afters AS jsonb[])) AS change (before, after)
    WHERE tenant_id = :tenant_id AND deleted_at IS NULL AND attributes -> CAST(:key AS text) = change.before
    """
)


def to_domain(row: Row) -> ContactField:
    """Read a row."""
    return ContactField(
        id=ContactFieldId(row["id"]),
        key=row["key"],
        label=row["label"],
        type=FieldType(row["type"]),
        options=tuple(row["options"]),
        is_required=row["is_required"],
        place=row["place"],
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresContactFields:
    """Keeps fields."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def all(self) -> tuple[ContactField, ...]:
        """Give every field, by its place and then its key."""
        return tuple(to_domain(row) for row in await self._connection.fetch(_ALL))

    async def get(self, field_id: ContactFieldId) -> ContactField:
        """Load a field. Raises ContactFieldNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=field_id)
        if row is None:
            raise ContactFieldNotFoundError("There is no such field.")
        return to_domain(row)

    async def add(self, field: ContactField) -> None:
        """Write a new field. Raises ContactFieldTakenError."""
        await write(self._connection, _ADD, **values_of(field))

    async def save(self, field: ContactField) -> None:
        """Write changes. Raises StaleVersionError."""
        await save_row(self._connection, _SAVE, field)

    async def delete(self, field_id: ContactFieldId) -> None:
        """Remove it; what contacts hold under its key stays. Raises ContactFieldNotFoundError."""
        if not await self._connection.execute(_DELETE, id=field_id):
            raise ContactFieldNotFoundError("There is no such field.")

    async def held(self, key: str) -> list[HeldValue]:
        """Give the different values that contacts hold under a key."""
        rows = await self._connection.fetch(_HELD, key=key)
        return [HeldValue(value=msgspec.json.decode(row["value"]), contacts=row["contacts"]) for row in rows]

    async def rewrite(self, key: str, changes: Sequence[tuple[object, object]]) -> None:
        """Let every contact that holds the first of a pair hold the second."""
        if changes:
            befores, afters = ([msgspec.Raw(msgspec.json.encode(pair[end])) for pair in changes] for end in (0, 1))
            await self._connection.execute(_REWRITE, key=key, befores=befores, afters=afters)
