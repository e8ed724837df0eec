"""Log somebody in who has proved who they are: the last step of a login, a registration, an accepted invitation."""

import secrets
from datetime import datetime, timedelta

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.sessions import BEARER, LoggedIn
from application.ports.tokens import AccessClaims, Tokens
from application.ports.unit_of_work import Transaction
from application.shared.actor import Origin, author_of
from domain.audit.actions import AuditAction
from domain.audit.author import AuthorKind
from domain.identity.session import RefreshToken, Session, session_end
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.ids import RefreshTokenId, SessionId
from domain.tenants.settings import SecurityPolicy
from domain.tenants.tenant import PLATFORM

TOKEN_BYTES = 32
"""256 bits: nobody guesses one, so a fast hash of it is enough to keep."""


class OpenSession:
    """Whoever calls it has made sure who it is (`SessionOpener`)."""

    def __init__(self, *, tokens: Tokens, clock: Clock, ids: Ids, lifetime: timedelta) -> None:
        self._tokens, self._clock, self._ids, self._lifetime = tokens, clock, ids, lifetime

    async def __call__(self, tx: Transaction, user: User, *, policy: SecurityPolicy, origin: Origin) -> LoggedIn:
        """Open a session in the transaction, with its audit entry; `policy` is that of the user's tenant."""
        now = self._clock.now()
        longest = longest_session(policy)
        session = Session(
            id=SessionId(self._ids.new()),
            user_id=user.id,
            created_at=now,
            last_seen_at=now,
            expires_at=session_end(began_at=now, now=now, longest=longest),
            ip=origin.ip,
            user_agent=origin.user_agent,
        )
        secret = secrets.token_urlsafe(TOKEN_BYTES)
        await tx.sessions.open(session, self.token_of(session, secret, now=now))
        kind = AuthorKind.OPERATOR if user.tenant_id == PLATFORM else AuthorKind.USER
        author = author_of(kind, origin, user_id=user.id)
        tx.audit.record(AuditAction.USER_LOGGED_IN, by=author, on=Subject(type="session", id=session.id))
        return self.answer(user, session, refresh_token=secret, policy=policy, now=now)

    def token_of(
        self, session: Session, secret: str, *, parent_id: RefreshTokenId | None = None, now: datetime
    ) -> RefreshToken:
        """Give what is kept of a refresh token, which is good as long as its session."""
        return RefreshToken(
            id=RefreshTokenId(self._ids.new()),
            session_id=session.id,
            parent_id=parent_id,
            token_hash=digest_of(secret),
            issued_at=now,
            expires_at=session.expires_at,
        )

    def answer(
        self, user: User, session: Session, *, refresh_token: str, policy: SecurityPolicy, now: datetime
    ) -> LoggedIn:
        """Sign an access token, which never outlives its session, and hand both over."""
        expires_at = min(now + self._lifetime, session.expires_at)
        claims = AccessClaims(
            user_id=user.id,
            email=user.email,
            role=user.role,
            tenant_id=user.tenant_id,
            session_id=session.id,
            expires_at=expires_at,
        )
        return LoggedIn(
            access_token=self._tokens.issue(claims, now=now),
            token_type=BEARER,
            expires_in=int((expires_at - now).total_seconds()),
            refresh_token=refresh_token,
            refresh_expires_in=int((session.expires_at - now).total_seconds()),
            needs_two_factor=policy.two_factor_required and user.totp_enabled_at is None,
        )


def longest_session(policy: SecurityPolicy) -> timedelta | None:
    """Give how long a session may last at most without a login."""
    return None if policy.session_hours is None else timedelta(hours=policy.session_hours)
