"""What a previous master key wrapped and sealed is wrapped and sealed anew."""

from collections.abc import AsyncIterator

import msgspec

from application.ports.audit import Subject
from application.ports.data_keys import DataKeys, OldSecrets, RewrapStep
from application.ports.signing_keys import SigningKeys
from application.ports.unit_of_work import UnitOfWork
from domain.audit.actions import AuditAction
from domain.audit.author import CONSOLE
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM

BATCH = 200
"""Keys between two lines of progress; each is one short statement."""


class MasterKeyProgress(msgspec.Struct, frozen=True, kw_only=True):
    """How far it is: data keys wrapped anew, secrets sealed anew, and the tenants whose key does not open."""

    rewrapped: int = 0
    resealed: int = 0
    unreadable: tuple[TenantId, ...] = ()


class RotateMasterKey:
    """For the operator of the platform, while all processes run with the new master key and the previous ones.

    Idempotent, and safe while everything runs: each value is replaced only if it is still the one that was read, and
    opens before and after. Stopped half way, it is begun again.
    """

    def __init__(
        self, *, data_keys: DataKeys, signing_keys: SigningKeys, old_secrets: OldSecrets, uow: UnitOfWork
    ) -> None:
        self._data_keys, self._signing_keys, self._old_secrets = data_keys, signing_keys, old_secrets
        self._uow = uow

    async def __call__(self) -> AsyncIterator[MasterKeyProgress]:
        """Do it, telling how far it is; the last is the whole. Raises SecretUnreadableError for a sealed secret."""
        done = MasterKeyProgress(resealed=await self._signing_keys.reseal())
        yield done
        async for resealed in self._old_secrets.reseal():
            done = msgspec.structs.replace(done, resealed=done.resealed + resealed)
            yield done
        while True:
            before = done.rewrapped
            async for step in self._every_key():
                unreadable = tuple(dict.fromkeys((*done.unreadable, *step.unreadable)))
                rewrapped = done.rewrapped + step.rewrapped
                done = msgspec.structs.replace(done, rewrapped=rewrapped, unreadable=unreadable)
                yield done
            if done.rewrapped == before:  # nobody made a key with the previous master key meanwhile
                break
        await self._tell(done)

    async def _every_key(self) -> AsyncIterator[RewrapStep]:
        step = await self._data_keys.rewrap(None, limit=BATCH)
        yield step
        while step.last is not None:
            step = await self._data_keys.rewrap(step.last, limit=BATCH)
            yield step

    async def _tell(self, done: MasterKeyProgress) -> None:
        after = {"rewrapped": done.rewrapped, "values": done.resealed, "unreadable": len(done.unreadable)}
        async with self._uow(PLATFORM) as tx:
            on = Subject(type="master_key")
            tx.audit.record(AuditAction.MASTER_KEY_ROTATED, by=CONSOLE, on=on, after=after)
