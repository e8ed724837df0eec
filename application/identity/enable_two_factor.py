"""Have the second factor count: a code proves that the phone has the secret."""

import msgspec

from application.identity.prove_second_factor import Proof
from application.identity.two_factor_tools import RecoveryCodes, TwoFactorTools, account_of, renew_codes
from application.ports.audit import Subject
from application.ports.login_throttle import Purpose
from application.ports.mails import MailKind, MailUser
from application.ports.repositories.credentials import SecondFactor
from application.shared.actor import Person
from domain.audit.actions import AuditAction
from domain.identity.errors import CodeRefusedError, TwoFactorEnabledError, TwoFactorNotSetUpError


class EnableTwoFactor(msgspec.Struct, frozen=True, kw_only=True):
    """A code of the secret that was set up."""

    code: str

    def __repr__(self) -> str:
        """Show no code."""
        return "EnableTwoFactor()"


class EnableTwoFactorHandler:
    """Anybody who is logged in and has set one up."""

    def __init__(self, tools: TwoFactorTools) -> None:
        self._tools = tools

    async def __call__(self, person: Person, command: EnableTwoFactor) -> RecoveryCodes:
        """Enable it; give the recovery codes.

        Raises TwoFactorEnabledError, TwoFactorNotSetUpError, CodeRefusedError, RateLimitedError.
        """
        attempt = await self._tools.throttle.attempt(
            Purpose.SECOND_FACTOR, account=str(person.user_id), ip=person.origin.ip
        )
        user = await account_of(self._tools.directory, person)
        proof = await self._tools.prove.look(user, command.code)
        now = self._tools.clock.now()
        async with self._tools.uow(user.tenant_id) as tx:
            step = _proved(await tx.credentials.lock_second_factor(user.id), proof)
            await tx.credentials.enable(user.id, step=step, at=now)
            codes = await renew_codes(tx, user.id)
            subject = Subject(type="user", id=user.id)
            tx.audit.record(AuditAction.TWO_FACTOR_ENABLED, by=person.author, on=subject)
            tx.jobs.put(MailUser(tenant_id=tx.tenant_id, user_id=user.id, kind=MailKind.TWO_FACTOR_ENABLED, at=now))
        await self._tools.throttle.succeeded(attempt)
        await self._tools.standings.forget_user(user.id)
        return codes


def _proved(factor: SecondFactor, proof: Proof) -> int:
    if factor.enabled_at is not None:
        raise TwoFactorEnabledError("The second factor is in use already.")
    if factor.sealed is None:
        raise TwoFactorNotSetUpError("Set up a second factor first.")
    if proof.step is None or proof.sealed != factor.sealed:
        raise CodeRefusedError("The code is wrong.")
    return proof.step
