"""What was promised in conversations."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from domain.shared.ids import ConversationId
from domain.support.sla import Promise, Promises


class PromiseRepository(Protocol):
    """Keeps at most one promise of each kind a conversation."""

    async def lock(self, conversation_id: ConversationId) -> Promises:
        """Load those of a conversation; nobody else changes them until the transaction ends."""
        ...

    async def put(self, conversation_id: ConversationId, promises: Iterable[Promise]) -> None:
        """Let the conversation have these and no others."""
        ...

    async def due(self, *, before: datetime, limit: int) -> list[ConversationId]:
        """Give conversations with a promise that somebody should have looked at before."""
        ...
