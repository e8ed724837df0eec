"""The audit log, read from PostgreSQL."""

from uuid import UUID

import msgspec
from sqlalchemy import FromClause, bindparam, func, literal_column, select
from sqlalchemy.dialects.postgresql import JSONB

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.listing import Asks, Listing, Shown, columns_of
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from adapters.postgres.tables.people import audit_log
from adapters.postgres.tables.platform import users
from application.ports.readers.audit import AUDIT_SORTS, AuditFilters, AuditRow, ChainSlice
from application.shared.page import Page, PageRequest
from domain.audit.entry import Entry, Head, Link
from domain.shared.ids import TenantId

_c = audit_log.c
_EQUAL = ("action", "user_id", "api_key_id", "subject_type", "subject_id")


_MADE = ("before", "after", "hash")
_NOTHING = literal_column("'null'::jsonb", type_=JSONB)


def _show(rows: FromClause) -> Shown:
    is_theirs = (users.c.tenant_id == rows.c.tenant_id) & (users.c.id == rows.c.user_id)
    return select(
        *(column for column in columns_of(rows, AuditRow) if column.key not in _MADE),
        *(func.coalesce(rows.c[name], _NOTHING).label(name) for name in ("before", "after")),
        func.encode(rows.c.hash, "hex").label("hash"),
        users.c.name.label("user_name"),
    ).select_from(rows.outerjoin(users, is_theirs))


_LISTING = Listing(
    audit_log,
    item=AuditRow,
    show=_show,
    asks=Asks(
        sorts=orders_by(audit_log, AuditRow, AUDIT_SORTS),
        filters={name: _c[name] == bindparam(name) for name in _EQUAL}
        | {"since": _c.at >= bindparam("since"), "until": _c.at < bindparam("until")},
    ),
)

_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
"""A head that is older than the entries beside it would look as if somebody had added them."""

_HEAD = Statement("SELECT seq, hash FROM audit_heads WHERE tenant_id = :tenant_id")
_ENTRY_AT = Statement("SELECT * FROM audit_log WHERE tenant_id = :tenant_id AND seq = :seq ORDER BY id LIMIT 1")

_FIRST = Statement("SELECT * FROM audit_log WHERE tenant_id = :tenant_id ORDER BY seq, id LIMIT :limit")
_AFTER = Statement("""
SELECT * FROM audit_log WHERE tenant_id = :tenant_id AND (seq, id) > (CAST(:seq AS bigint), CAST(:id AS uuid))
ORDER BY seq, id LIMIT :limit
""")


class PostgresAuditList(TenantReader):
    """Reads entries for people."""

    async def page(self, tenant_id: TenantId, *, filters: AuditFilters, page: PageRequest) -> Page[AuditRow]:
        """Give the newest first, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _LISTING.page(connection, page, filters=msgspec.structs.asdict(filters))


class PostgresAuditChain(TenantReader):
    """Reads a chain to verify it."""

    async def head(self, tenant_id: TenantId) -> Head | None:
        """Give its end as the head says; None before the first entry."""
        async with self._reading(tenant_id) as connection:
            return _to_head(await connection.fetch_one(_HEAD))

    async def entry_at(self, tenant_id: TenantId, *, seq: int) -> Link | None:
        """Give the entry with this number, the first where there are two."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_ENTRY_AT, seq=seq)
        return None if row is None else _to_link(row)

    async def after(self, tenant_id: TenantId, *, place: tuple[int, UUID] | None, limit: int) -> ChainSlice:
        """Give the entries after this number and id, from the very first where it is None."""
        async with self._database.tenant_transaction(tenant_id, _ONE_MOMENT) as driver:
            connection = TenantConnection(driver, tenant_id)
            head = _to_head(await connection.fetch_one(_HEAD))
            if place is None:
                rows = await connection.fetch(_FIRST, limit=limit)
            else:
                rows = await connection.fetch(_AFTER, seq=place[0], id=place[1], limit=limit)
        return ChainSlice(head=head, links=[_to_link(row) for row in rows])


def _to_head(row: Row | None) -> Head | None:
    return None if row is None else Head(seq=row["seq"], hash=row["hash"])


def _to_link(row: Row) -> Link:
    """Read a row as it is: what was tampered with is to be verified, not refused."""
    entry = Entry(**{name: row[name] for name in Entry.__struct_fields__})
    return Link(entry=entry, previous_hash=row["previous_hash"], hash=row["hash"])
