"""What callers send about conversations. In a PATCH an absent field stays as it is, and null takes it away."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, UnsetType

from application.conversations.add_note import AddNote
from application.conversations.assign_conversation import AssignConversation
from application.conversations.bulk_change import MAX_BULK, BulkAction, BulkChange
from application.conversations.keep_draft import KeepDraft
from application.conversations.mark_read import MarkRead
from application.conversations.set_tags import SetTags
from application.conversations.snooze_conversation import SnoozeConversation
from application.conversations.tell_typing import TellTyping
from application.conversations.transfer_conversation import TransferConversation
from application.conversations.update_conversation import MAX_DETAIL, MAX_DETAILS, UpdateConversation
from application.messages.open_conversation import OpenConversation
from domain.contacts.tag import MAX_TAGS_EACH
from domain.conversations.draft import MAX_DRAFT
from domain.conversations.note import MAX_MENTIONS, MAX_NOTE
from domain.conversations.states import Priority
from domain.shared.ids import (
    ContactId,
    ConversationId,
    DepartmentId,
    ProviderMessageId,
    TagId,
    UserId,
    WhatsAppConfigId,
)
from entrypoints.http.messages.sendable import SendableContent

MAX_WORD = 500
Reason = Annotated[str, msgspec.Meta(max_length=MAX_WORD)]
"""Why it changes hands or ends: a sentence."""
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Tags = Annotated[tuple[TagId, ...], msgspec.Meta(max_length=MAX_TAGS_EACH)]
DetailName = Annotated[str, msgspec.Meta(max_length=50)]
Detail = Annotated[str, msgspec.Meta(max_length=MAX_DETAIL)] | int | float | bool | None
Details = Annotated[dict[DetailName, Detail], msgspec.Meta(max_length=MAX_DETAILS)]


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: a body may hold what people wrote, or who somebody is."""
        return f"{type(self).__name__}()"


class OpenConversationRequest(_Request, frozen=True):
    """With whom and on which number; perhaps a first message, and for whom: `assigned_to`, or a department."""

    contact_id: ContactId
    whatsapp_config_id: WhatsAppConfigId
    content: SendableContent | None = None
    assigned_to: UserId | None = None
    department_id: DepartmentId | None = None

    def to_command(self) -> OpenConversation:
        """Build the order."""
        return OpenConversation(
            contact_id=self.contact_id,
            whatsapp_config_id=self.whatsapp_config_id,
            content=self.content,
            user_id=self.assigned_to,
            department_id=self.department_id,
        )


class UpdateConversationRequest(_Request, frozen=True):
    """What changes. A null priority is the usual one; of the details a null one is taken away."""

    priority: Priority | UnsetType | None = UNSET
    department_id: DepartmentId | UnsetType | None = UNSET
    metadata: Details | UnsetType = UNSET

    def to_command(self, conversation_id: ConversationId, *, version: int | None) -> UpdateConversation:
        """Build the order; `version` is the one that the caller has read, where it said so."""
        return UpdateConversation(
            conversation_id=conversation_id,
            priority=None if self.priority is UNSET else self.priority or Priority.MEDIUM,
            department_id=self.department_id,
            metadata=None if self.metadata is UNSET else dict(self.metadata),
            version=version,
        )


class AssignConversationRequest(_Request, frozen=True):
    """Whose it is to be."""

    user_id: UserId

    def to_command(self, conversation_id: ConversationId) -> AssignConversation:
        """Build the order."""
        return AssignConversation(conversation_id=conversation_id, user_id=self.user_id)


class TransferConversationRequest(_Request, frozen=True):
    """One of a person, a department, and the bot; and why."""

    user_id: UserId | None = None
    department_id: DepartmentId | None = None
    to_bot: bool = False
    reason: Reason | None = None

    def to_command(self, conversation_id: ConversationId) -> TransferConversation:
        """Build the order."""
        return TransferConversation(conversation_id=conversation_id, **msgspec.structs.asdict(self))


class SnoozeConversationRequest(_Request, frozen=True):
    """Until when; without it, until the contact writes."""

    until: Moment | None = None

    def to_command(self, conversation_id: ConversationId) -> SnoozeConversation:
        """Build the order."""
        return SnoozeConversation(conversation_id=conversation_id, until=self.until)


class MarkReadRequest(_Request, frozen=True):
    """Whether the contact is shown that it was read."""

    tell_contact: bool = False

    def to_command(self, conversation_id: ConversationId) -> MarkRead:
        """Build the order."""
        return MarkRead(conversation_id=conversation_id, tell_contact=self.tell_contact)


class SetTagsRequest(_Request, frozen=True):
    """All tags that it has from now on."""

    tag_ids: Tags

    def to_command(self, conversation_id: ConversationId) -> SetTags:
        """Build the order."""
        return SetTags(conversation_id=conversation_id, tag_ids=self.tag_ids)


class AddNoteRequest(_Request, frozen=True):
    """A note, and the people whom it is for."""

    body: Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NOTE)]
    mentions: Annotated[tuple[UserId, ...], msgspec.Meta(max_length=MAX_MENTIONS)] = ()

    def to_command(self, conversation_id: ConversationId) -> AddNote:
        """Build the order."""
        return AddNote(conversation_id=conversation_id, body=self.body, mentions=self.mentions)


class KeepDraftRequest(_Request, frozen=True):
    """What was begun; nothing is no draft any more. `reply_to` quotes a message by the provider's id."""

    body: Annotated[str, msgspec.Meta(max_length=MAX_DRAFT)]
    reply_to: Annotated[ProviderMessageId, msgspec.Meta(max_length=MAX_WORD)] | None = None

    def to_command(self, conversation_id: ConversationId) -> KeepDraft:
        """Build the order."""
        return KeepDraft(conversation_id=conversation_id, body=self.body, reply_to=self.reply_to)


class TypingRequest(_Request, frozen=True):
    """They began, or stopped."""

    on: bool = True

    def to_command(self, conversation_id: ConversationId) -> TellTyping:
        """Build the order."""
        return TellTyping(conversation_id=conversation_id, on=self.on)


class BulkChangeRequest(_Request, frozen=True):
    """One action on many conversations, with the field that the action needs."""

    conversation_ids: Annotated[tuple[ConversationId, ...], msgspec.Meta(min_length=1, max_length=MAX_BULK)]
    action: Literal["assign", "tag", "untag", "resolve", "archive", "set_priority"]
    user_id: UserId | None = None
    tag_ids: Tags = ()
    resolution: Reason | None = None
    priority: Priority | None = None

    def to_command(self) -> BulkChange:
        """Build the order."""
        fields = {**msgspec.structs.asdict(self), "action": BulkAction(self.action)}
        return BulkChange(**fields)
