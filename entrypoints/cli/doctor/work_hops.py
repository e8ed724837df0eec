"""The hops of the work: workers, lanes, dead letters, background jobs. Nothing that people wrote is shown."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from application.ports.jobs import JobBoard
from application.ports.lanes import LaneKind
from application.ports.operations import DeadLetters, LaneBoard, LaneState, LetterCount, Workers
from entrypoints.cli.doctor import advice
from entrypoints.cli.doctor.finding import Finding, broken, good, not_tried
from entrypoints.cli.doctor.round import FACTS, WORKER, Hop, Round

SILENT_WORKER = timedelta(seconds=20)
"""A worker says that it lives every five seconds."""
LAG = timedelta(seconds=30)
"""A message that waits so long is one that its writer notices."""
HELD_LONG = timedelta(minutes=5)
"""A lease gives twenty items their turn, each some hundredths of a second."""
JOB_LAG = timedelta(minutes=2)
"""Nobody watches a background job; an e-mail that is waited for comes within seconds."""
LATELY = timedelta(hours=1)
ERRORS, CRASHES = 3, 2
"""In a row: one may be a restart of something, these are not."""
LOOKED_AT = 1_000
"""Lanes, those longest due first."""
NAMED = 3
ADDRESS_SHOWN = 4
"""Letters of a contact's address: enough to find it among a few, not enough to call."""


async def _workers(on: Round) -> Finding:
    workers: Workers = await on.container.get(Workers)
    now = await on.database_now()
    known = await workers.all()
    alive = [worker for worker in known if now - worker.seen_at < SILENT_WORKER]
    if alive:
        return good("workers", ", ".join(worker.id for worker in alive))
    on.blocked[WORKER] = "workers"
    last = f"; {known[0].id} was seen {(now - known[0].seen_at).total_seconds():.0f} s ago" if known else ""
    return broken("workers", f"none is running{last}", fix=advice.WORK)


async def _lanes(on: Round) -> Finding:
    board: LaneBoard = await on.container.get(LaneBoard)
    now = await on.database_now()
    lanes = await board.lanes(limit=LOOKED_AT)
    failing = [lane for lane in lanes if lane.attempts >= ERRORS or lane.crashes >= CRASHES]
    if failing:
        return broken(
            "lanes", _named([f"{_name(lane)} fails: {_trouble(lane)}" for lane in failing]), fix=advice.FAILING
        )
    late = [(lane, wait) for lane in lanes if (wait := _wait(lane, now=now)) is not None]
    if late and WORKER in on.blocked:
        return not_tried("lanes", because=on.blocked[WORKER])
    if late:
        return broken("lanes", _named([f"{_name(lane)} {wait}" for lane, wait in late]), fix=advice.LATE)
    lag = await board.lag()
    return good("lanes", f"{lag.webhooks} webhooks and {lag.items} items wait")


def _wait(lane: LaneState, *, now: datetime) -> str | None:
    """Say how long a lane waits, or is held, where that is too long."""
    if lane.due_at is None:
        return None
    waited = now - lane.due_at
    is_held = lane.leased_until is not None and lane.leased_until > now
    if waited <= (HELD_LONG if is_held else LAG):
        return None
    held = f", held by {lane.lease_owner}" if is_held else ""
    return f"waits since {waited.total_seconds():.0f} s{held}"


def _trouble(lane: LaneState) -> str:
    counts = f"{lane.attempts} errors, {lane.crashes} crashes"
    return f"{counts} ({lane.error.partition(':')[0]})" if lane.error else counts


def _name(lane: LaneState) -> str:
    """Name a lane; a contact's address is a person's, and is cut."""
    config, _, address = lane.key.partition(":")
    shown = f"{config}:…{address[-ADDRESS_SHOWN:]}" if lane.kind is LaneKind.CONTACT else lane.key
    return f"a {lane.kind} lane ({shown})"


async def _dead_letters(on: Round) -> Finding:
    letters: DeadLetters = await on.container.get(DeadLetters)
    counts = await letters.tally()
    lately, total = sum(count.last_hour for count in counts), sum(count.total for count in counts)
    if not total:
        return good("dead letters", "none")
    if not lately:
        return good("dead letters", f"{total}, none of them of the last hour (`pytake lanes dead` lists them)")
    return broken("dead letters", f"{lately} in the last hour, {total} in all: {_errors(counts)}", fix=advice.DEAD)


async def _jobs(on: Round) -> Finding:
    board: JobBoard = await on.container.get(JobBoard)
    now, behind, held = await on.database_now(), await board.backlog(), await board.held(limit=LOOKED_AT)
    lately = [job for job in held if now - job.held_at < LATELY]
    if lately:
        kinds = _named([f"{kind} ×{count}" for kind, count in Counter(job.kind for job in lately).most_common()])
        return broken(
            "jobs", f"{len(lately)} given up in the last hour, {behind.held} in all: {kinds}", fix=advice.JOBS
        )
    if behind.oldest_due > JOB_LAG and WORKER in on.blocked:
        return not_tried("jobs", because=on.blocked[WORKER])
    if behind.oldest_due > JOB_LAG:
        waited = behind.oldest_due.total_seconds()
        return broken("jobs", f"{behind.due} are due, the oldest since {waited:.0f} s", fix=advice.LATE_JOBS)
    return good("jobs", f"{behind.due} are due, {behind.held} were given up (`pytake jobs list` lists them)")


def _errors(counts: Sequence[LetterCount]) -> str:
    return _named([f"{count.error} ×{count.last_hour}" for count in counts if count.last_hour])


def _named(names: list[str]) -> str:
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


_STORED = ("database", FACTS, "migrations")

WORK_HOPS = (
    Hop("workers", (*_STORED, "database writes"), _workers),
    Hop("lanes", _STORED, _lanes),
    Hop("dead letters", _STORED, _dead_letters),
    Hop("jobs", _STORED, _jobs),
)
