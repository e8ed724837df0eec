"""Merges in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories import merges_sql as sql
from adapters.postgres.repositories.rows import insert_into, write
from adapters.postgres.tables.contacts import contact_merges
from application.ports.repositories.merges import OpenThread, Spelling
from domain.contacts.merge import Merge, Moved, Taken
from domain.shared.ids import ContactId, MergeId

_ADD = insert_into(contact_merges)


class PostgresMerges:
    """Moves rows between contacts, and remembers which."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def lock_threads(self, contact_ids: Collection[ContactId]) -> list[OpenThread]:
        """Give the open conversations of these contacts, for changing them, in the order of their ids."""
        rows = await self._connection.fetch(sql.LOCK_THREADS, contact_ids=list(contact_ids))
        return [msgspec.convert(dict(row), OpenThread) for row in rows]

    async def move(
        self, *, merged_id: ContactId, kept_id: ContactId, spellings: Collection[Spelling], at: datetime
    ) -> Moved:
        """Give all that hangs on the merged contact to the kept one, and make names of the spellings nobody has."""
        ways = {"from_id": merged_id, "to_id": kept_id}
        fetch = self._connection.fetch
        conversations = [row["id"] for row in await fetch(sql.MOVE_CONVERSATIONS, **ways)]
        for statement in sql.WITH_CONVERSATIONS:
            await self._connection.execute(statement, to_id=kept_id, conversation_ids=conversations)
        moved = {name: [row["id"] for row in await fetch(move, **ways)] for name, move in sql.OF_CONTACT.items()}
        ids, phones = [one.identity_id for one in spellings], [one.phone for one in spellings]
        spelled = await fetch(sql.SPELL, to_id=kept_id, ids=ids, phones=phones, at=at)
        return Moved(
            conversations=conversations,
            spelled=[row["id"] for row in spelled],
            tags=[row["id"] for row in await fetch(sql.COPY_TAGS, **ways)],
            merged_before=[row["id"] for row in await fetch(sql.POINT_ELSEWHERE, **ways)],
            **moved,
        )

    async def move_back(self, merge: Merge) -> None:
        """Give back what was moved, and what has come into the moved conversations since."""
        moved, to_id, execute = merge.taken.moved, merge.merged_id, self._connection.execute
        await execute(sql.MOVE_BACK_CONVERSATIONS, to_id=to_id, ids=moved.conversations)
        for statement in sql.WITH_CONVERSATIONS:
            await execute(statement, to_id=to_id, conversation_ids=moved.conversations)
        for name, statement in sql.BACK_BY_ID.items():
            await execute(statement, to_id=to_id, ids=getattr(moved, name))
        await execute(sql.UNSPELL, ids=moved.spelled)
        await execute(sql.TAKE_TAGS, kept_id=merge.kept_id, ids=moved.tags)
        await execute(sql.POINT_BACK, to_id=to_id, ids=moved.merged_before)

    async def add(self, merge: Merge) -> None:
        """Remember a merge."""
        await write(
            self._connection,
            _ADD,
            id=merge.id,
            kept_id=merge.kept_id,
            merged_id=merge.merged_id,
            moved=merge.taken,
            merged_by=merge.merged_by,
            merged_at=merge.merged_at,
            undone_at=merge.undone_at,
        )

    async def last(self, kept_id: ContactId) -> Merge | None:
        """Give the last merge into a contact that was not undone."""
        row = await self._connection.fetch_one(sql.LAST, kept_id=kept_id)
        if row is None:
            return None
        fields = {**dict(row), "taken": msgspec.json.decode(row["moved"], type=Taken)}
        return Merge(**{name: fields[name] for name in Merge.__struct_fields__})

    async def mark_undone(self, merge_id: MergeId, *, at: datetime) -> None:
        """Note that it was undone."""
        await self._connection.execute(sql.MARK_UNDONE, id=merge_id, at=at)
