"""Login sessions and their refresh tokens."""

from datetime import datetime
from typing import Protocol

import msgspec

from domain.identity.session import EndReason, RefreshToken, Session
from domain.shared.ids import SessionId, UserId


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """A refresh token that was shown, and the session it belongs to."""

    session: Session
    token: RefreshToken


class SessionRepository(Protocol):
    """Keeps sessions."""

    async def open(self, session: Session, token: RefreshToken) -> None:
        """Write a new session with its first token, and that its user logged in."""
        ...

    async def lock_family(self, token_hash: bytes) -> Family | None:
        """Find a token by its hash, and keep everybody else from its session until the transaction ends."""
        ...

    async def rotate(self, session: Session, *, used: RefreshToken, successor: RefreshToken) -> None:
        """Write what a refresh changes: the session as given, `used` as given, and the successor."""
        ...

    async def end(self, session_id: SessionId, *, user_id: UserId, reason: EndReason, at: datetime) -> Session | None:
        """End one of a user's sessions; None when there is none that lives."""
        ...

    async def end_all(
        self, user_id: UserId, *, reason: EndReason, at: datetime, but: SessionId | None = None
    ) -> list[SessionId]:
        """End all of a user's sessions except one; give those that lived, for `Standings.forget_sessions`."""
        ...
