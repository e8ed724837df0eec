"""Contacts found by what people typed: see ADR 0027 for why so.

`platform.search_contacts` asks the index, which row-level security would keep from it, and gives ids of the tenant's
contacts only, in no order. What few have is shown from among these ids. What more have than a list counts is found by
going through the list in its order, where it comes soon.
"""

from typing import Any

import msgspec
from sqlalchemy import ARRAY, FromClause, Text, Uuid, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.connection import TenantConnection
from adapters.postgres.contact_words import contact_query
from adapters.postgres.statements import Statement
from application.shared.page import MOST_COUNTED
from domain.contacts.search import wanted_by

MOST_FOUND = MOST_COUNTED
"""Contacts that are taken from the index; their rows are read one by one, and sorted."""

_FIND = Statement(
    """
    SELECT count(*) AS count, CAST(coalesce(array_agg(id), '{}') AS text) AS ids FROM platform.search_contacts(
      CAST(CAST(:words AS text) AS tsquery), CAST(:is_present AS boolean), CAST(:at_most AS int))
    """
)

NOBODY = "{}"


class FoundContacts(msgspec.Struct, frozen=True, kw_only=True):
    """Who was found: all of them, or some where `words` are so common that the list is gone through for them."""

    count: int
    ids: str
    words: str

    @property
    def are_all(self) -> bool:
        """Whether there are no others."""
        return self.count <= MOST_FOUND


def among(parameter: str) -> ColumnElement[Any]:
    """Give the ids that a parameter holds as PostgreSQL writes an array, for `= ANY`.

    They stay text on the way: ten thousand of them as objects cost more than finding them did. PostgreSQL takes the
    array for a short one whatever it holds, and so looks each up in an index rather than read a table for them.
    """
    return func.any(func.array(select(func.unnest(uuids(parameter))).scalar_subquery()))


def uuids(parameter: str) -> ColumnElement[Any]:
    """Give the ids of such a parameter."""
    return cast(bindparam(parameter, type_=Text), ARRAY(Uuid(as_uuid=True)))


def has_words(rows: FromClause) -> ColumnElement[bool]:
    """Say that a contact has the words of the parameter `words`."""
    return rows.c.search.op("@@", is_comparison=True)(cast(bindparam("words", type_=Text), TSQUERY))


async def find_contacts(connection: TenantConnection, typed: str, *, is_present: bool) -> FoundContacts:
    """Find who has all that was typed, `is_present` without those that were deleted; nobody where it is no word."""
    wanted = wanted_by(typed)
    if not wanted:
        return FoundContacts(count=0, ids=NOBODY, words="")
    words = contact_query(wanted, tenant_id=connection.tenant_id)
    [row] = await connection.fetch(_FIND, words=words, is_present=is_present, at_most=MOST_FOUND + 1)
    return FoundContacts(count=row["count"], ids=row["ids"], words=words)
