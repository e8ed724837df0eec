"""Tags and reading marks of conversations in PostgreSQL."""

from collections.abc import Collection, Sequence
from datetime import datetime

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.statements import Statement
from application.ports.repositories.conversation_marks import Retagged
from domain.shared.ids import ConversationId, TagId, UserId

_TAG = """
    INSERT INTO conversation_tags (tenant_id, conversation_id, tag_id, tagged_by, tagged_at)
    SELECT CAST(:tenant_id AS uuid), CAST(:conversation_id AS uuid), tag_id, CAST(:by AS uuid), CAST(:at AS timestamptz)
    FROM unnest(CAST(:tag_ids AS uuid[])) AS tag_id
    ON CONFLICT DO NOTHING RETURNING tag_id, true AS is_added
"""
_OFF = """
    DELETE FROM conversation_tags
    WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id AND {which}
    RETURNING tag_id, false AS is_added
"""

_SET_TAGS = Statement(
    f"WITH gone AS ({_OFF.format(which='tag_id <> ALL(CAST(:tag_ids AS uuid[]))')}), come AS ({_TAG}) "  # noqa: S608 - ours
    "SELECT tag_id, is_added FROM gone UNION ALL SELECT tag_id, is_added FROM come"
)
_ADD_TAGS = Statement(_TAG)
_TAKE_TAGS = Statement(_OFF.format(which="tag_id = ANY(CAST(:tag_ids AS uuid[]))"))
_TAGS_OF = Statement(
    "SELECT tag_id FROM conversation_tags WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id"
)
_COUNT_TAGS = Statement(
    "SELECT count(*) FROM conversation_tags WHERE tenant_id = :tenant_id AND conversation_id = :conversation_id"
)
_SEE = Statement(
    """
    INSERT INTO conversation_reads AS known (tenant_id, conversation_id, user_id, seen_count, read_at)
    VALUES (:tenant_id, :conversation_id, :user_id, :count, :at)
    ON CONFLICT (tenant_id, conversation_id, user_id) DO UPDATE
    SET seen_count = excluded.seen_count, read_at = excluded.read_at WHERE known.seen_count < excluded.seen_count
    """
)


class PostgresConversationMarks:
    """Keeps tags and reading marks."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def set_tags(
        self, conversation_id: ConversationId, tag_ids: Collection[TagId], *, by: UserId | None, at: datetime
    ) -> Retagged:
        """Let the conversation have these and no others, in one statement."""
        return _retagged(
            await self._connection.fetch(
                _SET_TAGS, conversation_id=conversation_id, tag_ids=list(tag_ids), by=by, at=at
            )
        )

    async def tag(
        self, conversation_id: ConversationId, tag_ids: Collection[TagId], *, by: UserId | None, at: datetime
    ) -> Retagged:
        """Let it have these too."""
        return _retagged(
            await self._connection.fetch(
                _ADD_TAGS, conversation_id=conversation_id, tag_ids=list(tag_ids), by=by, at=at
            )
        )

    async def untag(self, conversation_id: ConversationId, tag_ids: Collection[TagId]) -> Retagged:
        """Take these off."""
        rows = await self._connection.fetch(_TAKE_TAGS, conversation_id=conversation_id, tag_ids=list(tag_ids))
        return _retagged(rows)

    async def tags_of(self, conversation_id: ConversationId) -> frozenset[TagId]:
        """Give those it has."""
        rows = await self._connection.fetch(_TAGS_OF, conversation_id=conversation_id)
        return frozenset(TagId(row["tag_id"]) for row in rows)

    async def count_tags(self, conversation_id: ConversationId) -> int:
        """Say how many it has."""
        return int(await self._connection.fetch_value(_COUNT_TAGS, conversation_id=conversation_id))

    async def see(self, conversation_id: ConversationId, *, user_id: UserId, count: int, at: datetime) -> bool:
        """Note that a person has seen the first `count` messages of the contact; a mark is never moved back."""
        return bool(
            await self._connection.execute(_SEE, conversation_id=conversation_id, user_id=user_id, count=count, at=at)
        )


def _retagged(rows: Sequence[Row]) -> Retagged:
    return Retagged(
        added=frozenset(TagId(row["tag_id"]) for row in rows if row["is_added"]),
        removed=frozenset(TagId(row["tag_id"]) for row in rows if not row["is_added"]),
    )
