"""Whose conversations are."""

from collections.abc import Collection
from typing import Protocol

from domain.conversations.audience import Hold
from domain.conversations.visibility import Viewer
from domain.shared.ids import ConversationId, TenantId


class HeldConversations(Protocol):
    """Tells whose conversations are, of those that somebody may see."""

    async def visible(
        self, tenant_id: TenantId, conversation_ids: Collection[ConversationId], *, viewer: Viewer
    ) -> dict[ConversationId, Hold]:
        """Give those that exist and that the viewer may see. Raises UnavailableError."""
        ...
