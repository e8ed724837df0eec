"""What callers send about tags, custom fields, segments and rules of lead scores."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.contacts.add_contact_field import AddContactField
from application.contacts.add_lead_score_rule import AddLeadScoreRule
from application.contacts.add_tag import AddTag
from application.contacts.create_segment import CreateSegment
from application.contacts.update_contact_field import UpdateContactField
from application.contacts.update_lead_score_rule import UpdateLeadScoreRule
from application.contacts.update_segment import UpdateSegment
from application.contacts.update_tag import UpdateTag
from domain.contacts.fields import MAX_LABEL, MAX_OPTION, MAX_OPTIONS, MAX_PLACE, FieldType
from domain.contacts.lead_score import MAX_POINTS, MAX_RULE_NAME, ScoredEvent
from domain.contacts.segment import MAX_SEGMENT_DESCRIPTION, MAX_SEGMENT_NAME
from domain.contacts.tag import MAX_TAG, MAX_TAG_DESCRIPTION, color_for
from domain.shared.ids import ContactFieldId, LeadScoreRuleId, SegmentId, TagId
from entrypoints.http.contacts.requests import Request, given

TagName = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_TAG)]
TagDescription = Annotated[str, msgspec.Meta(max_length=MAX_TAG_DESCRIPTION)]
Color = Annotated[str, msgspec.Meta(max_length=20)]
Label = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_LABEL)]
Options = Annotated[
    tuple[Annotated[str, msgspec.Meta(max_length=MAX_OPTION)], ...], msgspec.Meta(max_length=MAX_OPTIONS)
]
Place = Annotated[int, msgspec.Meta(ge=0, le=MAX_PLACE)]
SegmentName = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_SEGMENT_NAME)]
SegmentDescription = Annotated[str, msgspec.Meta(max_length=MAX_SEGMENT_DESCRIPTION)]
RuleName = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_RULE_NAME)]
Points = Annotated[int, msgspec.Meta(ge=-MAX_POINTS, le=MAX_POINTS)]


class AddTagRequest(Request, frozen=True, kw_only=True):
    """A tag; without a colour it gets one of the palette."""

    name: TagName
    color: Color | None = None
    description: TagDescription = ""

    def to_command(self) -> AddTag:
        """Build the order."""
        return AddTag(name=self.name, color=self.color, description=self.description)


class UpdateTagRequest(Request, frozen=True, kw_only=True):
    """What changes; a null colour is one of the palette, which the name decides."""

    name: TagName | UnsetType = UNSET
    color: Color | UnsetType | None = UNSET
    description: TagDescription | UnsetType | None = UNSET

    def to_command(self, tag_id: TagId, *, version: int | None) -> UpdateTag:
        """Build the order."""
        color = color_for(given(self.name) or "") if self.color is None else self.color
        description = "" if self.description is None else self.description
        return UpdateTag(
            tag_id=tag_id,
            name=given(self.name),
            color=given(color),
            description=given(description),
            version=version,
        )


class AddContactFieldRequest(Request, frozen=True, kw_only=True):
    """A custom field; `options` for a choice."""

    key: Annotated[str, msgspec.Meta(min_length=1, max_length=50)]
    label: Label
    type: FieldType
    options: Options = ()
    is_required: bool = False
    place: Place = 0

    def to_command(self) -> AddContactField:
        """Build the order."""
        return AddContactField(**msgspec.structs.asdict(self))


class UpdateContactFieldRequest(Request, frozen=True, kw_only=True):
    """What changes; null options are none. The key never changes."""

    label: Label | UnsetType = UNSET
    type: FieldType | UnsetType = UNSET
    options: Options | UnsetType | None = UNSET
    is_required: bool | UnsetType = UNSET
    place: Place | UnsetType | None = UNSET

    def to_command(self, field_id: ContactFieldId, *, version: int | None) -> UpdateContactField:
        """Build the order."""
        return UpdateContactField(
            field_id=field_id,
            label=given(self.label),
            type=given(self.type),
            options=() if self.options is None else given(self.options),
            is_required=given(self.is_required),
            place=0 if self.place is None else given(self.place),
            version=version,
        )


class CreateSegmentRequest(Request, frozen=True, kw_only=True):
    """A name, and a filter as the guide on contacts describes it."""

    name: SegmentName
    filter: msgspec.Raw
    description: SegmentDescription = ""

    def to_command(self) -> CreateSegment:
        """Build the order."""
        return CreateSegment(name=self.name, filter=bytes(self.filter), description=self.description)


class UpdateSegmentRequest(Request, frozen=True, kw_only=True):
    """What changes."""

    name: SegmentName | UnsetType = UNSET
    filter: msgspec.Raw | UnsetType = UNSET
    description: SegmentDescription | UnsetType | None = UNSET

    def to_command(self, segment_id: SegmentId, *, version: int | None) -> UpdateSegment:
        """Build the order."""
        return UpdateSegment(
            segment_id=segment_id,
            name=given(self.name),
            filter=None if self.filter is UNSET else bytes(self.filter),
            description="" if self.description is None else given(self.description),
            version=version,
        )


class AddLeadScoreRuleRequest(Request, frozen=True, kw_only=True):
    """Points for an event, of the contacts that the conditions (a filter, or null) mean."""

    name: RuleName
    event: ScoredEvent
    points: Points
    conditions: msgspec.Raw | UnsetType = UNSET
    is_active: bool = True

    def to_command(self) -> AddLeadScoreRule:
        """Build the order."""
        return AddLeadScoreRule(
            name=self.name,
            event=self.event,
            points=self.points,
            conditions=None if self.conditions is UNSET else bytes(self.conditions),
            is_active=self.is_active,
        )


class UpdateLeadScoreRuleRequest(Request, frozen=True, kw_only=True):
    """What changes; null conditions are none."""

    name: RuleName | UnsetType = UNSET
    event: ScoredEvent | UnsetType = UNSET
    points: Points | UnsetType = UNSET
    conditions: msgspec.Raw | UnsetType = UNSET
    is_active: bool | UnsetType = UNSET

    def to_command(self, rule_id: LeadScoreRuleId, *, version: int | None) -> UpdateLeadScoreRule:
        """Build the order."""
        return UpdateLeadScoreRule(
            rule_id=rule_id,
            name=given(self.name),
            event=given(self.event),
            points=given(self.points),
            conditions=UNSET if self.conditions is UNSET else bytes(self.conditions),
            is_active=given(self.is_active),
            version=version,
        )
