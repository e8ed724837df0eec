"""Drafts."""

from typing import Protocol

from domain.conversations.draft import Draft
from domain.shared.ids import ConversationId, UserId


class DraftRepository(Protocol):
    """Keeps drafts."""

    async def find(self, conversation_id: ConversationId, *, user_id: UserId) -> Draft | None:
        """Load a person's draft, if there is one."""
        ...

    async def keep(self, draft: Draft) -> None:
        """Write it, in place of the one before."""
        ...

    async def discard(self, conversation_id: ConversationId, *, user_id: UserId) -> None:
        """Forget it, if there is one."""
        ...
