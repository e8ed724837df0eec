"""What people write for each other beside a conversation; its contact never sees it."""

from datetime import datetime

import msgspec

from domain.shared.ids import ConversationId, NoteId, UserId

MAX_NOTE = 4_000
"""As long as a message can be; longer belongs into a document."""
MAX_MENTIONS = 20
"""A team; whoever means everybody tells the department."""


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A note. It is never changed: whoever was wrong writes another. One without a user was written by a flow."""

    id: NoteId
    conversation_id: ConversationId
    user_id: UserId | None
    body: str
    mentions: tuple[UserId, ...]
    created_at: datetime
