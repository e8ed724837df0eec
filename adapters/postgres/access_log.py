"""Who was shown whose data: written before it is shown, many readers of a tenant in one commit.

While one batch of a tenant is being committed, whoever arrives waits for the next one. A lone reader waits for nobody.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec

from adapters.postgres.sightings import Sighting, Sightings
from application.ports.audit import AccessLogUnavailableError, Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from domain.audit.actions import AuditAction
from domain.audit.author import Author
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId

BATCH_NOTES = 200
"""Beyond this the commit is shared well, and the tenant's head is locked longer."""
WAITING_NOTES = 5_000
"""What may wait in memory while the database is slow; beyond it readers are told to come again."""
WRITERS = 4
"""Tenants written for at once: a fifth of the connections."""
STORE_SECONDS = 4.0
"""A batch that is not stored by then will not be soon: free its readers."""
ACK_SECONDS = 5.0
"""Nobody looks at an empty screen for longer."""


class _Note(msgspec.Struct, eq=False):
    """One reader: what is to be told, and the future that it waits on."""

    action: AuditAction
    by: Author
    on: Subject | None
    after: dict[str, Any]
    done: asyncio.Future[None]

    def succeed(self) -> None:
        if not self.done.done():
            self.done.set_result(None)

    def fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)

    def refuse(self, cause: BaseException) -> None:
        refusal = AccessLogUnavailableError("It could not be written down who sees this; try again.")
        refusal.__cause__ = cause
        self.fail(refusal)


class PostgresAccessLog:
    """Writes to the audit log on transactions of its own."""

    def __init__(self, uow: UnitOfWork, *, clock: Clock) -> None:
        self._uow, self._clock = uow, clock
        self._seen = Sightings()
        self._waiting: dict[TenantId, deque[_Note]] = {}
        self._writers: dict[TenantId, asyncio.Task[None]] = {}
        self._turns = asyncio.Semaphore(WRITERS)
        self._is_closed = False

    async def note(
        self,
        tenant_id: TenantId,
        action: AuditAction,
        *,
        by: Author,
        on: Subject | None = None,
        count: int = 1,
        shown: Sequence[UUID] | None = None,
    ) -> None:
        """Return when the entry is durable. Raises AccessLogUnavailableError: then nothing is to be shown."""
        sighting = Sighting.of(tenant_id, action, by=by, on=on)
        subjects = [on.id if on else None] if shown is None else shown
        fresh = self._seen.fresh(sighting, subjects, now=self._clock.now())
        if not fresh:
            return
        told = {"count": count} if shown is None else {"count": len(fresh), "ids": list(fresh)}
        await self._write(tenant_id, _Note(action, by, on, told, asyncio.get_running_loop().create_future()))
        self._seen.remember(sighting, fresh, now=self._clock.now())

    async def close(self) -> None:
        """Take nothing more; return when what was taken is stored or refused."""
        self._is_closed = True
        if writers := list(self._writers.values()):
            await asyncio.wait(writers)

    async def _write(self, tenant_id: TenantId, note: _Note) -> None:
        if self._is_closed or sum(map(len, self._waiting.values())) >= WAITING_NOTES:
            raise AccessLogUnavailableError("Too much is waiting for the database; try again.")
        self._waiting.setdefault(tenant_id, deque()).append(note)
        if tenant_id not in self._writers:
            self._writers[tenant_id] = asyncio.create_task(self._store_all(tenant_id))
        try:
            async with asyncio.timeout(ACK_SECONDS):
                await note.done
        except TimeoutError as error:
            raise AccessLogUnavailableError("The database did not write in time who sees this.") from error

    async def _store_all(self, tenant_id: TenantId) -> None:
        """Store what waits for a tenant, until nothing does."""
        waiting = self._waiting[tenant_id]
        try:
            async with self._turns:
                while batch := _next_batch(waiting):
                    await self._store(tenant_id, batch)
        except asyncio.CancelledError as error:
            for note in waiting:
                note.refuse(error)
            raise
        finally:
            del self._waiting[tenant_id], self._writers[tenant_id]

    async def _store(self, tenant_id: TenantId, batch: list[_Note]) -> None:
        """Store a batch. What the database refuses for its content is found by storing each reader's part alone."""
        try:
            async with asyncio.timeout(STORE_SECONDS), self._uow(tenant_id) as tx:
                for note in batch:
                    tx.audit.record(note.action, by=note.by, on=note.on, after=note.after)
        except (UnavailableError, TimeoutError, asyncio.CancelledError) as error:
            for note in batch:
                note.refuse(error)
            if isinstance(error, asyncio.CancelledError):
                raise
        except Exception as error:  # noqa: BLE001 - it is the reader's, and nobody else's in the batch
            if len(batch) == 1:
                batch[0].fail(error)
                return
            for note in batch:
                await self._store(tenant_id, [note])
        else:
            for note in batch:
                note.succeed()


def _next_batch(waiting: deque[_Note]) -> list[_Note]:
    """Take those who wait, up to the bound; who gave up meanwhile is left out."""
    batch: list[_Note] = []
    while waiting and len(batch) < BATCH_NOTES:
        note = waiting.popleft()
        if not note.done.done():
            batch.append(note)
    return batch
