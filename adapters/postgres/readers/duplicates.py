"""Who may be the same person: groups that share something, found by the database, and looked at in pairs here."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from uuid import UUID

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.readers.listing import to_struct
from adapters.postgres.statements import Statement
from application.ports.readers.contacts import MAX_SUGGESTIONS, ContactBrief, Suggestion
from domain.contacts.similarity import TAIL, DuplicateReason, alike, same_phone

MOST_TOGETHER = 5
"""Of those that share something, the oldest ones; the others are suggested when these are decided on."""

Pair = tuple[UUID, UUID]


def _sharing(value: str, condition: str) -> Statement:
    return Statement(
        f"""
        SELECT (array_agg(id ORDER BY created_at, id))[1:{MOST_TOGETHER}] AS ids,
          (array_agg(phone_key ORDER BY created_at, id))[1:{MOST_TOGETHER}] AS phones,
          (array_agg(name ORDER BY created_at, id))[1:{MOST_TOGETHER}] AS names
        FROM contacts WHERE tenant_id = :tenant_id AND deleted_at IS NULL AND {condition}
        GROUP BY {value} HAVING count(*) > 1 ORDER BY max(created_at) DESC LIMIT {MAX_SUGGESTIONS}
        """  # noqa: S608 - constants of this module
    )


_BY_EMAIL = _sharing("email", "email IS NOT NULL")
_BY_DOCUMENT = _sharing("attributes ->> CAST(:key AS text)", "coalesce(attributes ->> CAST(:key AS text), '') <> ''")
_BY_TAIL = _sharing(f"right(phone_key, {TAIL})", f"length(phone_key) >= {TAIL}")

_BRIEFS = Statement(
    """
    SELECT id, name, phone, email, last_seen_at, created_at FROM contacts
    WHERE tenant_id = :tenant_id AND id = ANY(CAST(:ids AS uuid[]))
    """
)


async def suggestions(connection: TenantConnection, *, document_keys: Sequence[str]) -> list[Suggestion]:
    """Give pairs with their reasons, those with the most reasons first."""
    reasons = defaultdict[Pair, set[DuplicateReason]](set)
    for row in await connection.fetch(_BY_EMAIL):
        _note(reasons, combinations(row["ids"], 2), DuplicateReason.EMAIL)
    for key in document_keys:
        for row in await connection.fetch(_BY_DOCUMENT, key=key):
            _note(reasons, combinations(row["ids"], 2), DuplicateReason.DOCUMENT)
    for row in await connection.fetch(_BY_TAIL):
        _look_at_phones(reasons, row)
    chosen = sorted(reasons, key=lambda pair: (-len(reasons[pair]), pair))[:MAX_SUGGESTIONS]
    ids = list({one for pair in chosen for one in pair})
    briefs = {row["id"]: to_struct(row, ContactBrief) for row in await connection.fetch(_BRIEFS, ids=ids)}
    return [Suggestion(reasons=sorted(reasons[pair]), contacts=[briefs[pair[0]], briefs[pair[1]]]) for pair in chosen]


def _note(reasons: dict[Pair, set[DuplicateReason]], pairs: Iterable[Pair], reason: DuplicateReason) -> None:
    for pair in pairs:
        reasons[pair].add(reason)


def _look_at_phones(reasons: dict[Pair, set[DuplicateReason]], row: Row) -> None:
    """Tell one number in two spellings from two numbers with one end, whose names may be alike."""
    people = list(zip(row["ids"], row["phones"], row["names"], strict=True))
    for (one_id, one_phone, one_name), (other_id, other_phone, other_name) in combinations(people, 2):
        if same_phone(one_phone, other_phone):
            reasons[one_id, other_id].add(DuplicateReason.PHONE)
        if alike(one_name, other_name):
            reasons[one_id, other_id].add(DuplicateReason.NAME)
