"""Tags in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_dated, is_row, save_row, select_row, update_dated, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import contact_tags, tags
from domain.contacts.errors import TagNotFoundError
from domain.contacts.tag import Tag
from domain.shared.ids import ContactId, TagId
from domain.shared.text import fold

_c = tags.c
_OURS = _c.tenant_id == bindparam("tenant_id")

_GET = select_row(tags)
_FIND = Statement(select(tags).where(_OURS, _c.name_key == bindparam("name_key")))
_KNOWN = Statement(
    select(tags)
    .where(_OURS, _c.id == bindparam("ids", type_=ARRAY(_c.id.type)).any_())
    .order_by(_c.name_key)
    .with_for_update(read=True, key_share=True)
)
_COUNT = Statement(select(func.count()).select_from(tags).where(_OURS))
_ADD = insert_dated(tags)
_SAVE = update_dated(tags)
_DELETE = Statement(delete(tags).where(is_row(tags)))
_OF_CONTACT = Statement(
    select(tags)
    .select_from(contact_tags.join(tags, (_c.tenant_id == contact_tags.c.tenant_id) & (_c.id == contact_tags.c.tag_id)))
    .where(
        contact_tags.c.tenant_id == bindparam("tenant_id"),
        contact_tags.c.contact_id == bindparam("contact_id"),
    )
    .order_by(_c.name_key)
)
_KEEP = Statement(
    """
    DELETE FROM contact_tags
    WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND NOT tag_id = ANY(CAST(:tag_ids AS uuid[]))
    """
)
_PUT = Statement(
    """
    INSERT INTO contact_tags (tenant_id, contact_id, tag_id, tagged_at)
    SELECT :tenant_id, :contact_id, unnest(CAST(:tag_ids AS uuid[])), :at ON CONFLICT DO NOTHING
    """
)


def to_domain(row: Row) -> Tag:
    """Read a row."""
    return Tag(
        id=TagId(row["id"]),
        name=row["name"],
        color=row["color"],
        description=row["description"],
        created_at=row["created_at"],
        version=row["version"],
    )


def _values(tag: Tag) -> dict[str, object]:
    return {
        "id": tag.id,
        "name": tag.name,
        "name_key": tag.name_key,
        "color": tag.color,
        "description": tag.description,
        "created_at": tag.created_at,
        "version": tag.version,
    }


class PostgresTags:
    """Keeps tags, and which contacts have them."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, tag_id: TagId) -> Tag:
        """Load a tag. Raises TagNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=tag_id)
        if row is None:
            raise TagNotFoundError("There is no such tag.")
        return to_domain(row)

    async def find(self, name: str) -> Tag | None:
        """Find a tag by its name, whatever its accents and capitals."""
        row = await self._connection.fetch_one(_FIND, name_key=fold(name))
        return None if row is None else to_domain(row)

    async def known(self, tag_ids: Collection[TagId]) -> list[Tag]:
        """Give those of the ids that are tags of the tenant, by name; they stay until the transaction ends."""
        return [to_domain(row) for row in await self._connection.fetch(_KNOWN, ids=list(tag_ids))]

    async def count(self) -> int:
        """Say how many the tenant has."""
        return int(await self._connection.fetch_value(_COUNT))

    async def add(self, tag: Tag) -> None:
        """Write a new tag. Raises TagTakenError."""
        await write(self._connection, _ADD, **_values(tag))

    async def save(self, tag: Tag) -> None:
        """Write changes. Raises StaleVersionError, TagTakenError."""
        await save_row(self._connection, _SAVE, tag, name_key=tag.name_key)

    async def delete(self, tag_id: TagId) -> None:
        """Remove it, also from whatever has it. Raises TagNotFoundError."""
        if not await self._connection.execute(_DELETE, id=tag_id):
            raise TagNotFoundError("There is no such tag.")

    async def of_contact(self, contact_id: ContactId) -> list[Tag]:
        """Give a contact's tags, by name."""
        return [to_domain(row) for row in await self._connection.fetch(_OF_CONTACT, contact_id=contact_id)]

    async def set_of_contact(self, contact_id: ContactId, tag_ids: Collection[TagId], *, at: datetime) -> None:
        """Let the contact have these and no others; one that it had keeps its time."""
        ids = list(tag_ids)
        await self._connection.execute(_KEEP, contact_id=contact_id, tag_ids=ids)
        await write(self._connection, _PUT, contact_id=contact_id, tag_ids=ids, at=at)
