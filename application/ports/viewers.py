"""Who has which conversation open just now."""

from typing import Protocol

import msgspec

from domain.shared.ids import ConversationId, TenantId, UserId


class Looking(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a conversation open, and whether that is other than it was told before."""

    users: tuple[UserId, ...] = ()
    is_news: bool = False


class Viewers(Protocol):
    """Remembers for less than a minute who looks; nobody looks while it cannot be kept. Never raises."""

    async def look(self, tenant_id: TenantId, conversation_id: ConversationId, user_id: UserId, *, at: str) -> Looking:
        """Note that somebody has it open at a place, such as a socket; say it again before it lapses."""
        ...

    async def look_away(
        self, tenant_id: TenantId, conversation_id: ConversationId, user_id: UserId, *, at: str
    ) -> Looking:
        """Note that they have it open there no more."""
        ...

    async def of(self, tenant_id: TenantId, conversation_id: ConversationId) -> tuple[UserId, ...]:
        """Give who has it open."""
        ...
