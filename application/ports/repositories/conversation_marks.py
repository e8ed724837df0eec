"""What is stuck on conversations beside their own row: tags, and how much of each people have seen."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from domain.shared.ids import ConversationId, TagId, UserId


class Retagged(msgspec.Struct, frozen=True, kw_only=True):
    """Which tags came and which went; those that were there before are neither."""

    added: frozenset[TagId]
    removed: frozenset[TagId]


class ConversationMarks(Protocol):
    """Keeps tags and reading marks. Tags are locked by `tx.tags.known` before."""

    async def set_tags(
        self, conversation_id: ConversationId, tag_ids: Collection[TagId], *, by: UserId | None, at: datetime
    ) -> Retagged:
        """Let the conversation have these and no others."""
        ...

    async def tag(
        self, conversation_id: ConversationId, tag_ids: Collection[TagId], *, by: UserId | None, at: datetime
    ) -> Retagged:
        """Let it have these too."""
        ...

    async def untag(self, conversation_id: ConversationId, tag_ids: Collection[TagId]) -> Retagged:
        """Take these off."""
        ...

    async def tags_of(self, conversation_id: ConversationId) -> frozenset[TagId]:
        """Give those it has."""
        ...

    async def count_tags(self, conversation_id: ConversationId) -> int:
        """Say how many it has."""
        ...

    async def see(self, conversation_id: ConversationId, *, user_id: UserId, count: int, at: datetime) -> bool:
        """Note that a person has seen the first `count` messages of the contact; False when they had before."""
        ...
