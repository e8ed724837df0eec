"""Background jobs: everything that may be done later and in any order. Ordered message work has its lanes instead."""

from datetime import timedelta
from typing import Protocol

import msgspec


class Job(msgspec.Struct, frozen=True, kw_only=True, tag_field="job"):
    """An order for later. A subclass, with a tag of its own, is one kind; it holds ids and never a secret or a text.

    A job is done at least once, so its handler says by what it is idempotent.
    """


class JobQueue(Protocol):
    """A transaction's part in the jobs (`tx.jobs`): what it puts is there when it commits, and only then."""

    def put(self, job: Job, *, after: timedelta = timedelta(), key: str | None = None) -> None:
        """Order it; while one with the same `key` waits, a second is not kept."""
        ...


class Jobs(Protocol):
    """The same outside a tenant's transaction."""

    async def put(self, job: Job, *, after: timedelta = timedelta(), key: str | None = None) -> None:
        """Order it, durably. Raises UnavailableError."""
        ...
