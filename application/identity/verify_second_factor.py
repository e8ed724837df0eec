"""Prove who you are, the second half."""

import msgspec

from application.identity.open_session import OpenSession
from application.identity.prove_second_factor import ProveSecondFactor
from application.identity.refuse_login import RefuseLogin
from application.identity.two_factor_challenge import Challenge, read_challenge
from application.identity.who_may_log_in import may_log_in, require_network
from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.login_throttle import Attempt, LoginThrottle, Purpose
from application.ports.secrets import SecretBox
from application.ports.sessions import LoggedIn
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Origin
from domain.identity.user import User
from domain.shared.errors import RateLimitedError, UnauthenticatedError
from domain.tenants.tenant import Tenant


class ChallengeOverError(UnauthenticatedError):
    """The challenge is too old, was tried too often, or is none; begin with the password."""

    code = "CHALLENGE_OVER"


class SecondFactorRefusedError(UnauthenticatedError):
    """The code is wrong, too old, or was used before."""

    code = "SECOND_FACTOR_REFUSED"


class VerifySecondFactor(msgspec.Struct, frozen=True, kw_only=True):
    """The challenge that the login gave, and a code of the phone or a recovery code."""

    challenge: str
    code: str

    def __repr__(self) -> str:
        """Show neither."""
        return "VerifySecondFactor()"


class VerifyTools(msgspec.Struct, frozen=True, kw_only=True):
    """What checking a code needs of the world."""

    directory: Directory
    throttle: LoginThrottle
    box: SecretBox
    uow: UnitOfWork
    clock: Clock


class VerifySecondFactorHandler:
    """Whoever has proved the password; five times with one challenge, and no faster than any login."""

    def __init__(
        self, tools: VerifyTools, *, prove: ProveSecondFactor, open_session: OpenSession, refuse: RefuseLogin
    ) -> None:
        self._tools, self._prove, self._open_session, self._refuse = tools, prove, open_session, refuse

    async def __call__(self, command: VerifySecondFactor, origin: Origin) -> LoggedIn:
        """Give tokens. Raises ChallengeOverError, RateLimitedError, SecondFactorRefusedError, IpNotAllowedError."""
        challenge = await read_challenge(self._tools.box, command.challenge, now=self._tools.clock.now())
        if challenge is None:
            raise ChallengeOverError("Log in again.")
        attempts = await self._count(challenge, origin)
        user, tenant = await self._find(challenge)
        require_network(tenant, origin.ip)
        proof = await self._prove.look(user, command.code)
        async with self._tools.uow(user.tenant_id) as tx:
            is_right = await self._prove.take(tx, user.id, proof)
            if is_right:
                logged_in = await self._open_session(tx, user, policy=tenant.settings.security, origin=origin)
        if not is_right:
            await self._refuse(user, origin, factor="code")
            raise SecondFactorRefusedError("The code is wrong.")
        for attempt in attempts:
            await self._tools.throttle.succeeded(attempt)
        return logged_in

    async def _count(self, challenge: Challenge, origin: Origin) -> list[Attempt]:
        throttle, account = self._tools.throttle, str(challenge.user_id)
        by_user = await throttle.attempt(Purpose.SECOND_FACTOR, account=account, ip=origin.ip)
        try:
            by_challenge = await throttle.attempt(Purpose.SECOND_FACTOR, account=str(challenge.id), ip=None)
        except RateLimitedError as error:
            raise ChallengeOverError("Log in again.") from error
        return [by_user, by_challenge]

    async def _find(self, challenge: Challenge) -> tuple[User, Tenant]:
        user = await self._tools.directory.user(challenge.user_id)
        tenant = await may_log_in(self._tools.directory, user)
        if user is None or tenant is None or user.totp_enabled_at is None or not challenge.fits(user):
            raise ChallengeOverError("Log in again.")
        return user, tenant
