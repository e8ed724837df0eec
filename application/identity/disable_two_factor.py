"""Do without the second factor from now on, or until another phone is set up."""

import msgspec

from application.identity.two_factor_tools import TwoFactorTools, account_of
from application.ports.audit import Subject
from application.ports.login_throttle import Purpose
from application.ports.mails import MailKind, MailUser
from application.ports.passwords import Passwords
from application.shared.actor import Person
from domain.audit.actions import AuditAction
from domain.identity.errors import CodeRefusedError, TwoFactorNotSetUpError


class DisableTwoFactor(msgspec.Struct, frozen=True, kw_only=True):
    """The password, and a code of the phone or a recovery code."""

    password: str
    code: str

    def __repr__(self) -> str:
        """Show neither."""
        return "DisableTwoFactor()"


class DisableTwoFactorHandler:
    """Anybody who has one. Where the company asks for it, nothing else is allowed then before another is set up."""

    def __init__(self, tools: TwoFactorTools, *, passwords: Passwords) -> None:
        self._tools, self._passwords = tools, passwords

    async def __call__(self, person: Person, command: DisableTwoFactor) -> None:
        """Disable it. Raises TwoFactorNotSetUpError, CodeRefusedError, RateLimitedError."""
        attempt = await self._tools.throttle.attempt(Purpose.PASSWORD, account=str(person.user_id), ip=person.origin.ip)
        user = await account_of(self._tools.directory, person)
        if user.totp_enabled_at is None:
            raise TwoFactorNotSetUpError("There is no second factor.")
        is_right = await self._passwords.matches(command.password, password_hash=user.password_hash)
        proof = await self._tools.prove.look(user, command.code)
        now = self._tools.clock.now()
        async with self._tools.uow(user.tenant_id) as tx:
            if not is_right or not await self._tools.prove.take(tx, user.id, proof):
                raise CodeRefusedError("The password or the code is wrong.")
            await tx.credentials.disable(user.id)
            subject = Subject(type="user", id=user.id)
            tx.audit.record(AuditAction.TWO_FACTOR_DISABLED, by=person.author, on=subject)
            tx.jobs.put(MailUser(tenant_id=tx.tenant_id, user_id=user.id, kind=MailKind.TWO_FACTOR_DISABLED, at=now))
        await self._tools.throttle.succeeded(attempt)
        await self._tools.standings.forget_user(user.id)
