"""Contacts in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.contact_words import contact_vector
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories import contacts_sql as sql
from adapters.postgres.repositories.rows import stale, values_of, write
from domain.contacts.contact import LEFT, Contact, Identity, IdentityKind, LifecycleStage, searchable
from domain.contacts.errors import ContactNotFoundError
from domain.contacts.lead_score import MAX_SCORE
from domain.shared.ids import ContactId, IdentityId
from domain.shared.phone import phone_key, spellings


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
        email=row["email"],
        time_zone=row["time_zone"],
        lifecycle_stage=LifecycleStage(row["lifecycle_stage"]),
        lead_score=row["lead_score"],
        first_seen_at=row["first_seen_at"],
        deleted_at=row["deleted_at"],
        merged_into=row["merged_into"],
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

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection, self._events = connection, events
        self._names: dict[ContactId, list[Identity]] = {}
        self._tags: dict[ContactId, tuple[str, ...]] = {}

    async def get(self, contact_id: ContactId) -> Contact:
        """Load a contact. Raises ContactNotFoundError."""
        row = await self._connection.fetch_one(sql.GET, id=contact_id)
        if row is None:
            raise ContactNotFoundError("There is no such contact.")
        return to_domain(row)

    async def get_present(self, contact_id: ContactId) -> Contact:
        """Load a contact that is on people's screens. Raises ContactNotFoundError."""
        contact = await self.get(contact_id)
        if contact.is_gone:
            raise ContactNotFoundError("There is no such contact.")
        return contact

    async def lock(self, contact_ids: Collection[ContactId]) -> list[Contact]:
        """Load contacts for changing them together, always in one order: by their ids."""
        return [to_domain(row) for row in await self._connection.fetch(sql.LOCK, ids=list(contact_ids))]

    async def find(self, identities: tuple[Identity, ...], *, phone_key: str | None) -> list[Contact]:
        """Find whoever has one of these names or this phone: by BSUID, then by WhatsApp id, then by phone."""
        rows = await self._connection.fetch(
            sql.FIND,
            kinds=[identity.kind for identity in identities],
            scopes=[identity.scope for identity in identities],
            names=[identity.value for identity in identities],
            phone_key=phone_key,
        )
        self._names.update({ContactId(row["id"]): _identities(row) for row in rows})
        self._tags.update({ContactId(row["id"]): tuple(row["tag_keys"] or ()) for row in rows})
        return [to_domain(row) for row in rows]

    async def add(self, contact: Contact) -> None:
        """Write a new contact. Raises ContactExistsError when another transaction was faster."""
        await write(self._connection, sql.ADD, **values_of(contact), **self._searched(contact))
        self._events.record(contact.take_events())

    async def save(self, contact: Contact) -> None:
        """Write changes. Raises StaleVersionError on a lost race."""
        values = {name: value for name, value in values_of(contact).items() if name != "lead_score"}
        if not await write(self._connection, sql.SAVE, **values, **self._searched(contact)):
            raise stale(contact)
        contact.version += 1
        self._events.record(contact.take_events())

    async def add_points(self, contact_id: ContactId, points: int) -> int:
        """Count points of the lead score, which `save` leaves alone; give what it is then."""
        found = await self._connection.fetch_value(sql.ADD_POINTS, id=contact_id, points=points, most=MAX_SCORE)
        return int(found or 0)

    async def has_open_conversation(self, contact_id: ContactId) -> bool:
        """Whether a conversation of theirs is not over."""
        return bool(await self._connection.fetch_value(sql.HAS_OPEN, contact_id=contact_id))

    async def tag_keys(self, contact_id: ContactId) -> tuple[str, ...]:
        """Give the folded names of the contact's tags, in their order; of those it found, without asking again."""
        if contact_id not in self._tags:
            rows = await self._connection.fetch(sql.TAG_KEYS, contact_id=contact_id)
            return tuple(row["name_key"] for row in rows)
        return self._tags[contact_id]

    async def identities(self, contact_id: ContactId) -> list[Identity]:
        """Give the contact's names, the one seen last first."""
        if contact_id not in self._names:
            rows = await self._connection.fetch(sql.IDENTITIES, contact_id=contact_id)
            self._names[contact_id] = [_identity(row) for row in rows]
        return [name for name in self._names[contact_id] if name.scope != LEFT]

    async def leave_phone(self, contact_id: ContactId, *, phone: str, identity_id: IdentityId, at: datetime) -> None:
        """Note that a phone is not the contact's any more: nobody is found by it, and they do not get it back."""
        self._names.clear()
        await self._connection.execute(
            sql.LEAVE_PHONE,
            id=identity_id,
            contact_id=contact_id,
            spellings=[*spellings(phone)],
            phone_key=phone_key(phone),
            at=at,
        )

    async def has_left(self, contact_id: ContactId, *, phone: str) -> bool:
        """Whether the contact left this phone, in any spelling."""
        await self.identities(contact_id)
        left = [name.value for name in self._names[contact_id] if name.scope == LEFT]
        return phone_key(phone) in left

    async def add_identity(
        self, contact_id: ContactId, *, identity_id: IdentityId, identity: Identity, at: datetime
    ) -> None:
        """Remember a name; one already known, of whichever contact, stays there and is only seen again."""
        self._names.clear()
        await self._connection.execute(
            sql.ADD_IDENTITY, id=identity_id, contact_id=contact_id, **values_of(identity), at=at
        )

    def _searched(self, contact: Contact) -> dict[str, object]:
        """Give the words by which it is found; those of `search_text` are for the version before this one."""
        words = contact_vector(contact, tenant_id=self._connection.tenant_id)
        return {"search_text": searchable(contact), "search": words}
