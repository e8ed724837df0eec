"""Sessions from outside a use case of their own: how one is opened, and how one is found by its refresh token."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.ports.unit_of_work import Transaction
from application.shared.actor import Origin
from domain.identity.user import User
from domain.shared.ids import RefreshTokenId, TenantId, UserId
from domain.tenants.settings import SecurityPolicy

BEARER = "Bearer"
"""RFC 6750."""


class LoggedIn(msgspec.Struct, frozen=True, kw_only=True):
    """Tokens, and for how many seconds each is good.

    With `needs_two_factor` the company asks for a second factor that the user has yet to set up, and nothing else is
    allowed before.
    """

    access_token: str
    token_type: str
    expires_in: int
    refresh_token: str
    refresh_expires_in: int
    needs_two_factor: bool = False

    def __repr__(self) -> str:
        """Show no token."""
        return f"LoggedIn(expires_in={self.expires_in})"


class SessionOpener(Protocol):
    """Logs somebody in who has proved who they are, by whatever means."""

    async def __call__(self, tx: Transaction, user: User, *, policy: SecurityPolicy, origin: Origin) -> LoggedIn:
        """Open a session in the transaction, with its audit entry; `policy` is that of the user's tenant."""
        ...


class TokenOwner(msgspec.Struct, frozen=True, kw_only=True):
    """Whose refresh token it is."""

    token_id: RefreshTokenId
    tenant_id: TenantId
    user_id: UserId


class SessionBook(Protocol):
    """Sessions across the platform. Raises UnavailableError."""

    async def owner_of(self, token_hash: bytes) -> TokenOwner | None:
        """Find out whose refresh token this is."""
        ...

    async def remove_ended(self, *, before: datetime, limit: int) -> int:
        """Remove sessions, and their tokens, that ended or expired before a time; give how many."""
        ...
