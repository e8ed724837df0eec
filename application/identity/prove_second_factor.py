"""Check a code of somebody's second factor, or one of their recovery codes, and use it up."""

import msgspec

from application.ports.clock import Clock
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import Transaction
from domain.identity.recovery_codes import read_code
from domain.identity.totp import matching_step
from domain.identity.user import User
from domain.shared.digest import digest_of
from domain.shared.ids import UserId


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """What a code came to, of the secret as it was: a time step, or the hash of what may be a recovery code."""

    sealed: bytes | None
    step: int | None = None
    recovery_hash: bytes | None = None


class ProveSecondFactor:
    """The use cases that ask for a code share it: look outside the transaction, take inside it."""

    def __init__(self, *, box: SecretBox, clock: Clock) -> None:
        self._box, self._clock = box, clock

    async def look(self, user: User, code: str) -> Proof:
        """Compare with the user's secret, which is opened for it."""
        recovery = read_code(code)
        if user.totp_sealed is None:
            return Proof(sealed=None)
        if recovery is not None:
            return Proof(sealed=user.totp_sealed, recovery_hash=digest_of(recovery))
        secret = await self._box.open_bytes(user.totp_sealed, tenant_id=user.tenant_id, place=totp_place(user.id))
        step = matching_step(secret, code.strip(), at=self._clock.now(), after=user.totp_last_step)
        return Proof(sealed=user.totp_sealed, step=step)

    async def take(self, tx: Transaction, user_id: UserId, proof: Proof) -> bool:
        """Use the code up; False when it is none, was used before, or the second factor is another one by now."""
        factor = await tx.credentials.lock_second_factor(user_id)
        if factor.enabled_at is None or factor.sealed != proof.sealed:
            return False
        if proof.step is not None:
            return await tx.credentials.take_step(user_id, proof.step)
        if proof.recovery_hash is not None:
            return await tx.credentials.take_recovery_code(user_id, proof.recovery_hash, at=self._clock.now())
        return False


def totp_place(user_id: UserId) -> str:
    """Name the place that a user's secret is sealed for."""
    return f"users/{user_id}/totp"
