"""What a company's models took, and what those that are being asked may take."""

from datetime import date, datetime
from typing import Protocol
from uuid import UUID

import msgspec

from domain.ai.usage import Hold, Used


class UsageDay(msgspec.Struct, frozen=True, kw_only=True):
    """What a model took on a day (UTC); `cost_micros` in millionths of the currency's unit."""

    day: date
    model: str
    calls: int
    input_tokens: int
    output_tokens: int
    cost_micros: int


class AiUsageRepository(Protocol):
    """Counts. Whoever asks a model holds what it may take first, and settles after; between, others see it as taken."""

    async def hold(self, hold_id: UUID, hold: Hold, *, now: datetime) -> bool:
        """Take it from what the month has left; False, and nothing taken, where that is less.

        Two who ask at once are told one after the other, so that a cap is never passed by asking in parallel.
        """
        ...

    async def settle(self, hold_id: UUID, used: Used | None, *, model: str, at: datetime) -> None:
        """Count what was taken instead of what was held; None where nothing was."""
        ...

    async def month(self, first: date) -> list[UsageDay]:
        """Give the days of the month that begins on `first`, by day and model."""
        ...
