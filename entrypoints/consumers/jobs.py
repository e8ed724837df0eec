"""Background jobs: hands each to its use case, decides what becomes of one that fails, and survives the database."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta

import msgspec
import structlog

from application.ports.counters import Counters
from application.ports.emails import MailRefusedError
from application.ports.jobs import Hold, Job, JobEngine, JobInHand, Jobs, Outcome, TryAgain, kind_of
from domain.shared.errors import UnavailableError
from entrypoints.logs import place_of

TRIES = 12
"""With the pauses below, two and a half hours: longer than most outages of others, shorter than a token's life."""
FIRST_PAUSE = timedelta(seconds=5)
LONGEST_PAUSE = timedelta(hours=1)
LONGEST_JOB = timedelta(minutes=30)
"""A job that hangs must not hold its place for ever; larger work is cut into several jobs."""
FIRST_BACKOFF = 0.2
MAX_BACKOFF = 5.0
"""Seconds between tries while the database does not answer."""

Handler = Callable[[Job], Awaitable[None]]
"""A use case; it raises what stopped it."""

_log = structlog.get_logger(__name__)


class Every(msgspec.Struct, frozen=True, kw_only=True):
    """A job that is ordered by the clock: a cron expression, in UTC. It is ordered once, however many workers run."""

    cron: str
    job: Job


class JobTools(msgspec.Struct, frozen=True, kw_only=True):
    """What doing jobs needs of the world."""

    engine: JobEngine
    jobs: Jobs
    counters: Counters


class JobRunner:
    """Runs until `stop`. Many may run, on one machine or on many."""

    def __init__(self, tools: JobTools, *, handlers: Mapping[type[Job], Handler], every: Sequence[Every] = ()) -> None:
        self._tools = tools
        self._handlers = {kind_of(kind): (msgspec.json.Decoder(kind), handler) for kind, handler in handlers.items()}
        self._every = {kind_of(type(order.job)): order for order in every}
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Finish what is in hand and end."""
        self._stopping.set()

    async def run(self) -> None:
        """Work; while the database is away, try again and again."""
        pause = FIRST_BACKOFF
        while not self._stopping.is_set():
            began = time.monotonic()
            try:
                await self._tools.engine.run(
                    self._do,
                    kinds=list(self._handlers),
                    crons={kind: order.cron for kind, order in self._every.items()},
                    due=self._order,
                    until=self._stopping,
                )
            except Exception as error:  # noqa: BLE001 - whatever it is, the jobs wait in the database
                level = logging.WARNING if isinstance(error, UnavailableError) else logging.ERROR
                _log.log(level, "jobs_stand_still", error=type(error).__name__, at=place_of(error))
            pause = FIRST_BACKOFF if time.monotonic() - began > MAX_BACKOFF else min(pause * 2, MAX_BACKOFF)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), pause)

    async def _order(self, kind: str) -> None:
        """Order a job whose time has come. One that still waits from the last time is enough."""
        try:
            await self._tools.jobs.put(self._every[kind].job, key=f"every:{kind}")
        except UnavailableError as error:
            _log.warning("schedule_missed", kind=kind, error=type(error).__name__)

    async def _do(self, job: JobInHand) -> Outcome:
        since = time.monotonic()
        try:
            outcome = await self._try(job)
        finally:
            self._tools.counters.observe("job", time.monotonic() - since, kind=job.kind)
        self._tools.counters.count("jobs", kind=job.kind, outcome=_word_for(outcome))
        if outcome is not None:
            level = logging.WARNING if isinstance(outcome, TryAgain) else logging.ERROR
            word, what = _word_for(outcome), outcome.error
            _log.log(level, "job_failed", kind=job.kind, id=job.id, tries=job.tries + 1, outcome=word, error=what)
        return outcome

    async def _try(self, job: JobInHand) -> Outcome:
        decoder, handler = self._handlers[job.kind]
        if job.tries >= TRIES:
            return Hold(error="its workers died with it")
        try:
            order = decoder.decode(job.payload)
        except msgspec.MsgspecError as error:
            return Hold(error=_named(error))
        try:
            async with asyncio.timeout(LONGEST_JOB.total_seconds()):
                await handler(order)
        except MailRefusedError:  # nothing that anybody here could mend: done, and counted
            self._tools.counters.count("mails_refused", kind=job.kind)
            _log.warning("mail_refused", kind=job.kind, id=job.id)
        except Exception as error:  # noqa: BLE001 - one job's trouble must not end the others
            return _after(error, job)
        return None


def _after(error: Exception, job: JobInHand) -> TryAgain | Hold:
    if job.tries + 1 >= TRIES:
        return Hold(error=_named(error))
    jitter = (job.id % 100) / 100
    pause = min(FIRST_PAUSE * 2**job.tries, LONGEST_PAUSE) * (0.75 + 0.5 * jitter)
    return TryAgain(after=pause, error=_named(error))


def _named(error: Exception) -> str:
    """Name it and its place: an exception's own text may hold what must not be kept."""
    return f"{type(error).__name__} at {place_of(error)}"


def _word_for(outcome: Outcome) -> str:
    match outcome:
        case None:
            return "done"
        case TryAgain():
            return "postponed"
        case Hold():
            return "held"
