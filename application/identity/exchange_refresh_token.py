"""Exchange a refresh token for the next one, in one transaction that nobody else of its session comes between."""

import secrets
from datetime import datetime

import msgspec

from application.identity.open_session import TOKEN_BYTES, OpenSession, longest_session
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.mails import MailKind, MailUser
from application.ports.repositories.sessions import Family
from application.ports.secrets import SecretBox
from application.ports.sessions import TokenOwner
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Origin, author_of
from domain.audit.actions import AuditAction
from domain.audit.author import AuthorKind
from domain.identity.session import EndReason, Session, Verdict, judge, session_end
from domain.shared.ids import RefreshTokenId
from domain.tenants.settings import SecurityPolicy

replace = msgspec.structs.replace


class Exchanged(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a token: the session as it is now, and the next token, None where there is none."""

    verdict: Verdict
    session: Session | None = None
    refresh_token: str | None = None

    def __repr__(self) -> str:
        """Show no token."""
        return f"Exchanged(verdict={self.verdict})"


class ExchangeRefreshToken:
    """The session's row is locked, so of many at once one rotates and the others are given what it got.

    The next token lies sealed beside the used one for `GRACE`. A token that comes later than that was copied: the
    session ends, and the audit log and the session's owner are told, once.
    """

    def __init__(self, *, uow: UnitOfWork, box: SecretBox, clock: Clock, open_session: OpenSession) -> None:
        self._uow, self._box, self._clock, self._open_session = uow, box, clock, open_session

    async def __call__(
        self, owner: TokenOwner, token_hash: bytes, *, policy: SecurityPolicy, origin: Origin
    ) -> Exchanged:
        """Rotate, repeat, revoke or refuse, as the token deserves."""
        place = f"refresh_tokens/{owner.token_id}/successor"
        secret = secrets.token_urlsafe(TOKEN_BYTES)
        sealed = await self._box.seal(secret, tenant_id=owner.tenant_id, place=place)
        async with self._uow(owner.tenant_id) as tx:
            family = await tx.sessions.lock_family(token_hash)
            if family is None:
                return Exchanged(verdict=Verdict.REFUSE)
            now = self._clock.now()
            family = _under(family, policy)
            verdict = judge(family.token, family.session, now=now)
            if verdict is Verdict.ROTATE:
                session = _seen(family.session, policy=policy, origin=origin, now=now)
                await self._rotate(tx, family, session, secret=secret, sealed=sealed)
                return Exchanged(verdict=verdict, session=session, refresh_token=secret)
            if verdict is Verdict.REVOKE:
                await _revoke(tx, family.session, origin, now=now)
        again = family.token.successor_sealed if verdict is Verdict.REPEAT else None
        opened = None if again is None else await self._box.open(again, tenant_id=owner.tenant_id, place=place)
        return Exchanged(verdict=verdict, session=family.session, refresh_token=opened)

    async def _rotate(self, tx: Transaction, family: Family, session: Session, *, secret: str, sealed: bytes) -> None:
        now = session.last_seen_at
        used = replace(family.token, used_at=now, successor_sealed=sealed)
        successor = self._open_session.token_of(session, secret, parent_id=RefreshTokenId(used.id), now=now)
        await tx.sessions.rotate(session, used=used, successor=successor)


def _under(family: Family, policy: SecurityPolicy) -> Family:
    """Let the session end when the company's policy, as it is now, says."""
    longest = longest_session(policy)
    session = family.session
    ends = session.expires_at if longest is None else min(session.expires_at, session.created_at + longest)
    return replace(family, session=replace(session, expires_at=ends))


def _seen(session: Session, *, policy: SecurityPolicy, origin: Origin, now: datetime) -> Session:
    ends = session_end(began_at=session.created_at, now=now, longest=longest_session(policy))
    return replace(session, last_seen_at=now, expires_at=ends, ip=origin.ip, user_agent=origin.user_agent)


async def _revoke(tx: Transaction, session: Session, origin: Origin, *, now: datetime) -> None:
    await tx.sessions.end(session.id, user_id=session.user_id, reason=EndReason.TOKEN_REUSED, at=now)
    author = author_of(AuthorKind.SYSTEM, origin)
    tx.audit.record(AuditAction.REFRESH_TOKEN_REUSED, by=author, on=Subject(type="session", id=session.id))
    tx.jobs.put(MailUser(tenant_id=tx.tenant_id, user_id=session.user_id, kind=MailKind.REFRESH_TOKEN_REUSED, at=now))
