"""Login sessions and refresh tokens as the suites store them."""

from datetime import timedelta

from domain.identity.session import RefreshToken, Session
from domain.shared.digest import digest_of
from domain.shared.ids import RefreshTokenId, SessionId, UserId
from tests.contract.repositories.stored import NOW, new_id


def a_login_session(user_id: UserId, **changes: object) -> Session:
    fields = {
        "id": SessionId(new_id()),
        "user_id": user_id,
        "created_at": NOW,
        "last_seen_at": NOW,
        "expires_at": NOW + timedelta(days=7),
        "ip": "203.0.113.7",
        "user_agent": "Firefox",
        **changes,
    }
    return Session(**fields)  # type: ignore[arg-type]


def a_refresh_token(session: Session, secret: str, **changes: object) -> RefreshToken:
    fields = {
        "id": RefreshTokenId(new_id()),
        "session_id": session.id,
        "token_hash": digest_of(secret),
        "issued_at": NOW,
        "expires_at": session.expires_at,
        **changes,
    }
    return RefreshToken(**fields)  # type: ignore[arg-type]
