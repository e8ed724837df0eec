"""Prove who you are."""

from datetime import timedelta

import msgspec

from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.passwords import Passwords
from application.ports.tokens import AccessClaims, Tokens
from domain.identity.user import User
from domain.shared.errors import UnauthenticatedError
from domain.shared.ids import SessionId, TenantId

BEARER = "Bearer"
"""RFC 6750."""


class LoginRefusedError(UnauthenticatedError):
    """The e-mail or the password is wrong; which one is not said."""

    code = "LOGIN_REFUSED"


class LogIn(msgspec.Struct, frozen=True, kw_only=True):
    """An e-mail and a password."""

    email: str
    password: str

    def __repr__(self) -> str:
        """Show neither."""
        return "LogIn()"


class LoggedIn(msgspec.Struct, frozen=True, kw_only=True):
    """A token, and for how many seconds it is good."""

    access_token: str
    token_type: str
    expires_in: int


class IdentityTools(msgspec.Struct, frozen=True, kw_only=True):
    """What logging in needs of the world."""

    directory: Directory
    passwords: Passwords
    tokens: Tokens
    clock: Clock
    ids: Ids


class LogInHandler:
    """Anybody may try. Takes as long for an account that does not exist, and answers the same."""

    def __init__(self, tools: IdentityTools, *, lifetime: timedelta) -> None:
        self._tools, self._lifetime = tools, lifetime

    async def __call__(self, command: LogIn) -> LoggedIn:
        """Give an access token. Raises LoginRefusedError."""
        user = await self._tools.directory.user_by_email(command.email.strip().casefold())
        password_hash = user.password_hash if user is not None else None
        is_right = await self._tools.passwords.matches(command.password, password_hash=password_hash)
        if user is None or not is_right or not user.is_active:
            raise LoginRefusedError("The e-mail or the password is wrong.")
        await self._tools.directory.note_login(user.id)
        return self._issue(user, tenant_id=user.tenant_id)

    def _issue(self, user: User, *, tenant_id: TenantId) -> LoggedIn:
        now = self._tools.clock.now()
        claims = AccessClaims(
            user_id=user.id,
            email=user.email,
            role=user.role,
            tenant_id=tenant_id,
            session_id=SessionId(self._tools.ids.new()),
            expires_at=now + self._lifetime,
        )
        token = self._tools.tokens.issue(claims, now=now)
        return LoggedIn(access_token=token, token_type=BEARER, expires_in=int(self._lifetime.total_seconds()))
