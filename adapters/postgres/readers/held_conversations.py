"""Whose conversations are, read by their ids."""

from collections.abc import Collection

from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.visibility import VISIBLE, as_seen_by
from adapters.postgres.statements import Statement
from domain.conversations.audience import Hold
from domain.conversations.visibility import Viewer
from domain.shared.ids import ConversationId, TenantId

_VISIBLE = Statement(f"""
SELECT id, assigned_to, department_id FROM conversations
WHERE tenant_id = :tenant_id AND id = ANY(CAST(:ids AS uuid[])) AND {VISIBLE}
""")  # noqa: S608 - our own text


class PostgresHeldConversations(TenantReader):
    """Tells whose conversations are."""

    async def visible(
        self, tenant_id: TenantId, conversation_ids: Collection[ConversationId], *, viewer: Viewer
    ) -> dict[ConversationId, Hold]:
        """Give those that exist and that the viewer may see. Raises UnavailableError."""
        async with self._reading(tenant_id) as connection:
            rows = await connection.fetch(_VISIBLE, ids=list(conversation_ids), **as_seen_by(viewer))
        return {ConversationId(row["id"]): Hold(row["assigned_to"], row["department_id"]) for row in rows}
