"""Tags, custom fields, segments and rules of lead scores, read from PostgreSQL."""

from typing import TypeVar
from uuid import UUID

import msgspec
from sqlalchemy import FromClause, Table, func, select

from adapters.postgres.readers.listing import NEWEST_FIRST, Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.contacts import (
    contact_fields,
    contact_tags,
    contacts,
    lead_score_rules,
    segments,
    tags,
)
from adapters.postgres.tables.conversations import conversation_tags
from application.ports.readers.contact_settings import (
    SEGMENT_SORTS,
    TAG_SORTS,
    ContactFieldRow,
    LeadScoreRuleRow,
    SegmentRow,
    TagRow,
)
from application.shared.page import Page, PageRequest
from domain.contacts.errors import (
    ContactFieldNotFoundError,
    LeadScoreRuleNotFoundError,
    SegmentNotFoundError,
    TagNotFoundError,
)
from domain.shared.errors import NotFoundError
from domain.shared.ids import ContactFieldId, LeadScoreRuleId, SegmentId, TagId, TenantId

Item = TypeVar("Item", bound=msgspec.Struct)


def _show_tag(rows: FromClause) -> Shown:
    on_contacts = (
        select(func.count())
        .select_from(
            contact_tags.join(
                contacts,
                (contacts.c.tenant_id == contact_tags.c.tenant_id) & (contacts.c.id == contact_tags.c.contact_id),
            )
        )
        .where(
            contact_tags.c.tenant_id == rows.c.tenant_id,
            contact_tags.c.tag_id == rows.c.id,
            contacts.c.deleted_at.is_(None),
        )
    )
    on_conversations = select(func.count()).where(
        conversation_tags.c.tenant_id == rows.c.tenant_id, conversation_tags.c.tag_id == rows.c.id
    )
    return select(
        *columns_of(rows, TagRow),
        on_contacts.scalar_subquery().label("contacts"),
        on_conversations.scalar_subquery().label("conversations"),
    )


def _show_field(rows: FromClause) -> Shown:
    return select(*columns_of(rows, ContactFieldRow))


def _show_segment(rows: FromClause) -> Shown:
    return select(*columns_of(rows, SegmentRow))


def _show_rule(rows: FromClause) -> Shown:
    return select(*columns_of(rows, LeadScoreRuleRow))


_TAGS = Listing(
    tags,
    item=TagRow,
    show=_show_tag,
    asks=Asks(sorts=orders_by(tags, TagRow, TAG_SORTS), search=matching(tags.c.name, tags.c.description)),
)
_FIELDS = Listing(
    contact_fields,
    item=ContactFieldRow,
    show=_show_field,
    asks=Asks(sorts=orders_by(contact_fields, ContactFieldRow, ("place",))),
)
_SEGMENTS = Listing(
    segments,
    item=SegmentRow,
    show=_show_segment,
    asks=Asks(
        sorts=orders_by(segments, SegmentRow, SEGMENT_SORTS),
        search=matching(segments.c.name, segments.c.description),
    ),
)
_RULES = Listing(lead_score_rules, item=LeadScoreRuleRow, show=_show_rule, order=NEWEST_FIRST)


def _one(table: Table, shown: Shown) -> Statement:
    return Statement(shown.where(is_row(table)))


_TAG, _FIELD = _one(tags, _show_tag(tags)), _one(contact_fields, _show_field(contact_fields))
_SEGMENT, _RULE = _one(segments, _show_segment(segments)), _one(lead_score_rules, _show_rule(lead_score_rules))


class PostgresContactSettingsList(TenantReader):
    """Reads what companies set up for their contacts."""

    async def tags(self, tenant_id: TenantId, *, page: PageRequest) -> Page[TagRow]:
        """Give tags by name, or as `page` asks. Raises MalformedError."""
        return await self._page(_TAGS, tenant_id, page)

    async def tag(self, tenant_id: TenantId, *, tag_id: TagId) -> TagRow:
        """Give one. Raises TagNotFoundError."""
        return await self._find(_TAG, tenant_id, tag_id, kind=TagRow, missing=TagNotFoundError)

    async def fields(self, tenant_id: TenantId, *, page: PageRequest) -> Page[ContactFieldRow]:
        """Give fields by their place. Raises MalformedError."""
        return await self._page(_FIELDS, tenant_id, page)

    async def field(self, tenant_id: TenantId, *, field_id: ContactFieldId) -> ContactFieldRow:
        """Give one. Raises ContactFieldNotFoundError."""
        return await self._find(_FIELD, tenant_id, field_id, kind=ContactFieldRow, missing=ContactFieldNotFoundError)

    async def segments(self, tenant_id: TenantId, *, page: PageRequest) -> Page[SegmentRow]:
        """Give segments by name, or as `page` asks. Raises MalformedError."""
        return await self._page(_SEGMENTS, tenant_id, page)

    async def segment(self, tenant_id: TenantId, *, segment_id: SegmentId) -> SegmentRow:
        """Give one. Raises SegmentNotFoundError."""
        return await self._find(_SEGMENT, tenant_id, segment_id, kind=SegmentRow, missing=SegmentNotFoundError)

    async def rules(self, tenant_id: TenantId, *, page: PageRequest) -> Page[LeadScoreRuleRow]:
        """Give rules, the newest first. Raises MalformedError."""
        return await self._page(_RULES, tenant_id, page)

    async def rule(self, tenant_id: TenantId, *, rule_id: LeadScoreRuleId) -> LeadScoreRuleRow:
        """Give one. Raises LeadScoreRuleNotFoundError."""
        return await self._find(_RULE, tenant_id, rule_id, kind=LeadScoreRuleRow, missing=LeadScoreRuleNotFoundError)

    async def _page(self, listing: Listing[Item], tenant_id: TenantId, page: PageRequest) -> Page[Item]:
        async with self._reading(tenant_id) as connection:
            return await listing.page(connection, page)

    async def _find(
        self, statement: Statement, tenant_id: TenantId, wanted: UUID, *, kind: type[Item], missing: type[NotFoundError]
    ) -> Item:
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(statement, id=wanted)
        if row is None:
            raise missing("There is none with this id.")
        return to_struct(row, kind)
