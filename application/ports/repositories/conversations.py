"""Conversations."""

from datetime import datetime
from typing import Protocol

from domain.conversations.conversation import Conversation
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId, WhatsAppConfigId


class ConversationRepository(Protocol):
    """Keeps conversations."""

    async def get(self, conversation_id: ConversationId) -> Conversation:
        """Load a conversation. Raises ConversationNotFoundError."""
        ...

    async def find_open(self, *, contact_id: ContactId, config_id: WhatsAppConfigId) -> Conversation | None:
        """Find the one unresolved conversation of a contact on a number."""
        ...

    async def add(self, conversation: Conversation) -> None:
        """Write a new conversation and its events."""
        ...

    async def save(self, conversation: Conversation) -> None:
        """Write changes and events. Raises StaleVersionError on a lost race."""
        ...

    async def let_wait(self, user_id: UserId, *, default: DepartmentId | None, reason: str, at: datetime) -> int:
        """Have nobody on the open conversations of a user, who leaves, and tell it; give how many they were.

        Each waits for a person from `at` on: in its department, else in `default`, else in the default queue.
        """
        ...
