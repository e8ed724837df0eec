"""Looks for secrets in all that a database holds: nothing that was to be sealed or hashed may lie there readable.

A test that makes a secret (a token, an API key, a TOTP secret) adds it to what it gives to `found_in_database`:

    assert await found_in_database(database_url, {"refresh token": token}) == []
"""

import base64
from collections.abc import Iterable, Mapping

import asyncpg

_TABLES = """
SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
ORDER BY 1
"""


async def found_in_database(owner_url: str, secrets: Mapping[str, str | bytes]) -> list[str]:
    """Give each place where a secret lies readable, as `name in table.column`; all tables of all schemas are read."""
    looked_for = {name: spellings(secret) for name, secret in secrets.items()}
    assert all(len(secret) >= 4 for secret in secrets.values()), "too short to be found by chance never"
    connection = await asyncpg.connect(owner_url)
    try:
        await connection.execute("SET row_security = off")  # an error, rather than rows that are not seen
        found: set[str] = set()
        for [table] in await connection.fetch(_TABLES):
            for row in await connection.fetch(f"SELECT * FROM {table}"):  # noqa: S608 - its own name, quoted
                found.update(_found_in_row(table, row, looked_for))
    finally:
        await connection.close()
    return sorted(found)


def spellings(secret: str | bytes) -> tuple[bytes, ...]:
    """Give the ways in which it would still be readable: as it is, in hexadecimal, in base64 of either alphabet."""
    plain = secret.encode() if isinstance(secret, str) else secret
    aligned = plain[: len(plain) // 3 * 3]  # what follows changes the last letters
    base64s = (base64.b64encode(aligned), base64.urlsafe_b64encode(aligned))
    escaped = plain.decode("utf-8", "replace").encode("unicode_escape")
    return (plain, plain.hex().encode(), plain.hex().upper().encode(), escaped, *base64s)


def _found_in_row(table: str, row: asyncpg.Record, looked_for: Mapping[str, tuple[bytes, ...]]) -> Iterable[str]:
    for column, value in row.items():
        stored = value if isinstance(value, bytes) else str(value).encode()
        for name, wanted in looked_for.items():
            if any(spelling in stored for spelling in wanted):
                yield f"{name} in {table}.{column}"
