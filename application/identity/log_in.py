"""Prove who you are."""

import msgspec

from application.identity.open_session import OpenSession
from application.identity.refuse_login import RefuseLogin
from application.identity.two_factor_challenge import LIFETIME, write_challenge
from application.identity.who_may_log_in import may_log_in, require_network
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.login_throttle import LoginThrottle, Purpose
from application.ports.passwords import Passwords
from application.ports.secrets import SecretBox
from application.ports.sessions import LoggedIn
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Origin
from domain.identity.checks import fold_email
from domain.identity.user import User
from domain.shared.errors import UnauthenticatedError
from domain.tenants.errors import IpNotAllowedError
from domain.tenants.tenant import Tenant


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


class TwoFactorChallenge(msgspec.Struct, frozen=True, kw_only=True):
    """The password was right; send this within `expires_in` seconds with a code of the second factor."""

    challenge: str
    expires_in: int
    two_factor_required: bool = True

    def __repr__(self) -> str:
        """Show no challenge."""
        return "TwoFactorChallenge()"


class LogInTools(msgspec.Struct, frozen=True, kw_only=True):
    """What logging in needs of the world."""

    directory: Directory
    passwords: Passwords
    throttle: LoginThrottle
    box: SecretBox
    uow: UnitOfWork
    clock: Clock
    ids: Ids


class LogInHandler:
    """Anybody may try, some times. Takes as long for an account that does not exist, and answers the same.

    The same work is done in every case: two look-ups, one comparison, and, when refused, one audit entry (the
    platform's own, when there is no account). Nothing is hashed for somebody who tries too often.
    """

    def __init__(self, tools: LogInTools, *, open_session: OpenSession, refuse: RefuseLogin) -> None:
        self._tools, self._open_session, self._refuse = tools, open_session, refuse

    async def __call__(self, command: LogIn, origin: Origin) -> LoggedIn | TwoFactorChallenge:
        """Give tokens, or a challenge where a second factor is in use.

        Raises RateLimitedError, LoginRefusedError, IpNotAllowedError.
        """
        email = fold_email(command.email)
        attempt = await self._tools.throttle.attempt(Purpose.LOGIN, account=email, ip=origin.ip)
        user = await self._tools.directory.user_by_email(email)
        tenant = await may_log_in(self._tools.directory, user)
        password_hash = None if user is None else user.password_hash
        is_right = await self._tools.passwords.matches(command.password, password_hash=password_hash)
        if user is None or tenant is None or not is_right:
            await self._refuse(user, origin, factor="password")
            raise LoginRefusedError("The e-mail or the password is wrong.")
        await self._tools.throttle.succeeded(attempt)
        await self._require_network(user, tenant, origin)
        if user.totp_enabled_at is not None:
            return await self._challenge(user)
        return await self._open(user, tenant, command.password, origin)

    async def _require_network(self, user: User, tenant: Tenant, origin: Origin) -> None:
        try:
            require_network(tenant, origin.ip)
        except IpNotAllowedError:
            await self._refuse(user, origin, factor="network")
            raise

    async def _challenge(self, user: User) -> TwoFactorChallenge:
        now = self._tools.clock.now()
        text = await write_challenge(self._tools.box, user, challenge_id=self._tools.ids.new(), now=now)
        return TwoFactorChallenge(challenge=text, expires_in=int(LIFETIME.total_seconds()))

    async def _open(self, user: User, tenant: Tenant, password: str, origin: Origin) -> LoggedIn:
        passwords = self._tools.passwords
        newer = await passwords.hash(password) if passwords.needs_rehash(user.password_hash) else None
        async with self._tools.uow(user.tenant_id) as tx:
            if newer is not None:
                await tx.credentials.replace_hash(user.id, old=user.password_hash, new=newer)
            return await self._open_session(tx, user, policy=tenant.settings.security, origin=origin)
