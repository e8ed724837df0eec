"""What callers get about conversations, where it is not a read model."""

from datetime import datetime

import msgspec

from application.conversations.bulk_change import BulkOutcome
from domain.contacts.tag import Tag
from domain.conversations.draft import Draft
from domain.conversations.note import Note
from domain.shared.ids import NoteId, ProviderMessageId, TagId, UserId


class ConversationTagView(msgspec.Struct, frozen=True, kw_only=True):
    """A tag."""

    id: TagId
    name: str
    color: str


class ConversationTagsView(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation's tags, by name."""

    tags: list[ConversationTagView]

    @classmethod
    def of(cls, tags: list[Tag]) -> "ConversationTagsView":
        """Show them."""
        return cls(tags=[ConversationTagView(id=tag.id, name=tag.name, color=tag.color) for tag in tags])


class ConversationNoteView(msgspec.Struct, frozen=True, kw_only=True):
    """A note; one without a user was written by a flow."""

    id: NoteId
    user_id: UserId | None
    body: str
    mentions: list[UserId]
    created_at: datetime

    @classmethod
    def of(cls, note: Note) -> "ConversationNoteView":
        """Show it."""
        return cls(
            id=note.id,
            user_id=note.user_id,
            body=note.body,
            mentions=list(note.mentions),
            created_at=note.created_at,
        )


class DraftView(msgspec.Struct, frozen=True, kw_only=True):
    """One's own draft; an empty body is none."""

    body: str
    reply_to: ProviderMessageId | None
    updated_at: datetime

    @classmethod
    def of(cls, draft: Draft) -> "DraftView":
        """Show it."""
        return cls(body=draft.body, reply_to=draft.reply_to, updated_at=draft.updated_at)


class BulkView(msgspec.Struct, frozen=True, kw_only=True):
    """What became of each, in the order in which they were given."""

    done: int
    failed: int
    outcomes: list[BulkOutcome]

    @classmethod
    def of(cls, outcomes: list[BulkOutcome]) -> "BulkView":
        """Count them."""
        done = sum(outcome.done for outcome in outcomes)
        return cls(done=done, failed=len(outcomes) - done, outcomes=outcomes)
