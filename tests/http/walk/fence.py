"""The walk past the routes: what a company's own transaction may see of another's rows, in every table there is."""

from collections.abc import Iterable
from uuid import UUID

import asyncpg

MAY_READ = "SELECT name FROM unnest($1::text[]) AS name WHERE has_table_privilege('pytake_app', name, 'SELECT')"


async def leaks(owner: asyncpg.Connection, tables: Iterable[str], *, ours: UUID, theirs: UUID) -> list[str]:
    """Name each table that shows our transaction a row of theirs, or hides our own; to be called in a transaction.

    Afterwards the transaction is the application's, and good for nothing else.
    """
    readable = [row["name"] for row in await owner.fetch(MAY_READ, list(tables))]
    await owner.execute("SET LOCAL row_security = on; SET LOCAL ROLE pytake_app")
    await owner.execute("SELECT set_config('app.tenant_id', $1, true)", str(ours))
    looks = " UNION ALL ".join(
        f"SELECT '{table}', count(*) FILTER (WHERE tenant_id = $1), count(*) FILTER (WHERE tenant_id = $2) FROM {table}"  # noqa: S608 - names of the catalogue
        for table in readable
    )
    found = []
    for table, shown, own in await owner.fetch(looks, theirs, ours):
        found += [f"{table} shows theirs"] if shown else []
        found += [f"{table} hides ours"] if not own else []
    return found
