"""Segments in PostgreSQL."""

import msgspec
from sqlalchemy import bindparam, delete, func, select

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
from adapters.postgres.tables.contacts import segments
from domain.contacts.errors import SegmentNotFoundError
from domain.contacts.filters import Filter
from domain.contacts.segment import Segment
from domain.shared.ids import SegmentId

_GET = select_row(segments)
_COUNT = Statement(select(func.count()).select_from(segments).where(segments.c.tenant_id == bindparam("tenant_id")))
_ADD = insert_dated(segments)
_SAVE = update_dated(segments)
_DELETE = Statement(delete(segments).where(is_row(segments)))

_FILTER = msgspec.json.Decoder(Filter)


def to_domain(row: Row) -> Segment:
    """Read a row."""
    return Segment(
        id=SegmentId(row["id"]),
        name=row["name"],
        description=row["description"],
        filter=_FILTER.decode(row["filter"]),
        created_at=row["created_at"],
        version=row["version"],
    )


class PostgresSegments:
    """Keeps segments."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, segment_id: SegmentId) -> Segment:
        """Load a segment. Raises SegmentNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=segment_id)
        if row is None:
            raise SegmentNotFoundError("There is no such segment.")
        return to_domain(row)

    async def count(self) -> int:
        """Say how many the tenant has."""
        return int(await self._connection.fetch_value(_COUNT))

    async def add(self, segment: Segment) -> None:
        """Write a new segment. Raises SegmentTakenError."""
        await write(self._connection, _ADD, **values_of(segment))

    async def save(self, segment: Segment) -> None:
        """Write changes. Raises StaleVersionError, SegmentTakenError."""
        await save_row(self._connection, _SAVE, segment)

    async def delete(self, segment_id: SegmentId) -> None:
        """Remove it. Raises SegmentNotFoundError."""
        if not await self._connection.execute(_DELETE, id=segment_id):
            raise SegmentNotFoundError("There is no such segment.")
