"""What is shown of tags, custom fields, segments and rules of lead scores."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.contacts.fields import FieldType
from domain.contacts.lead_score import ScoredEvent
from domain.shared.ids import ContactFieldId, LeadScoreRuleId, SegmentId, TagId, TenantId

TAG_SORTS = ("name", "created_at")
SEGMENT_SORTS = ("name", "created_at")


class TagRow(msgspec.Struct, frozen=True, kw_only=True):
    """A tag, and how many have it."""

    id: TagId
    name: str
    color: str
    description: str
    contacts: int
    conversations: int
    version: int
    created_at: datetime
    updated_at: datetime


class ContactFieldRow(msgspec.Struct, frozen=True, kw_only=True):
    """A custom field."""

    id: ContactFieldId
    key: str
    label: str
    type: FieldType
    options: list[str]
    is_required: bool
    place: int
    version: int
    created_at: datetime
    updated_at: datetime


class SegmentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A stored filter; `filter` is its JSON."""

    id: SegmentId
    name: str
    description: str
    filter: msgspec.Raw
    version: int
    created_at: datetime
    updated_at: datetime


class LeadScoreRuleRow(msgspec.Struct, frozen=True, kw_only=True):
    """A rule; `conditions` is a filter's JSON, or null."""

    id: LeadScoreRuleId
    name: str
    event: ScoredEvent
    conditions: msgspec.Raw
    points: int
    is_active: bool
    version: int
    created_at: datetime
    updated_at: datetime


class ContactSettingsList(Protocol):
    """Reads what companies set up for their contacts."""

    async def tags(self, tenant_id: TenantId, *, page: PageRequest) -> Page[TagRow]:
        """Give tags by name, or as `page` asks. Raises MalformedError."""
        ...

    async def tag(self, tenant_id: TenantId, *, tag_id: TagId) -> TagRow:
        """Give one. Raises TagNotFoundError."""
        ...

    async def fields(self, tenant_id: TenantId, *, page: PageRequest) -> Page[ContactFieldRow]:
        """Give fields by their place. Raises MalformedError."""
        ...

    async def field(self, tenant_id: TenantId, *, field_id: ContactFieldId) -> ContactFieldRow:
        """Give one. Raises ContactFieldNotFoundError."""
        ...

    async def segments(self, tenant_id: TenantId, *, page: PageRequest) -> Page[SegmentRow]:
        """Give segments by name, or as `page` asks. Raises MalformedError."""
        ...

    async def segment(self, tenant_id: TenantId, *, segment_id: SegmentId) -> SegmentRow:
        """Give one. Raises SegmentNotFoundError."""
        ...

    async def rules(self, tenant_id: TenantId, *, page: PageRequest) -> Page[LeadScoreRuleRow]:
        """Give rules, the newest first. Raises MalformedError."""
        ...

    async def rule(self, tenant_id: TenantId, *, rule_id: LeadScoreRuleId) -> LeadScoreRuleRow:
        """Give one. Raises LeadScoreRuleNotFoundError."""
        ...
