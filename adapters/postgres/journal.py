"""Where webhooks are kept before anybody says 200: calls in flight share one commit.

While one batch is being committed, whoever arrives waits for the next one. A lone caller waits for nobody.
"""

import asyncio
from collections import deque
from collections.abc import Iterator, Sequence

import msgspec

from adapters.postgres.database import Database
from adapters.postgres.nobody import NOBODY, to_column
from adapters.postgres.running import execute
from adapters.postgres.statements import Statement
from application.ports.journal import JournalUnavailableError
from application.ports.lanes import LaneKind, Webhook
from application.ports.wakeups import Wakeups
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId

BATCH_ROWS = 500
"""Beyond this a batch gains nothing (measured: the commit is shared well before), and its callers wait longer."""
BATCH_BYTES = 4 * 1024 * 1024
"""One statement's parameters; a body has at most some MiB, and one larger than this goes alone."""
WAITING_BYTES = 64 * 1024 * 1024
"""What may wait in memory while the database is slow; beyond it the provider is told to come again."""
STORE_SECONDS = 4.0
"""A batch that is not stored by then will not be soon: free its callers."""
ACK_SECONDS = 5.0
"""Meta gives up a delivery after some seconds and repeats it; waiting longer helps nobody."""

UNROUTED = "unrouted"
"""The lane of webhooks whose config is not known."""

_APPEND = Statement("""
WITH stored AS (
  INSERT INTO platform.webhook_journal (id, lane_key, tenant_id, config_id, body, received_at)
  SELECT row.id, row.lane_key, row.tenant_id, row.config_id, row.body, row.received_at
  FROM unnest(CAST(:ids AS uuid[]), CAST(:lane_keys AS text[]), CAST(:tenant_ids AS uuid[]),
      CAST(:config_ids AS uuid[]), CAST(:bodies AS bytea[]), CAST(:times AS timestamptz[]))
    WITH ORDINALITY AS row (id, lane_key, tenant_id, config_id, body, received_at, place)
  ORDER BY row.place
  ON CONFLICT (id) DO NOTHING)
INSERT INTO platform.lanes AS lane (tenant_id, kind, key, due_at, signal)
SELECT woken.tenant_id, 'journal', woken.key, clock_timestamp(), 1
FROM unnest(CAST(:woken AS text[]), CAST(:owners AS uuid[])) WITH ORDINALITY AS woken (key, tenant_id, place)
ORDER BY woken.place
ON CONFLICT (kind, key) DO UPDATE
SET due_at = LEAST(lane.due_at, EXCLUDED.due_at), signal = lane.signal + 1
""")


class _Entry(msgspec.Struct, eq=False):
    """One caller: its webhooks, and the future that it waits on."""

    webhooks: list[Webhook]
    done: asyncio.Future[None]
    size: int

    def succeed(self) -> None:
        if not self.done.done():
            self.done.set_result(None)

    def expire(self) -> None:
        self.fail(JournalUnavailableError("the database did not store the webhook in time"))

    def fail(self, error: Exception) -> None:
        if not self.done.done():
            self.done.set_exception(error)


class PostgresJournal:
    """Stores webhooks on the platform role, many callers' in one statement."""

    def __init__(self, database: Database, *, wakeups: Wakeups) -> None:
        self._database = database
        self._wakeups = wakeups
        self._waiting: deque[_Entry] = deque()
        self._waiting_bytes = 0
        self._storing: asyncio.Task[None] | None = None
        self._nudging: asyncio.Task[None] | None = None
        self._is_closed = False

    async def append(self, webhooks: list[Webhook]) -> None:
        """Store durably and wake the lanes. Returns after the commit. Raises JournalUnavailableError."""
        if not webhooks:
            return
        entry = self._admit(webhooks)
        if self._storing is None or self._storing.done():
            self._storing = asyncio.create_task(self._store_all())
        expiry = entry.done.get_loop().call_later(ACK_SECONDS, entry.expire)  # asyncio.timeout: four times as dear
        try:
            await entry.done
        finally:
            expiry.cancel()

    async def close(self) -> None:
        """Take nothing more; return when what was taken is stored or refused."""
        self._is_closed = True
        for task in (self._storing, self._nudging):
            if task is not None:
                await asyncio.wait([task])

    def _admit(self, webhooks: list[Webhook]) -> _Entry:
        size = sum(len(webhook.body) for webhook in webhooks)
        if self._is_closed:
            raise JournalUnavailableError("the journal is closed")
        if self._waiting and self._waiting_bytes + size > WAITING_BYTES:
            raise JournalUnavailableError("too much is waiting for the database")
        entry = _Entry(webhooks, asyncio.get_running_loop().create_future(), size)
        self._waiting.append(entry)
        self._waiting_bytes += size
        return entry

    async def _store_all(self) -> None:
        while batch := self._next_batch():
            await self._store(batch)
            self._nudge()

    def _next_batch(self) -> list[_Entry]:
        """Take those who wait, up to the bounds, but one at least; who gave up meanwhile is left out."""
        batch: list[_Entry] = []
        rows = size = 0
        while self._waiting:
            entry = self._waiting[0]
            if batch and (rows + len(entry.webhooks) > BATCH_ROWS or size + entry.size > BATCH_BYTES):
                break
            self._waiting.popleft()
            self._waiting_bytes -= entry.size
            if not entry.done.done():
                batch.append(entry)
                rows, size = rows + len(entry.webhooks), size + entry.size
        return batch

    async def _store(self, batch: list[_Entry]) -> None:
        """Store a batch. What the database refuses for its content is found by storing each caller's part alone."""
        try:
            async with asyncio.timeout(STORE_SECONDS):
                await self._insert([webhook for entry in batch for webhook in entry.webhooks])
        except (UnavailableError, TimeoutError) as error:
            _refuse(batch, error)
        except asyncio.CancelledError as error:
            _refuse([*batch, *self._waiting], error)
            raise
        except Exception as error:  # noqa: BLE001 - it is the callers', and nobody else's in the batch
            if len(batch) == 1:
                batch[0].fail(error)
                return
            for entry in batch:
                await self._store([entry])
        else:
            for entry in batch:
                entry.succeed()

    async def _insert(self, webhooks: Sequence[Webhook]) -> None:
        woken = dict(sorted(_lanes(webhooks)))
        async with self._database.connection() as connection:
            await execute(
                connection,
                _APPEND,
                ids=[webhook.id for webhook in webhooks],
                lane_keys=[_lane_key(webhook) for webhook in webhooks],
                tenant_ids=[to_column(webhook.tenant_id) for webhook in webhooks],
                config_ids=[webhook.config_id for webhook in webhooks],
                bodies=[webhook.body for webhook in webhooks],
                times=[webhook.received_at for webhook in webhooks],
                woken=list(woken.keys()),
                owners=list(woken.values()),
            )

    def _nudge(self) -> None:
        """Tell the workers, without making the next batch wait for it; while a nudge is on its way, one is enough."""
        if self._nudging is None or self._nudging.done():
            self._nudging = asyncio.create_task(self._wakeups.nudge({LaneKind.JOURNAL}))


def _lane_key(webhook: Webhook) -> str:
    return UNROUTED if webhook.config_id is None else str(webhook.config_id)


def _lanes(webhooks: Sequence[Webhook]) -> Iterator[tuple[str, TenantId]]:
    for webhook in webhooks:
        key = _lane_key(webhook)
        yield key, NOBODY if key == UNROUTED else to_column(webhook.tenant_id)


def _refuse(batch: Sequence[_Entry], error: BaseException) -> None:
    for entry in batch:
        refusal = JournalUnavailableError("the database did not store the webhook")
        refusal.__cause__ = error
        entry.fail(refusal)
