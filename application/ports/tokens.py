"""Access tokens."""

from datetime import datetime
from typing import Protocol

import msgspec

from domain.shared.errors import UnauthenticatedError
from domain.shared.ids import SessionId, TenantId, UserId


class AccessClaims(msgspec.Struct, frozen=True, kw_only=True):
    """What a token says of its bearer."""

    user_id: UserId
    email: str
    role: str
    tenant_id: TenantId
    session_id: SessionId
    expires_at: datetime


class Tokens(Protocol):
    """Issues and reads access tokens (JWT, RS256, `kid` pinned to our keys)."""

    def issue(self, claims: AccessClaims, *, now: datetime) -> str:
        """Sign the claims."""
        ...

    async def read(self, token: str) -> AccessClaims:
        """Check signature, issuer, audience and time; an unknown `kid` may be a new key's. Raises TokenInvalidError."""
        ...

    def public_keys(self) -> bytes:
        """Give the JWKS document, JSON."""
        ...


class TokenInvalidError(UnauthenticatedError):
    """The token is not one of ours, or was changed, or says something that we do not know."""

    code = "TOKEN_INVALID"


class TokenExpiredError(TokenInvalidError):
    """The token was good and its time is over."""

    code = "TOKEN_EXPIRED"
