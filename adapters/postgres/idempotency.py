"""Idempotency keys, in PostgreSQL: a row an attempt, with the sealed answer once there is one."""

import hashlib
from datetime import timedelta

import msgspec
from sqlalchemy import bindparam, delete, null, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.database import Database
from adapters.postgres.running import execute, fetch, fetch_one
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import idempotency_keys
from application.ports.clock import Clock
from application.ports.idempotency import Attempt, Begun, KeptAnswer, KeyReusedError, Running
from application.ports.secrets import SecretBox, SecretUnreadableError

KEPT = timedelta(hours=24)
"""How long a program may repeat itself; a retry comes within minutes."""
FORGOTTEN_AT_ONCE = 5_000
"""Rows a statement: some milliseconds of locks."""

_k = idempotency_keys.c

_new = insert(idempotency_keys).values(
    {name: bindparam(name) for name in ("tenant_id", "scope", "key_hash", "request_hash", "started_at", "expires_at")}
)
_BEGIN = Statement(
    _new.on_conflict_do_update(
        index_elements=[_k.tenant_id, _k.scope, _k.key_hash],
        set_={
            "request_hash": _new.excluded.request_hash,
            "started_at": _new.excluded.started_at,
            "expires_at": _new.excluded.expires_at,
            "done_at": null(),
            "status": null(),
            "answer_sealed": null(),
        },
        where=_k.expires_at <= _new.excluded.started_at,
    ).returning(_k.started_at)
)
"""A row whose time is over is as good as none, be it an old answer or an attempt that died."""


def _is_it() -> tuple[ColumnElement[bool], ...]:
    return tuple(_k[name] == bindparam(f"its_{name}") for name in ("tenant_id", "scope", "key_hash"))


_FIND = Statement(select(_k.request_hash, _k.done_at, _k.answer_sealed).where(*_is_it()))
_FINISH = Statement(
    update(idempotency_keys)
    .where(*_is_it(), _k.started_at == bindparam("since"), _k.done_at.is_(None))
    .values({name: bindparam(name) for name in ("done_at", "status", "answer_sealed", "expires_at")})
)
_GIVE_UP = Statement(
    delete(idempotency_keys).where(*_is_it(), _k.started_at == bindparam("since"), _k.done_at.is_(None))
)
_FORGET = Statement("""
DELETE FROM platform.idempotency_keys
WHERE ctid = ANY(ARRAY(
  SELECT ctid FROM platform.idempotency_keys WHERE expires_at <= CAST(:now AS timestamptz) LIMIT CAST(:most AS int)))
RETURNING 1
""")


class PostgresIdempotency:
    """Remembers attempts (`Idempotency`)."""

    def __init__(self, database: Database, *, box: SecretBox, clock: Clock) -> None:
        self._database, self._box, self._clock = database, box, clock

    async def begin(self, attempt: Attempt, *, lease_seconds: float) -> Begun | Running | KeptAnswer:
        """Begin, or give what there is. Raises KeyReusedError, DatabaseUnavailableError, DatabaseBusyError."""
        now = self._clock.now()
        async with self._database.connection() as connection:
            begun = await fetch_one(
                connection,
                _BEGIN,
                **_place(attempt),
                request_hash=attempt.fingerprint,
                started_at=now,
                expires_at=now + timedelta(seconds=lease_seconds),
            )
            if begun is not None:
                return Begun(since=begun["started_at"])
            row = await fetch_one(connection, _FIND, **_its(attempt))
        if row is None:
            return Running()  # it was given up between the two statements; whoever waits begins
        if row["request_hash"] != attempt.fingerprint:
            raise KeyReusedError("This key belongs to another request.")
        return await self._open(attempt, row["answer_sealed"]) if row["done_at"] is not None else Running()

    async def finish(self, attempt: Attempt, begun: Begun, answer: KeptAnswer) -> None:
        """Keep the answer. Raises DatabaseUnavailableError, DatabaseBusyError."""
        packed = msgspec.msgpack.encode(answer)
        sealed = await self._box.seal(packed, tenant_id=attempt.tenant_id, place=_sealed_at(attempt))
        now = self._clock.now()
        async with self._database.connection() as connection:
            await execute(
                connection,
                _FINISH,
                **_its(attempt),
                since=begun.since,
                done_at=now,
                status=answer.status,
                answer_sealed=sealed,
                expires_at=now + KEPT,
            )

    async def give_up(self, attempt: Attempt, begun: Begun) -> None:
        """Let the next one begin at once. Raises DatabaseUnavailableError, DatabaseBusyError."""
        async with self._database.connection() as connection:
            await execute(connection, _GIVE_UP, **_its(attempt), since=begun.since)

    async def forget_expired(self) -> int:
        """Delete what is too old, some thousand rows a statement; give how many."""
        total, now = 0, self._clock.now()
        while True:
            async with self._database.connection() as connection:
                gone = len(await fetch(connection, _FORGET, now=now, most=FORGOTTEN_AT_ONCE))
            total += gone
            if gone < FORGOTTEN_AT_ONCE:
                return total

    async def _open(self, attempt: Attempt, sealed: bytes) -> KeptAnswer:
        try:
            packed = await self._box.open_bytes(sealed, tenant_id=attempt.tenant_id, place=_sealed_at(attempt))
        except SecretUnreadableError as error:
            raise KeyReusedError("It was done, and its answer cannot be read any more.") from error
        return msgspec.msgpack.decode(packed, type=KeptAnswer)


def _place(attempt: Attempt) -> dict[str, object]:
    """Name the row. The key itself is not kept: it may say more than its sender meant."""
    return {"tenant_id": attempt.tenant_id, "scope": attempt.scope, "key_hash": _hash(attempt.key)}


def _its(attempt: Attempt) -> dict[str, object]:
    return {f"its_{name}": value for name, value in _place(attempt).items()}


def _sealed_at(attempt: Attempt) -> str:
    return f"idempotency_keys/{attempt.scope}/{_hash(attempt.key).hex()}/answer"


def _hash(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()
