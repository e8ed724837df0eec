"""The story that a transaction leaves: entries of the timeline and changes of hands, in one statement for all."""

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from application.ports.ids import Ids
from domain.conversations.record import ConversationRecord
from domain.conversations.timeline import TimelineEntry
from domain.conversations.transfer import ConversationTransfer

_WRITE = Statement("""
WITH moved AS (
  INSERT INTO conversation_transfers (tenant_id, id, conversation_id, from_user, from_department, from_bot,
    to_user, to_department, to_bot, reason, actor, user_id, at)
  SELECT CAST(:tenant_id AS uuid), transfer.*
  FROM unnest(CAST(:transfer_ids AS uuid[]), CAST(:moved_ids AS uuid[]), CAST(:from_users AS uuid[]),
    CAST(:from_departments AS uuid[]), CAST(:from_bots AS boolean[]), CAST(:to_users AS uuid[]),
    CAST(:to_departments AS uuid[]), CAST(:to_bots AS boolean[]), CAST(:reasons AS text[]),
    CAST(:movers AS text[]), CAST(:mover_ids AS uuid[]), CAST(:moved_ats AS timestamptz[])) AS transfer)
INSERT INTO timeline (tenant_id, id, contact_id, conversation_id, kind, actor, user_id, data, at)
SELECT CAST(:tenant_id AS uuid), entry.*
FROM unnest(CAST(:ids AS uuid[]), CAST(:contact_ids AS uuid[]), CAST(:conversation_ids AS uuid[]),
  CAST(:kinds AS text[]), CAST(:actors AS text[]), CAST(:user_ids AS uuid[]), CAST(:data AS jsonb[]),
  CAST(:ats AS timestamptz[])) AS entry
""")


class StorySink:
    """Where repositories leave the story of what they save, until the transaction writes it; implements `Timeline`."""

    def __init__(self) -> None:
        self._entries: list[TimelineEntry] = []
        self._transfers: list[ConversationTransfer] = []

    async def add(self, entry: TimelineEntry) -> None:
        """Take an entry that no conversation tells of."""
        self._entries.append(entry)

    def take(self, told: ConversationRecord) -> None:
        """Take what a conversation tells of itself."""
        self.record(told.take_entries(), told.take_transfers())

    def record(self, entries: list[TimelineEntry], transfers: list[ConversationTransfer]) -> None:
        """Take what happened to many at once."""
        self._entries.extend(entries)
        self._transfers.extend(transfers)

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """The entries so far."""
        return tuple(self._entries)

    @property
    def transfers(self) -> tuple[ConversationTransfer, ...]:
        """The changes of hands so far."""
        return tuple(self._transfers)

    async def write(self, connection: TenantConnection, *, ids: Ids) -> None:
        """Write all of it; nothing where nothing was told. The ids are in the order of what happened."""
        if self._entries or self._transfers:
            await connection.execute(_WRITE, **_entries(self._entries, ids=ids), **_transfers(self._transfers, ids=ids))


def _entries(entries: list[TimelineEntry], *, ids: Ids) -> dict[str, object]:
    return {
        "ids": [ids.new() for _ in entries],
        "contact_ids": [entry.contact_id for entry in entries],
        "conversation_ids": [entry.conversation_id for entry in entries],
        "kinds": [entry.kind for entry in entries],
        "actors": [entry.by.actor for entry in entries],
        "user_ids": [entry.by.user_id for entry in entries],
        "data": [entry.data for entry in entries],
        "ats": [entry.at for entry in entries],
    }


def _transfers(transfers: list[ConversationTransfer], *, ids: Ids) -> dict[str, object]:
    return {
        "transfer_ids": [ids.new() for _ in transfers],
        "moved_ids": [transfer.conversation_id for transfer in transfers],
        "from_users": [transfer.before.user for transfer in transfers],
        "from_departments": [transfer.before.department for transfer in transfers],
        "from_bots": [transfer.before.bot for transfer in transfers],
        "to_users": [transfer.after.user for transfer in transfers],
        "to_departments": [transfer.after.department for transfer in transfers],
        "to_bots": [transfer.after.bot for transfer in transfers],
        "reasons": [transfer.reason for transfer in transfers],
        "movers": [transfer.by.actor for transfer in transfers],
        "mover_ids": [transfer.by.user_id for transfer in transfers],
        "moved_ats": [transfer.at for transfer in transfers],
    }
