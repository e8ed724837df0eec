"""Conversations."""

from datetime import datetime
from typing import Protocol

from domain.conversations.conversation import Conversation
from domain.conversations.timeline import By
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId, WhatsAppConfigId


class ConversationRepository(Protocol):
    """Keeps conversations."""

    async def get(self, conversation_id: ConversationId) -> Conversation:
        """Load a conversation. Raises ConversationNotFoundError."""
        ...

    async def find_open(self, *, contact_id: ContactId, config_id: WhatsAppConfigId) -> Conversation | None:
        """Find the one unresolved conversation of a contact on a number."""
        ...

    async def find_hearing(self, *, contact_id: ContactId, config_id: WhatsAppConfigId) -> Conversation | None:
        """Find the one that takes what the contact writes: the unresolved one, else one beside which a flow speaks."""
        ...

    async def add(self, conversation: Conversation) -> None:
        """Write a new conversation, its events, its story and its changes of hands."""
        ...

    async def save(self, conversation: Conversation) -> None:
        """Write changes, events, story and changes of hands. Raises StaleVersionError on a lost race."""
        ...

    async def tell(self, conversation: Conversation) -> None:
        """Write what it tells of itself, its events and its story, where nothing of its own changed."""
        ...

    async def window_of(self, *, contact_id: ContactId, config_id: WhatsAppConfigId) -> datetime | None:
        """Give until when the contact may be written to freely on a number, by what was said before."""
        ...

    async def let_wait(
        self, user_id: UserId, *, default: DepartmentId | None, reason: str, by: By, at: datetime
    ) -> int:
        """Have nobody on the open conversations of a user, who leaves, and tell it; give how many they were.

        Each waits for a person from `at` on: in its department, else in `default`, else in the default queue.
        """
        ...
