"""What callers send about contacts. In a PUT an absent field stays as it is, and null is as it was at first."""

from datetime import UTC, datetime
from typing import Annotated, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from application.contacts.create_contact import BY_HAND, CreateContact
from application.contacts.merge_contacts import MergeContacts
from application.contacts.record_consent import RecordConsent
from application.contacts.set_contact_tags import SetContactTags
from application.contacts.update_contact import UpdateContact
from application.contacts.write_contact_note import WriteContactNote
from domain.contacts.consent import MAX_CHANNEL, MAX_SOURCE, MAX_TEXT_SHOWN, WHATSAPP, LegalBasis, Purpose
from domain.contacts.contact import LifecycleStage
from domain.contacts.note import MAX_NOTE
from domain.contacts.tag import MAX_TAGS_EACH
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ContactId, TagId
from entrypoints.http.requests import Name, Word

MAX_ATTRIBUTES = 200
"""Twice as many as a company can have fields."""

Attributes = Annotated[dict[str, object], msgspec.Meta(max_length=MAX_ATTRIBUTES)]
Tags = Annotated[tuple[TagId, ...], msgspec.Meta(max_length=MAX_TAGS_EACH)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Given = TypeVar("Given")


class Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies about contacts."""

    def __repr__(self) -> str:
        """Show nothing: a body says who somebody is."""
        return f"{type(self).__name__}()"


class CreateContactRequest(Request, frozen=True, kw_only=True):
    """Somebody: a name, a phone or an e-mail. A phone without a country code is Brazilian."""

    name: Name | None = None
    phone: Word | None = None
    email: Word | None = None
    language: Word | None = None
    time_zone: Word | None = None
    lifecycle_stage: LifecycleStage = LifecycleStage.LEAD
    source: Word = BY_HAND
    attributes: Attributes = {}
    tag_ids: Tags = ()

    def to_command(self) -> CreateContact:
        """Build the order."""
        return CreateContact(**msgspec.structs.asdict(self))


class UpdateContactRequest(Request, frozen=True, kw_only=True):
    """What changes. Of `attributes` the keys that are there: a null takes the value away."""

    name: Name | UnsetType | None = UNSET
    phone: Word | UnsetType | None = UNSET
    email: Word | UnsetType | None = UNSET
    language: Word | UnsetType | None = UNSET
    time_zone: Word | UnsetType | None = UNSET
    lifecycle_stage: LifecycleStage | UnsetType | None = UNSET
    attributes: Attributes | UnsetType = UNSET

    def to_command(self, contact_id: ContactId, *, version: int | None) -> UpdateContact:
        """Build the order; a null stage is the first one."""
        stage = LifecycleStage.LEAD if self.lifecycle_stage is None else self.lifecycle_stage
        return UpdateContact(
            contact_id=contact_id,
            name=self.name,
            phone=self.phone,
            email=self.email,
            language=self.language,
            time_zone=self.time_zone,
            lifecycle_stage=given(stage),
            attributes=given(self.attributes) or {},
            version=version,
        )


class ConsentRequest(Request, frozen=True, kw_only=True):
    """To what the contact said yes or no, how it is known, and the text that they were shown."""

    source: Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_SOURCE)]
    purpose: Purpose = Purpose.MARKETING
    channel: Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_CHANNEL)] = WHATSAPP
    legal_basis: LegalBasis = LegalBasis.CONSENT
    text_shown: Annotated[str, msgspec.Meta(max_length=MAX_TEXT_SHOWN)] | None = None

    def to_command(self, contact_id: ContactId, *, granted: bool) -> RecordConsent:
        """Build the order."""
        return RecordConsent(contact_id=contact_id, granted=granted, **msgspec.structs.asdict(self))


class OptInRequest(ConsentRequest, frozen=True, kw_only=True):
    """A yes, perhaps until a time."""

    expires_at: Moment | None = None

    def to_command(self, contact_id: ContactId, *, granted: bool = True) -> RecordConsent:
        """Build the order. Raises InvalidError."""
        fields = msgspec.structs.asdict(self)
        try:
            fields["expires_at"] = None if self.expires_at is None else self.expires_at.astimezone(UTC)
        except OverflowError as error:
            wrong = ErrorDetail(field="expires_at", message="a time between the years 1 and 9999 in UTC")
            raise InvalidError("There is no such time.", details=(wrong,)) from error
        return RecordConsent(contact_id=contact_id, granted=granted, **fields)


class MergeContactsRequest(Request, frozen=True, kw_only=True):
    """Which contact becomes part of the one in the path."""

    contact_id: ContactId

    def to_command(self, kept_id: ContactId) -> MergeContacts:
        """Build the order."""
        return MergeContacts(kept_id=kept_id, merged_id=self.contact_id)


class SetContactTagsRequest(Request, frozen=True, kw_only=True):
    """All tags that it is to have."""

    tag_ids: Tags

    def to_command(self, contact_id: ContactId) -> SetContactTags:
        """Build the order."""
        return SetContactTags(contact_id=contact_id, tag_ids=self.tag_ids)


class WriteContactNoteRequest(Request, frozen=True, kw_only=True):
    """What the others should know."""

    body: Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NOTE)]

    def to_command(self, contact_id: ContactId) -> WriteContactNote:
        """Build the order."""
        return WriteContactNote(contact_id=contact_id, body=self.body)


def given(value: Given | UnsetType) -> Given | None:
    """Give what is there; None where nothing is."""
    return None if isinstance(value, UnsetType) else value
