"""What was given up: listed, read, and put back into its lane; on the platform role."""

from uuid import UUID

import asyncpg
import msgspec

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.lane_statements import WAKE_NOW
from adapters.postgres.nobody import from_column, to_column
from adapters.postgres.running import execute, fetch, fetch_one
from adapters.postgres.statements import Statement
from application.ports.lanes import LaneKind
from application.ports.operations import BuriedLetter, LetterCount, NotReplayableError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.inbound import ContactItem

_COLUMNS = "id, kind, lane_key, tenant_id, config_id, body, error, at"

_PAGE = Statement(f"""
SELECT {_COLUMNS} FROM platform.dead_letters
WHERE (CAST(:tenant_id AS uuid) IS NULL OR tenant_id = :tenant_id)
  AND (CAST(:before AS uuid) IS NULL OR id < :before)
ORDER BY id DESC
LIMIT :limit
""")  # noqa: S608 - constants only

_TALLY = Statement("""
SELECT split_part(error, ':', 1) AS error, count(*) AS total,
  count(*) FILTER (WHERE at > clock_timestamp() - interval '1 hour') AS last_hour
FROM platform.dead_letters
GROUP BY 1
ORDER BY 3 DESC, 2 DESC, 1
""")
"""What stands after the colon may quote a body."""

_GET = Statement(f"SELECT {_COLUMNS} FROM platform.dead_letters WHERE id = :id")  # noqa: S608 - constants only

_TAKE = Statement(f"DELETE FROM platform.dead_letters WHERE id = :id RETURNING {_COLUMNS}")  # noqa: S608 - as above

_BACK_TO_ITEMS = Statement("""
INSERT INTO platform.inbound_items (tenant_id, id, lane_key, item, received_at)
VALUES (:tenant_id, :id, :key, :item, clock_timestamp())
ON CONFLICT (id) DO NOTHING
""")

_BACK_TO_JOURNAL = Statement("""
INSERT INTO platform.webhook_journal (tenant_id, id, lane_key, config_id, body, received_at)
VALUES (:tenant_id, :id, :key, CAST(:config_id AS uuid), :body, clock_timestamp())
ON CONFLICT (id) DO NOTHING
""")

_decoder: msgspec.json.Decoder[ContactItem] = msgspec.json.Decoder(ContactItem)


class PostgresDeadLetters:
    """The dead letters of all tenants."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def page(
        self, *, tenant_id: TenantId | None = None, before: UUID | None = None, limit: int
    ) -> list[BuriedLetter]:
        """List letters, those with the newest ids first; the next page is `before` the last one's id."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, _PAGE, tenant_id=tenant_id, before=before, limit=limit)
        return [_to_letter(row) for row in rows]

    async def tally(self) -> list[LetterCount]:
        """Count the letters by their errors, those most frequent in the last hour first."""
        async with self._database.connection() as connection:
            return [LetterCount(**row) for row in await fetch(connection, _TALLY)]

    async def get(self, letter_id: UUID) -> BuriedLetter | None:
        """Read one letter."""
        async with self._database.connection() as connection:
            row = await fetch_one(connection, _GET, id=letter_id)
        return None if row is None else _to_letter(row)

    async def replay(self, letter_id: UUID) -> bool:
        """Put the letter back at the end of its lane and wake that; False if it is gone. Raises NotReplayableError."""
        async with self._database.transaction() as connection:
            row = await fetch_one(connection, _TAKE, id=letter_id)
            if row is None:
                return False
            letter = _to_letter(row)
            await _put_back(connection, letter)
            owner = to_column(letter.tenant_id)
            await execute(connection, WAKE_NOW, tenant_ids=[owner], kinds=[letter.kind], keys=[letter.key])
            return True


async def _put_back(connection: asyncpg.Connection, letter: BuriedLetter) -> None:
    owner = to_column(letter.tenant_id)
    match letter.kind:
        case LaneKind.CONTACT:
            item = _readable(letter)
            await execute(connection, _BACK_TO_ITEMS, tenant_id=owner, id=letter.id, key=letter.key, item=item)
        case LaneKind.JOURNAL:
            await execute(
                connection,
                _BACK_TO_JOURNAL,
                tenant_id=owner,
                id=letter.id,
                key=letter.key,
                config_id=letter.config_id,
                body=letter.body,
            )
        case LaneKind.NUMBER:
            raise NotReplayableError("A number's lane holds no items; send the message again instead.")


def _readable(letter: BuriedLetter) -> ContactItem:
    try:
        return _decoder.decode(letter.body)
    except msgspec.MsgspecError as error:
        raise NotReplayableError("This version cannot read the item; it would be buried again.") from error


def _to_letter(row: Row) -> BuriedLetter:
    config_id = row["config_id"]
    return BuriedLetter(
        id=row["id"],
        kind=LaneKind(row["kind"]),
        key=row["lane_key"],
        tenant_id=from_column(row["tenant_id"]),
        config_id=None if config_id is None else WhatsAppConfigId(config_id),
        body=row["body"],
        error=row["error"],
        at=row["at"],
    )
