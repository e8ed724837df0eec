"""Messages found by their words, the newest first: some days at a time, so that a common word is no more work.

`platform.search_messages` asks the index, which row-level security would keep from it, and gives ids of the tenant's
messages only. An index of words gives all that it has of them, in no order. So the newest day is asked first, of which
there is little; what is rare on that day is asked for of the eight before, and so on: the rarer, the more days at once.
"""

from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from adapters.postgres.connection import TenantConnection
from adapters.postgres.search_words import day_of, query_of
from adapters.postgres.statements import Statement
from domain.conversations.search import Term

MOST_CANDIDATES = 500
"""Messages that are looked at in one go; of those a viewer may see some."""
STEPS = (2, 8, 64)
"""Days that are asked for together, from tomorrow back: what was not found often by then is rare, and asked for over
all time."""
MOST_HOLDING = 1_000
"""Messages from which a search in the inbox takes conversations: the newest finds."""

FIRST_ID = UUID(int=0)

_FIND = Statement(
    """
    SELECT id FROM platform.search_messages(
      CAST(CAST(:words AS text) AS tsquery), CAST(:since AS uuid), CAST(:before AS uuid), CAST(:at_most AS int))
    """
)
_CONVERSATIONS = Statement(
    """
    SELECT DISTINCT conversation_id FROM messages WHERE tenant_id = :tenant_id AND id = ANY (CAST(:ids AS uuid[]))
    """
)


def first_id_at(at: datetime) -> UUID:
    """Give the lowest UUIDv7 of a time."""
    return UUID(int=max(int(at.timestamp() * 1000), 0) << 80)


def last_id() -> UUID:
    """Give an id above all that there are: tomorrow's, as another machine's clock may be ahead."""
    return first_id_at(datetime.now(UTC) + timedelta(days=1))


async def candidates(
    connection: TenantConnection, terms: Sequence[Term], *, since: UUID, before: UUID
) -> AsyncIterator[list[UUID]]:
    """Give ids of messages that hold all terms, from `before` back to `since`: some hundred at a time, newest first.

    What comes last may be nothing; each but the last may be followed by more.
    """
    for oldest, days in _steps(day_of(before)):
        words = query_of(terms, tenant_id=connection.tenant_id, days=days)
        floor = max(oldest, since)
        while before > floor:
            rows = await connection.fetch(_FIND, words=words, since=floor, before=before, at_most=MOST_CANDIDATES)
            ids = [row["id"] for row in rows]
            before = ids[-1] if len(ids) == MOST_CANDIDATES else floor
            yield ids


async def holding(connection: TenantConnection, terms: Sequence[Term]) -> list[UUID]:
    """Give the conversations in whose newest messages all terms stand."""
    if not terms:
        return []
    found: list[UUID] = []
    async for ids in candidates(connection, terms, since=FIRST_ID, before=last_id()):
        found += ids
        if len(found) >= MOST_HOLDING:
            break
    rows = await connection.fetch(_CONVERSATIONS, ids=found) if found else []
    return [row["conversation_id"] for row in rows]


def _steps(last: date) -> Iterator[tuple[UUID, list[date]]]:
    """Give the days that are asked for together, and the first id of the oldest; in the end, all that is older."""
    for count in STEPS:
        first = last - timedelta(days=count - 1)
        days = [first + timedelta(days=number) for number in range(count)]
        yield first_id_at(datetime.combine(first, time(), tzinfo=UTC)), days
        last = first - timedelta(days=1)
    yield FIRST_ID, []
