"""The platform's key pairs, the private half sealed; on the platform role."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime

import asyncpg

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.running import execute, fetch, fetch_value
from adapters.postgres.statements import Statement
from application.ports.clock import Clock
from application.ports.secrets import SecretBox
from application.ports.signing_keys import SigningKey, SigningKeyState
from domain.keys.lifetimes import retired_since, verifies_until
from domain.tenants.tenant import PLATFORM

KEYS_LOCK = 0x5079_54616B65_01
"""Any number that no other advisory lock has: "PyTake", 1."""

_ACTIVE = Statement("""
SELECT kid, private_key_sealed, public_key, created_at, retired_at FROM platform.signing_keys
WHERE retired_at IS NULL OR retired_at > :since
ORDER BY created_at, kid
""")
_ANY_UNRETIRED = Statement("SELECT EXISTS (SELECT FROM platform.signing_keys WHERE retired_at IS NULL)")
_ADD = Statement("""
INSERT INTO platform.signing_keys (kid, private_key_sealed, public_key, created_at)
VALUES (:kid, :sealed, :public_key, :at)
""")
_RETIRE_ALL = Statement("UPDATE platform.signing_keys SET retired_at = :at WHERE retired_at IS NULL")
_REMOVE_ALL = Statement("DELETE FROM platform.signing_keys")
_REMOVE_EXPIRED = Statement("""
WITH gone AS (DELETE FROM platform.signing_keys WHERE retired_at <= :before RETURNING 1) SELECT count(*) FROM gone
""")
_SEALED = Statement("SELECT kid, private_key_sealed FROM platform.signing_keys")
_RESEAL = Statement("""
UPDATE platform.signing_keys SET private_key_sealed = :sealed
WHERE kid = :kid AND private_key_sealed = :was RETURNING true
""")


class PostgresSigningKeys:
    """Key pairs that open only at their own place."""

    def __init__(self, database: Database, *, box: SecretBox, clock: Clock) -> None:
        self._database = database
        self._box = box
        self._clock = clock

    async def active(self) -> list[SigningKey]:
        """Give the keys that verify, oldest first; the last that is not retired signs. Raises SecretUnreadableError."""
        return [await self._to_key(row) for row in await self._verifying()]

    async def states(self) -> list[SigningKeyState]:
        """Tell of the same keys without opening them."""
        return [_to_state(row) for row in await self._verifying()]

    async def add_first(self, key: SigningKey, *, at: datetime) -> bool:
        """Keep the platform's first key; False, and nothing kept, when another process was faster."""
        sealed = await self._sealed(key)
        async with self._locked() as connection:
            if await fetch_value(connection, _ANY_UNRETIRED):
                return False
            await _add(connection, key, sealed=sealed, at=at)
            return True

    async def rotate(self, key: SigningKey, *, at: datetime, revoke: bool = False) -> None:
        """Keep a new key, which signs from now on, and retire the others; `revoke` deletes them, and their tokens."""
        sealed = await self._sealed(key)
        async with self._locked() as connection:
            if revoke:
                await execute(connection, _REMOVE_ALL)
            else:
                await execute(connection, _RETIRE_ALL, at=at)
            await _add(connection, key, sealed=sealed, at=at)

    async def remove_expired(self) -> int:
        """Delete the keys that verify nothing any more; give how many."""
        async with self._database.connection() as connection:
            before = retired_since(self._clock.now())
            return int(await fetch_value(connection, _REMOVE_EXPIRED, before=before))

    async def reseal(self) -> int:
        """Seal anew what a master key itself sealed; give how many. What is changed meanwhile is left as it is."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, _SEALED)
        resealed = [await self._reseal(row) for row in rows if self._box.needs_reseal(row["private_key_sealed"])]
        return resealed.count(True)

    async def _reseal(self, row: Row) -> bool:
        was, place = row["private_key_sealed"], _place(row["kid"])
        secret = await self._box.open(was, tenant_id=PLATFORM, place=place)
        sealed = await self._box.seal(secret, tenant_id=PLATFORM, place=place)
        async with self._database.connection() as connection:
            return await fetch_value(connection, _RESEAL, kid=row["kid"], sealed=sealed, was=was) is True

    async def _verifying(self) -> Sequence[Row]:
        async with self._database.connection() as connection:
            return await fetch(connection, _ACTIVE, since=retired_since(self._clock.now()))

    def _locked(self) -> AbstractAsyncContextManager[asyncpg.Connection]:
        """Begin a transaction in which no other process adds a key."""
        return self._database.transaction(f"SELECT pg_advisory_xact_lock({KEYS_LOCK})")

    async def _sealed(self, key: SigningKey) -> bytes:
        return await self._box.seal(key.private_key_pem, tenant_id=PLATFORM, place=_place(key.kid))

    async def _to_key(self, row: Row) -> SigningKey:
        sealed, place = row["private_key_sealed"], _place(row["kid"])
        return SigningKey(
            kid=row["kid"],
            private_key_pem=await self._box.open(sealed, tenant_id=PLATFORM, place=place),
            public_key_pem=row["public_key"],
            retired=row["retired_at"] is not None,
        )


async def _add(connection: asyncpg.Connection, key: SigningKey, *, sealed: bytes, at: datetime) -> None:
    await execute(connection, _ADD, kid=key.kid, sealed=sealed, public_key=key.public_key_pem, at=at)


def _to_state(row: Row) -> SigningKeyState:
    retired_at: datetime | None = row["retired_at"]
    return SigningKeyState(
        kid=row["kid"],
        created_at=row["created_at"],
        retired_at=retired_at,
        verifies_until=None if retired_at is None else verifies_until(retired_at),
    )


def _place(kid: str) -> str:
    return f"signing_keys/{kid}/private_key"
