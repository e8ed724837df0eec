"""Have ten new recovery codes; those before are worth nothing from now on."""

import msgspec

from application.identity.two_factor_tools import RecoveryCodes, TwoFactorTools, account_of, renew_codes
from application.ports.audit import Subject
from application.ports.login_throttle import Purpose
from application.shared.actor import Person
from domain.audit.actions import AuditAction
from domain.identity.errors import CodeRefusedError, TwoFactorNotSetUpError


class RenewRecoveryCodes(msgspec.Struct, frozen=True, kw_only=True):
    """A code of the phone, or one of the recovery codes that are left."""

    code: str

    def __repr__(self) -> str:
        """Show no code."""
        return "RenewRecoveryCodes()"


class RenewRecoveryCodesHandler:
    """Anybody who has a second factor."""

    def __init__(self, tools: TwoFactorTools) -> None:
        self._tools = tools

    async def __call__(self, person: Person, command: RenewRecoveryCodes) -> RecoveryCodes:
        """Give new ones. Raises TwoFactorNotSetUpError, CodeRefusedError, RateLimitedError."""
        attempt = await self._tools.throttle.attempt(
            Purpose.SECOND_FACTOR, account=str(person.user_id), ip=person.origin.ip
        )
        user = await account_of(self._tools.directory, person)
        if user.totp_enabled_at is None:
            raise TwoFactorNotSetUpError("There is no second factor.")
        proof = await self._tools.prove.look(user, command.code)
        async with self._tools.uow(user.tenant_id) as tx:
            if not await self._tools.prove.take(tx, user.id, proof):
                raise CodeRefusedError("The code is wrong.")
            codes = await renew_codes(tx, user.id)
            subject = Subject(type="user", id=user.id)
            tx.audit.record(AuditAction.RECOVERY_CODES_RENEWED, by=person.author, on=subject)
        await self._tools.throttle.succeeded(attempt)
        return codes
