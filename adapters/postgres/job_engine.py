"""Does jobs with pgqueuer: leases, heartbeats, retries, held jobs, schedules; on a connection of the platform role.

pgqueuer ends when its connection does, so `run` ends too and is called again. What it is kept from: deleting a job
whose task was cancelled (it is given back), holding one because the database was away at the end of its try (its
lease runs out instead), and noting what an exception says (it gets a name and a place).
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta

import asyncpg
import msgspec
from pgqueuer import PgQueuer, Queries, RetryRequested
from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment, QueryQueueBuilder, QuerySchedulerBuilder
from pgqueuer.db import AsyncpgDriver
from pgqueuer.models import Job, Schedule, TracebackRecord
from pgqueuer.types import Channel

from adapters.postgres.database import SESSION, Role
from adapters.postgres.errors import CONNECT_SECONDS, end, translating, translating_connect
from adapters.postgres.job_names import NAMES
from adapters.postgres.statements import Statement
from application.ports.jobs import Hold, JobInHand, Outcome, TryAgain, Work

ANSWER_SECONDS = 20.0
"""Longer than any statement may take; a server that says nothing for so long is away, whatever the socket says."""
KEEP_LOG = timedelta(days=7)
"""What was done and what went wrong; of a job that is held, until it is done."""
LOG_CRON = "23 * * * *"

_FORGET_LOG = Statement("""
DELETE FROM platform.job_log AS entry
WHERE created < now() - CAST(:keep AS interval) AND NOT EXISTS (SELECT FROM platform.jobs WHERE id = entry.job_id)
""")


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """How many jobs one process does at once, and how long things may take."""

    batch: int = 4
    at_once: int = 8
    """At least two batches (pgqueuer's rule); jobs wait for others' servers more than for this one."""
    look: timedelta = timedelta(milliseconds=250)
    """To the next look when there was nothing to do: a contact may be waiting for what a flow asked of the world."""
    lease: timedelta = timedelta(seconds=30)
    """A dead worker's jobs wait so long; a live one prolongs its leases every half of it."""
    last: timedelta = timedelta(seconds=20)
    """What is in hand when we stop may take so long; then it is given back."""


class JobHeldError(Exception):
    """What pgqueuer notes of a job that is held: the name of what was wrong and a place."""


class PostgresJobEngine:
    """Does jobs, some at once."""

    def __init__(self, url: str, *, pace: Pace | None = None) -> None:
        self._url, self._pace = url, pace or Pace()

    async def run(
        self,
        work: Work,
        *,
        kinds: Collection[str],
        crons: Mapping[str, str],
        due: Callable[[str], Awaitable[None]],
        until: asyncio.Event,
    ) -> None:
        """Work until the event. Raises DatabaseUnavailableError when the connection breaks."""
        async with self._connection() as connection:
            driver, shift = AsyncpgDriver(connection), _Shift(work, pace=self._pace)
            queuer = _queuer(driver)
            for kind in kinds:
                queuer.entrypoint(kind, accepts_context=False, on_failure="hold")(shift.do)
            for kind, expression in crons.items():
                queuer.schedule(kind, expression, accepts_context=False)(_calling(due, kind))
            queuer.schedule("job_log", LOG_CRON, accepts_context=False)(_forgetting(driver))
            await shift.run(queuer, until)

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[asyncpg.Connection]:
        """Connect without our `jsonb` codec: pgqueuer encodes and decodes by itself."""
        settings = {**SESSION, "role": Role.PLATFORM.value}
        with translating_connect():
            connection = await asyncpg.connect(
                dsn=self._url, timeout=CONNECT_SECONDS, command_timeout=ANSWER_SECONDS, server_settings=settings
            )
        try:
            with translating(connection):
                yield connection
        finally:
            end(connection)


class _Shift:
    """One run: the jobs in hand, and what becomes of them."""

    def __init__(self, work: Work, *, pace: Pace) -> None:
        self._work, self._pace = work, pace
        self._in_hand: set[asyncio.Future[Outcome]] = set()

    async def run(self, queuer: PgQueuer, until: asyncio.Event) -> None:
        """Do what the queuer takes."""
        stopping = asyncio.create_task(self._stop(queuer, until))
        try:
            await queuer.run(
                dequeue_timeout=self._pace.look,
                batch_size=self._pace.batch,
                max_concurrent_tasks=self._pace.at_once,
                heartbeat_timeout=self._pace.lease,
                log_aggregation_interval=timedelta(),  # we count for Prometheus ourselves
            )
        finally:
            stopping.cancel()
            await asyncio.gather(stopping, return_exceptions=True)

    async def do(self, job: Job) -> None:
        """Do one job; raises what pgqueuer takes for its outcome."""
        in_hand = JobInHand(id=job.id, kind=job.entrypoint, payload=job.payload or b"", tries=job.attempts)
        match await self._outcome(in_hand):
            case TryAgain(after=after, error=error):
                raise RetryRequested(after, error)
            case Hold(error=error):
                raise JobHeldError(error)

    async def _outcome(self, job: JobInHand) -> Outcome:
        """Do it; when we are cut off it is given back, for pgqueuer deletes a job whose task was cancelled."""
        task = asyncio.ensure_future(self._work(job))
        self._in_hand.add(task)
        try:
            return await task
        except asyncio.CancelledError:
            return TryAgain(after=timedelta(), error="the worker stopped")
        finally:
            self._in_hand.discard(task)

    async def _stop(self, queuer: PgQueuer, until: asyncio.Event) -> None:
        await until.wait()
        queuer.shutdown.set()
        await asyncio.sleep(self._pace.last.total_seconds())
        for task in self._in_hand:
            task.cancel()


class _Queries(Queries):
    """Asks the database."""

    async def retry_job(self, job: Job, delay: timedelta, traceback_record: TracebackRecord | None) -> None:
        """Give a job back; where that fails its lease runs out, which comes to the same. pgqueuer would hold it."""
        away = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, TimeoutError)
        with contextlib.suppress(*away):
            await super().retry_job(job, delay, traceback_record)


def _queuer(driver: AsyncpgDriver) -> PgQueuer:
    queries = _Queries(
        driver,
        qbe=QueryBuilderEnvironment(NAMES),
        qbq=QueryQueueBuilder(NAMES),
        qbs=QuerySchedulerBuilder(NAMES),
    )
    return PgQueuer(driver, channel=Channel(NAMES.channel), queries=queries)


def _calling(due: Callable[[str], Awaitable[None]], kind: str) -> Callable[[Schedule], Awaitable[None]]:
    async def call(_: Schedule) -> None:
        await due(kind)

    return call


def _forgetting(driver: AsyncpgDriver) -> Callable[[Schedule], Awaitable[None]]:
    async def forget(_: Schedule) -> None:
        await driver.execute(_FORGET_LOG.sql, *_FORGET_LOG.arguments({"keep": KEEP_LOG}))

    return forget
