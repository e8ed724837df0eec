"""Stay logged in: the newest refresh token is given for the next one and a new access token."""

import msgspec

from application.identity.exchange_refresh_token import ExchangeRefreshToken
from application.identity.open_session import OpenSession
from application.identity.who_may_log_in import may_log_in, require_network
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.directory import Directory
from application.ports.sessions import LoggedIn, SessionBook
from application.ports.standing import Standings
from application.shared.actor import Origin
from domain.identity.session import Verdict
from domain.shared.digest import digest_of
from domain.shared.errors import UnauthenticatedError


class RefreshTokenInvalidError(UnauthenticatedError):
    """The refresh token is none, is too old, or was used before; log in again."""

    code = "REFRESH_TOKEN_INVALID"


class RefreshSession(msgspec.Struct, frozen=True, kw_only=True):
    """The newest refresh token."""

    refresh_token: str

    def __repr__(self) -> str:
        """Show no token."""
        return "RefreshSession()"


class RefreshTools(msgspec.Struct, frozen=True, kw_only=True):
    """What refreshing needs of the world."""

    book: SessionBook
    directory: Directory
    standings: Standings
    clock: Clock
    counters: Counters


class RefreshSessionHandler:
    """Whoever has the token, as long as its user may log in."""

    def __init__(self, tools: RefreshTools, *, exchange: ExchangeRefreshToken, open_session: OpenSession) -> None:
        self._tools, self._exchange, self._open_session = tools, exchange, open_session

    async def __call__(self, command: RefreshSession, origin: Origin) -> LoggedIn:
        """Give new tokens. Raises RefreshTokenInvalidError, IpNotAllowedError."""
        token_hash = digest_of(command.refresh_token)
        owner = await self._tools.book.owner_of(token_hash)
        user = None if owner is None else await self._tools.directory.user(owner.user_id)
        tenant = await may_log_in(self._tools.directory, user)
        if owner is None or user is None or tenant is None:
            raise RefreshTokenInvalidError("Log in again.")
        require_network(tenant, origin.ip)
        policy = tenant.settings.security
        done = await self._exchange(owner, token_hash, policy=policy, origin=origin)
        if done.session is not None and done.verdict is Verdict.REVOKE:
            self._tools.counters.count("refresh_tokens_reused")
            await self._tools.standings.forget_sessions([done.session.id])
        if done.session is None or done.refresh_token is None:
            raise RefreshTokenInvalidError("Log in again.")
        now = self._tools.clock.now()
        return self._open_session.answer(user, done.session, refresh_token=done.refresh_token, policy=policy, now=now)
