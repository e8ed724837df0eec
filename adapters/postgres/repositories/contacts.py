"""Contacts in PostgreSQL."""

from datetime import datetime

import msgspec
from sqlalchemy import bindparam, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_dated, save_row, select_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_identities, contacts
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.contacts.errors import ContactNotFoundError
from domain.shared.ids import ContactId, IdentityId

_GET = select_row(contacts)
_ADD = insert_dated(contacts)
_SAVE = update_dated(contacts)

_FIND = Statement(
    """
    WITH named AS (
      SELECT known.contact_id, CASE known.kind WHEN 'bsuid' THEN 0 ELSE 1 END AS rank
      FROM unnest(CAST(:kinds AS text[]), CAST(:scopes AS text[]), CAST(:names AS text[]))
        AS wanted (kind, scope, value)
      JOIN contact_identities AS known
        ON known.tenant_id = :tenant_id AND known.kind = wanted.kind
        AND known.scope = wanted.scope AND known.value = wanted.value
      UNION ALL
      SELECT id, 2 FROM contacts WHERE tenant_id = :tenant_id AND phone_key = :phone_key)
    SELECT contacts.*, known.kinds, known.scopes, known.names FROM contacts
    JOIN (SELECT contact_id, min(rank) AS rank FROM named GROUP BY contact_id) AS best ON best.contact_id = contacts.id
    CROSS JOIN LATERAL (
      SELECT array_agg(kind ORDER BY last_seen_at DESC, id DESC) AS kinds,
        array_agg(scope ORDER BY last_seen_at DESC, id DESC) AS scopes,
        array_agg(value ORDER BY last_seen_at DESC, id DESC) AS names
      FROM contact_identities
      WHERE contact_identities.tenant_id = :tenant_id AND contact_identities.contact_id = contacts.id) AS known
    WHERE contacts.tenant_id = :tenant_id
    ORDER BY best.rank, contacts.created_at, contacts.id
    """
)

_KNOWN = contact_identities.c
_IDENTITIES = Statement(
    select(contact_identities)
    .where(_KNOWN.tenant_id == bindparam("tenant_id"), _KNOWN.contact_id == bindparam("contact_id"))
    .order_by(_KNOWN.last_seen_at.desc(), _KNOWN.id.desc())
)

_ADD_IDENTITY = Statement(
    """
    INSERT INTO contact_identities (tenant_id, id, contact_id, kind, scope, value, first_seen_at, last_seen_at)
    VALUES (:tenant_id, :id, :contact_id, :kind, :scope, :value, :at, :at)
    ON CONFLICT (tenant_id, kind, scope, value)
    DO UPDATE SET last_seen_at = greatest(contact_identities.last_seen_at, excluded.last_seen_at)
    """
)


def to_domain(row: Row) -> Contact:
    """Read a row."""
    return Contact(
        id=ContactId(row["id"]),
        name=row["name"],
        phone=row["phone"],
        phone_key=row["phone_key"],
        username=row["username"],
        language=row["language"],
        attributes=msgspec.json.decode(row["attributes"]),
        source=row["source"],
        blocked_at=row["blocked_at"],
        last_seen_at=row["last_seen_at"],
        created_at=row["created_at"],
        version=row["version"],
    )


def _identity(row: Row) -> Identity:
    return Identity(kind=IdentityKind(row["kind"]), scope=row["scope"], value=row["value"])


def _identities(row: Row) -> list[Identity]:
    columns = (row["kinds"] or (), row["scopes"] or (), row["names"] or ())
    named = zip(*columns, strict=True)
    return [Identity(kind=IdentityKind(kind), scope=scope, value=value) for kind, scope, value in named]


class PostgresContacts:
    """Keeps contacts and their identities. The names of those it found are remembered until it writes one."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self._names: dict[ContactId, list[Identity]] = {}

    async def get(self, contact_id: ContactId) -> Contact:
        """Load a contact. Raises ContactNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=contact_id)
        if row is None:
            raise ContactNotFoundError("There is no such contact.")
        return to_domain(row)

    async def find(self, identities: tuple[Identity, ...], *, phone_key: str | None) -> list[Contact]:
        """Find whoever has one of these names or this phone: by BSUID, then by WhatsApp id, then by phone."""
        rows = await self._connection.fetch(
            _FIND,
            kinds=[identity.kind for identity in identities],
            scopes=[identity.scope for identity in identities],
            names=[identity.value for identity in identities],
            phone_key=phone_key,
        )
        self._names.update({ContactId(row["id"]): _identities(row) for row in rows})
        return [to_domain(row) for row in rows]

    async def add(self, contact: Contact) -> None:
        """Write a new contact. Raises ContactExistsError when another transaction was faster."""
        await write(self._connection, _ADD, **values_of(contact))

    async def save(self, contact: Contact) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        await save_row(self._connection, _SAVE, contact)

    async def identities(self, contact_id: ContactId) -> list[Identity]:
        """Give the contact's names, the one seen last first."""
        if contact_id not in self._names:
            rows = await self._connection.fetch(_IDENTITIES, contact_id=contact_id)
            self._names[contact_id] = [_identity(row) for row in rows]
        return [*self._names[contact_id]]

    async def add_identity(
        self, contact_id: ContactId, *, identity_id: IdentityId, identity: Identity, at: datetime
    ) -> None:
        """Remember a name; one already known, of whichever contact, stays there and is only seen again."""
        self._names.clear()
        await self._connection.execute(
            _ADD_IDENTITY, id=identity_id, contact_id=contact_id, **values_of(identity), at=at
        )
