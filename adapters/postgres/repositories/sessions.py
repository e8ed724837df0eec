"""Login sessions in PostgreSQL: rows of the platform's tables, fenced by the tenant like its own."""

from datetime import datetime

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import insert_into, values_of
from adapters.postgres.statements import Statement
from adapters.postgres.tables.access import refresh_tokens, sessions
from application.ports.repositories.sessions import Family
from domain.identity.session import GRACE, EndReason, RefreshToken, Session
from domain.shared.ids import SessionId, UserId

_ADD_SESSION = insert_into(sessions)
_ADD_TOKEN = insert_into(refresh_tokens)
_NOTE_LOGIN = Statement("""
UPDATE platform.users SET last_login_at = greatest(last_login_at, :at) WHERE tenant_id = :tenant_id AND id = :user_id
""")

_LOCK_SESSION = Statement("""
SELECT s.* FROM platform.sessions s
JOIN platform.refresh_tokens t ON t.tenant_id = s.tenant_id AND t.session_id = s.id
WHERE t.tenant_id = :tenant_id AND t.token_hash = :token_hash
FOR NO KEY UPDATE OF s
""")
_TOKEN = Statement("SELECT * FROM platform.refresh_tokens WHERE tenant_id = :tenant_id AND token_hash = :token_hash")
"""Read after the lock, in a statement of its own, so that it sees what the transaction before us wrote."""

_SEE = Statement("""
UPDATE platform.sessions
SET last_seen_at = :last_seen_at, expires_at = :expires_at, ip = :ip, user_agent = :user_agent
WHERE tenant_id = :tenant_id AND id = :id
""")
_USE = Statement("""
UPDATE platform.refresh_tokens SET used_at = :used_at, successor_sealed = :sealed
WHERE tenant_id = :tenant_id AND id = :id AND used_at IS NULL
""")
_FORGET_SUCCESSORS = Statement("""
UPDATE platform.refresh_tokens SET successor_sealed = NULL
WHERE tenant_id = :tenant_id AND session_id = :session_id AND successor_sealed IS NOT NULL AND used_at <= :before
""")

_END = """
UPDATE platform.sessions SET ended_at = :at, end_reason = :reason
WHERE tenant_id = :tenant_id AND user_id = :user_id AND ended_at IS NULL AND expires_at > :at AND {which}
RETURNING *
"""
_END_ONE = Statement(_END.format(which="id = :id"))
_END_ALL = Statement(_END.format(which="id IS DISTINCT FROM CAST(:but AS uuid)"))


class PostgresSessions:
    """Keeps sessions."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def open(self, session: Session, token: RefreshToken) -> None:
        """Write a new session with its first token, and that its user logged in."""
        await self._connection.execute(_ADD_SESSION, **values_of(session))
        await self._connection.execute(_ADD_TOKEN, **values_of(token))
        await self._connection.execute(_NOTE_LOGIN, user_id=session.user_id, at=session.created_at)

    async def lock_family(self, token_hash: bytes) -> Family | None:
        """Find a token by its hash, and keep everybody else from its session until the transaction ends."""
        session = await self._connection.fetch_one(_LOCK_SESSION, token_hash=token_hash)
        token = await self._connection.fetch_one(_TOKEN, token_hash=token_hash)
        if session is None or token is None:
            return None
        return Family(session=msgspec.convert(dict(session), Session), token=msgspec.convert(dict(token), RefreshToken))

    async def rotate(self, session: Session, *, used: RefreshToken, successor: RefreshToken) -> None:
        """Write the session as given, `used` as given, and the successor; older successors are forgotten."""
        await self._connection.execute(
            _SEE,
            id=session.id,
            last_seen_at=session.last_seen_at,
            expires_at=session.expires_at,
            ip=session.ip,
            user_agent=session.user_agent,
        )
        await self._connection.execute(_FORGET_SUCCESSORS, session_id=session.id, before=successor.issued_at - GRACE)
        await self._connection.execute(_USE, id=used.id, used_at=used.used_at, sealed=used.successor_sealed)
        await self._connection.execute(_ADD_TOKEN, **values_of(successor))

    async def end(self, session_id: SessionId, *, user_id: UserId, reason: EndReason, at: datetime) -> Session | None:
        """End one of a user's sessions; None when there is none that lives."""
        row = await self._connection.fetch_one(_END_ONE, id=session_id, user_id=user_id, reason=reason, at=at)
        return None if row is None else msgspec.convert(dict(row), Session)

    async def end_all(
        self, user_id: UserId, *, reason: EndReason, at: datetime, but: SessionId | None = None
    ) -> list[SessionId]:
        """End all of a user's sessions except one; give those that lived."""
        rows = await self._connection.fetch(_END_ALL, user_id=user_id, reason=reason, at=at, but=but)
        return [SessionId(row["id"]) for row in rows]
