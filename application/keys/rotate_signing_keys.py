"""Access tokens are signed with a new key."""

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.signing_keys import KeyPairs, SigningKeys
from application.ports.unit_of_work import UnitOfWork
from domain.audit.actions import AuditAction
from domain.audit.author import CONSOLE
from domain.tenants.tenant import PLATFORM


class RotateSigningKeys(msgspec.Struct, frozen=True, kw_only=True):
    """With `revoke` the keys before it verify no longer, for when one of them was stolen: everybody's tokens end."""

    revoke: bool = False


class RotateSigningKeysHandler:
    """For the operator of the platform: make a key, which signs from now on, and retire those before it.

    Running processes follow within a minute. A retired key verifies until the tokens it signed have ended; those that
    verify nothing any more are deleted.
    """

    def __init__(self, *, keys: SigningKeys, pairs: KeyPairs, uow: UnitOfWork, clock: Clock) -> None:
        self._keys, self._pairs, self._uow, self._clock = keys, pairs, uow, clock

    async def __call__(self, command: RotateSigningKeys) -> str:
        """Give the new key's `kid`."""
        key = self._pairs.new()
        await self._keys.rotate(key, at=self._clock.now(), revoke=command.revoke)
        await self._keys.remove_expired()
        async with self._uow(PLATFORM) as tx:
            action = AuditAction.SIGNING_KEYS_REVOKED if command.revoke else AuditAction.SIGNING_KEY_ROTATED
            tx.audit.record(action, by=CONSOLE, on=Subject(type="signing_key"), after={"kid": key.kid})
        return key.kid
