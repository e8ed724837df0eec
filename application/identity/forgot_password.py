"""Ask for a link with which to choose a new password."""

import msgspec

from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.jobs import Jobs
from application.ports.login_throttle import LoginThrottle, Purpose
from application.ports.mails import MailKind, MailUser
from application.shared.actor import Origin
from domain.identity.checks import fold_email
from domain.shared.ids import UserId
from domain.tenants.tenant import PLATFORM


class ForgotPassword(msgspec.Struct, frozen=True, kw_only=True):
    """The e-mail of the account."""

    email: str

    def __repr__(self) -> str:
        """Show no e-mail."""
        return "ForgotPassword()"


class ForgotPasswordHandler:
    """Anybody, some times. Does the same, and so takes as long, whether the account exists: one look-up, one order.

    The order for an account that does not exist names a user that nobody is; whoever does it finds that out.
    """

    def __init__(self, *, directory: Directory, jobs: Jobs, throttle: LoginThrottle, clock: Clock, ids: Ids) -> None:
        self._directory, self._jobs, self._throttle = directory, jobs, throttle
        self._clock, self._ids = clock, ids

    async def __call__(self, command: ForgotPassword, *, origin: Origin) -> None:
        """Order the e-mail. Raises RateLimitedError."""
        email = fold_email(command.email)
        await self._throttle.attempt(Purpose.FORGOT_PASSWORD, account=email, ip=origin.ip)
        user = await self._directory.user_by_email(email)
        nobody = UserId(self._ids.new())
        user_id, tenant_id = (nobody, PLATFORM) if user is None else (user.id, user.tenant_id)
        order = MailUser(tenant_id=tenant_id, user_id=user_id, kind=MailKind.RESET_PASSWORD, at=self._clock.now())
        await self._jobs.put(order, key=f"reset:{user_id}")
