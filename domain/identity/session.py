"""A login session, and the refresh tokens that prolong it: one family, each token the child of the one before it."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from domain.shared.ids import RefreshTokenId, SessionId, UserId

SESSION_LIFETIME = timedelta(days=7)
"""How long a session lives unused; each refresh begins it anew."""
GRACE = timedelta(seconds=10)
"""Within this a token that was used may come again: two tabs at once, or an answer that was lost on the way."""


class EndReason(StrEnum):
    """Why a session ended before its time."""

    LOGGED_OUT = "logged_out"
    ENDED_ELSEWHERE = "ended_elsewhere"
    TOKEN_REUSED = "token_reused"  # noqa: S105 - a reason
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - a reason
    USER_DEACTIVATED = "user_deactivated"


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody is logged in, from somewhere; `expires_at` is moved on by each refresh."""

    id: SessionId
    user_id: UserId
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    ip: str | None = None
    user_agent: str | None = None
    ended_at: datetime | None = None
    end_reason: str | None = None

    def lives(self, *, now: datetime) -> bool:
        """Whether it still counts."""
        return self.ended_at is None and now < self.expires_at


class RefreshToken(msgspec.Struct, frozen=True, kw_only=True):
    """Good for one refresh. Only its SHA-256 is kept; `successor_sealed` is what it was exchanged for, for `GRACE`."""

    id: RefreshTokenId
    session_id: SessionId
    token_hash: bytes
    issued_at: datetime
    expires_at: datetime
    parent_id: RefreshTokenId | None = None
    used_at: datetime | None = None
    successor_sealed: bytes | None = None


class Verdict(StrEnum):
    """What to do with a refresh token that is shown."""

    ROTATE = "rotate"
    REPEAT = "repeat"
    """It was exchanged a moment ago: give the same successor."""
    REVOKE = "revoke"
    """It was exchanged long ago: somebody else has it too, so the whole family ends."""
    REFUSE = "refuse"


def judge(token: RefreshToken, session: Session, *, now: datetime) -> Verdict:
    """Decide about a token of a session."""
    if not session.lives(now=now):
        return Verdict.REFUSE
    if token.used_at is None:
        return Verdict.ROTATE if now < token.expires_at else Verdict.REFUSE
    is_recent = now - token.used_at < GRACE and token.successor_sealed is not None
    return Verdict.REPEAT if is_recent else Verdict.REVOKE


def session_end(*, began_at: datetime, now: datetime, longest: timedelta | None) -> datetime:
    """Give when a session that is used now ends: after `SESSION_LIFETIME`, or when the company's policy says."""
    ends = now + SESSION_LIFETIME
    return ends if longest is None else min(ends, began_at + longest)
