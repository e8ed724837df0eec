"""What operators look at and do: lanes and their lag, dead letters, workers."""

from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

import msgspec

from application.ports.lanes import LaneKind
from domain.shared.errors import ConflictError
from domain.shared.ids import TenantId, WhatsAppConfigId


class LaneState(msgspec.Struct, frozen=True, kw_only=True):
    """One lane as it stands."""

    kind: LaneKind
    key: str
    tenant_id: TenantId | None
    due_at: datetime | None
    leased_until: datetime | None
    lease_owner: str | None
    attempts: int
    crashes: int
    error: str | None


class Lag(msgspec.Struct, frozen=True, kw_only=True):
    """How far the workers are behind: the age of the oldest due lane that nobody has, and what lies waiting."""

    oldest_due: dict[LaneKind, timedelta]
    webhooks: int
    items: int
    dead_letters: int


class LaneBoard(Protocol):
    """Shows the lanes; changes nothing."""

    async def lanes(self, *, kind: LaneKind | None = None, limit: int) -> list[LaneState]:
        """Give lanes with something due, leased or in trouble: those longest due first."""
        ...

    async def lag(self) -> Lag:
        """Measure how far the workers are behind."""
        ...


class BuriedLetter(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was given up. Its body is what people wrote: show it only to those who may read it."""

    id: UUID
    kind: LaneKind
    key: str
    tenant_id: TenantId | None
    config_id: WhatsAppConfigId | None
    body: bytes
    error: str
    at: datetime

    def __repr__(self) -> str:
        """Show no body."""
        return f"BuriedLetter(id={self.id}, kind={self.kind}, error={self.error!r})"


class NotReplayableError(ConflictError):
    """The letter holds something that no lane takes as it is."""

    code = "LETTER_NOT_REPLAYABLE"


class LetterCount(msgspec.Struct, frozen=True, kw_only=True):
    """How often one kind of error gave something up; `error` is its first word, never a text that people wrote."""

    error: str
    last_hour: int
    total: int


class DeadLetters(Protocol):
    """Keeps what was given up until somebody looks."""

    async def page(
        self, *, tenant_id: TenantId | None = None, before: UUID | None = None, limit: int
    ) -> list[BuriedLetter]:
        """List letters, those with the newest ids first; the next page is `before` the last one's id."""
        ...

    async def tally(self) -> list[LetterCount]:
        """Count the letters by their errors, those most frequent in the last hour first."""
        ...

    async def get(self, letter_id: UUID) -> BuriedLetter | None:
        """Read one letter."""
        ...

    async def replay(self, letter_id: UUID) -> bool:
        """Put the letter back at the end of its lane and wake that; False if it is gone. Raises NotReplayableError."""
        ...


class WorkerState(msgspec.Struct, frozen=True, kw_only=True):
    """One worker process; `busy` counts the lanes it has in hand."""

    id: str
    started_at: datetime
    seen_at: datetime
    busy: int


class Workers(Protocol):
    """The worker processes that run, as far as is known."""

    async def beat(self, worker_id: str, *, busy: int) -> None:
        """Say that a worker is alive."""
        ...

    async def remove(self, worker_id: str) -> None:
        """Forget a worker that ends."""
        ...

    async def all(self) -> list[WorkerState]:
        """List them, those seen last first."""
        ...
