"""A conversation's change of hands: from whom to whom, and why."""

from datetime import datetime

import msgspec

from domain.conversations.timeline import By
from domain.shared.ids import ConversationId, DepartmentId, UserId


class Hands(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a conversation: a person, the bot, or the people of a department (none: the default queue)."""

    user: UserId | None = None
    department: DepartmentId | None = None
    bot: bool = False


class ConversationTransfer(msgspec.Struct, frozen=True, kw_only=True):
    """One change of hands."""

    conversation_id: ConversationId
    before: Hands
    after: Hands
    reason: str | None
    by: By
    at: datetime
