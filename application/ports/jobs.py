"""Background jobs: everything that may be done later and in any order. Ordered message work has its lanes instead."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Protocol

import msgspec

from domain.shared.ids import TenantId


class Job(msgspec.Struct, frozen=True, kw_only=True, tag_field="job"):
    """An order for later. A subclass, with a tag of its own, is one kind; it holds ids and never a secret or a text.

    A job is done at least once, so its handler says by what it is idempotent.
    """


def kind_of(job: type[Job]) -> str:
    """Give the word by which a kind of job is known."""
    return str(job.__struct_config__.tag)


class ForeignJobError(Exception):
    """A transaction of one tenant ordered work in another's: a mistake in the program, whoever asked."""


class JobQueue(Protocol):
    """A transaction's part in the jobs (`tx.jobs`): what it puts is there when it commits, and only then."""

    def put(self, job: Job, *, after: timedelta = timedelta(), key: str | None = None) -> None:
        """Order it; while one with the same `key` waits in this tenant, a second is not kept.

        One that has begun does not wait any more: whatever is ordered from then on is done after it.
        Raises ForeignJobError for a job that names another tenant than the transaction's.
        """
        ...


class Jobs(Protocol):
    """The same outside a tenant's transaction."""

    async def put(self, job: Job, *, after: timedelta = timedelta(), key: str | None = None) -> None:
        """Order it, durably. Raises UnavailableError."""
        ...


class JobInHand(msgspec.Struct, frozen=True, kw_only=True):
    """A job that is to be done now; `tries` have failed before, and a worker that died with it counts as four."""

    id: int
    kind: str
    payload: bytes
    tries: int


class TryAgain(msgspec.Struct, frozen=True, kw_only=True):
    """It could not be done now. `error` is the name of what was wrong and a place, never anybody's text."""

    after: timedelta
    error: str


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """It cannot be done: it is kept aside until somebody looks."""

    error: str


Outcome = TryAgain | Hold | None
"""None: it is done."""

Work = Callable[[JobInHand], Awaitable[Outcome]]


class JobEngine(Protocol):
    """Leases jobs and does them, some at once, on a connection of its own; many run, and each job is one's."""

    async def run(
        self,
        work: Work,
        *,
        kinds: Collection[str],
        crons: Mapping[str, str],
        due: Callable[[str], Awaitable[None]],
        until: asyncio.Event,
    ) -> None:
        """Work until the event; jobs in hand are done then, or given back after some seconds.

        `crons` are cron expressions (UTC) by kind; one engine of all calls `due` at each. Raises UnavailableError, and
        is to be called again then.
        """
        ...


class HeldJob(msgspec.Struct, frozen=True, kw_only=True):
    """A job that was given up."""

    id: int
    kind: str
    tenant_id: TenantId | None
    payload: bytes
    error: str
    ordered_at: datetime
    held_at: datetime


class Backlog(msgspec.Struct, frozen=True, kw_only=True):
    """How far the jobs are behind: those that are due and nobody has, the age of the oldest, those held."""

    due: int
    oldest_due: timedelta
    held: int


class JobBoard(Protocol):
    """What operators look at and do."""

    async def held(self, *, limit: int) -> list[HeldJob]:
        """List jobs that were given up, the newest first."""
        ...

    async def retry(self, job_ids: Collection[int] | None = None) -> list[int]:
        """Let held jobs, or all of them, be tried anew; give the ids of those that were held."""
        ...

    async def drop(self, job_ids: Collection[int]) -> list[int]:
        """Forget held jobs, which then are never done; give the ids of those that were held."""
        ...

    async def backlog(self) -> Backlog:
        """Measure how far the jobs are behind."""
        ...
