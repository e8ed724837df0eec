"""Files that nothing points at are deleted."""

from datetime import datetime, timedelta

from application.ports.clock import Clock
from application.ports.directory import Directory
from application.ports.file_store import FileStore
from application.ports.jobs import Job
from application.ports.unit_of_work import UnitOfWork
from domain.media.keys import hash_in
from domain.shared.ids import TenantId

UNUSED = timedelta(days=7)
"""How long an upload may lie unsent: a draft that is finished after the holidays."""
SETTLED = timedelta(days=1)
"""A file that was written this lately may be about to be noted, in a transaction that is still open."""
BATCH = 500


class SweepMedia(Job, frozen=True, tag="sweep_media"):
    """Sweep all companies' files, once a day. Idempotent: what is gone is not found."""


class SweepMediaHandler:
    """Forget uploads that were never sent, then delete every file in the store that no stored media names."""

    def __init__(self, *, directory: Directory, uow: UnitOfWork, store: FileStore, clock: Clock) -> None:
        self._directory, self._uow, self._store, self._clock = directory, uow, store, clock

    async def __call__(self, _: SweepMedia) -> None:
        """Sweep. Raises StoreUnavailableError."""
        now = self._clock.now()
        for tenant in await self._directory.tenants():
            await self._forget_unused(tenant.id, before=now - UNUSED)
            await self._delete_unnamed(tenant.id, before=now - SETTLED)

    async def _forget_unused(self, tenant_id: TenantId, *, before: datetime) -> None:
        deleted = BATCH
        while deleted == BATCH:
            async with self._uow(tenant_id) as tx:
                deleted = await tx.media.forget_unused(before=before, limit=BATCH)

    async def _delete_unnamed(self, tenant_id: TenantId, *, before: datetime) -> None:
        async for keys in self._store.pages(tenant_id, before=before):
            hashes = {key: found for key in keys if (found := hash_in(key)) is not None}
            async with self._uow(tenant_id) as tx:
                in_use = await tx.media.hashes_in_use(set(hashes.values()))
            await self._store.delete([key for key, found in hashes.items() if found not in in_use])
