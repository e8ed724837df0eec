"""The platform's key pairs, the private half sealed; on the platform role."""

from datetime import datetime, timedelta

import asyncpg

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.running import execute, fetch, fetch_value
from adapters.postgres.statements import Statement
from application.ports.clock import Clock
from application.ports.secrets import SecretBox
from application.ports.signing_keys import SigningKey

RETIRED_KEYS_VERIFY_FOR = timedelta(days=1)
"""Longer than any access token lives."""

FIRST_KEY_LOCK = 0x5079_54616B65_01
"""Any number that no other advisory lock has: "PyTake", 1."""

_ACTIVE = Statement("""
SELECT kid, private_key_sealed, public_key, retired_at FROM platform.signing_keys
WHERE retired_at IS NULL OR retired_at > :since
ORDER BY created_at, kid
""")
_ANY_UNRETIRED = Statement("SELECT EXISTS (SELECT FROM platform.signing_keys WHERE retired_at IS NULL)")
_ADD = Statement("""
INSERT INTO platform.signing_keys (kid, private_key_sealed, public_key, created_at, retired_at)
VALUES (:kid, :sealed, :public_key, :at, CAST(:retired_at AS timestamptz))
""")
_RETIRE = Statement("UPDATE platform.signing_keys SET retired_at = :at WHERE kid = :kid AND retired_at IS NULL")


class PostgresSigningKeys:
    """Key pairs that open only at their own place."""

    def __init__(self, database: Database, *, box: SecretBox, clock: Clock) -> None:
        self._database = database
        self._box = box
        self._clock = clock

    async def active(self) -> list[SigningKey]:
        """Give the keys that verify, oldest first; the last that is not retired signs. Raises SecretUnreadableError."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, _ACTIVE, since=self._clock.now() - RETIRED_KEYS_VERIFY_FOR)
        return [self._to_key(row) for row in rows]

    async def add(self, key: SigningKey, *, at: datetime) -> None:
        """Keep a new key; from now on it signs."""
        async with self._database.connection() as connection:
            await self._add(connection, key, at)

    async def add_first(self, key: SigningKey, *, at: datetime) -> bool:
        """Keep the platform's first key; False, and nothing kept, when another process was faster."""
        async with self._database.transaction(f"SELECT pg_advisory_xact_lock({FIRST_KEY_LOCK})") as connection:
            if await fetch_value(connection, _ANY_UNRETIRED):
                return False
            await self._add(connection, key, at)
            return True

    async def retire(self, kid: str, *, at: datetime) -> None:
        """Have a key sign nothing any more."""
        async with self._database.connection() as connection:
            await execute(connection, _RETIRE, kid=kid, at=at)

    async def _add(self, connection: asyncpg.Connection, key: SigningKey, at: datetime) -> None:
        await execute(
            connection,
            _ADD,
            kid=key.kid,
            sealed=self._box.seal(key.private_key_pem, place=_place(key.kid)),
            public_key=key.public_key_pem,
            at=at,
            retired_at=at if key.retired else None,
        )

    def _to_key(self, row: Row) -> SigningKey:
        return SigningKey(
            kid=row["kid"],
            private_key_pem=self._box.open(row["private_key_sealed"], place=_place(row["kid"])),
            public_key_pem=row["public_key"],
            retired=row["retired_at"] is not None,
        )


def _place(kid: str) -> str:
    return f"platform/signing_keys/{kid}/private_key"
