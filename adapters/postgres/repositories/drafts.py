"""Drafts in PostgreSQL."""

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import write
from adapters.postgres.statements import Statement
from domain.conversations.draft import Draft
from domain.shared.ids import ConversationId, UserId

_FIND = Statement(
    """
    SELECT conversation_id, user_id, body, reply_to, updated_at FROM conversation_drafts
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id AND user_id = :user_id
    """
)
_KEEP = Statement(
    """
    INSERT INTO conversation_drafts (tenant_id, conversation_id, user_id, body, reply_to, updated_at)
    VALUES (:tenant_id, :conversation_id, :user_id, :body, :reply_to, :updated_at)
    ON CONFLICT (tenant_id, conversation_id, user_id)
    DO UPDATE SET body = excluded.body, reply_to = excluded.reply_to, updated_at = excluded.updated_at
    """
)
_DISCARD = Statement(
    """
    DELETE FROM conversation_drafts
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id AND user_id = :user_id
    """
)


class PostgresDrafts:
    """Keeps drafts."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def find(self, conversation_id: ConversationId, *, user_id: UserId) -> Draft | None:
        """Load a person's draft, if there is one."""
        row = await self._connection.fetch_one(_FIND, conversation_id=conversation_id, user_id=user_id)
        return None if row is None else msgspec.convert(dict(row), Draft)

    async def keep(self, draft: Draft) -> None:
        """Write it, in place of the one before."""
        await write(self._connection, _KEEP, **msgspec.structs.asdict(draft))

    async def discard(self, conversation_id: ConversationId, *, user_id: UserId) -> None:
        """Forget it, if there is one."""
        await self._connection.execute(_DISCARD, conversation_id=conversation_id, user_id=user_id)
