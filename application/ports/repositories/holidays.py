"""A company's own holidays."""

from typing import Protocol

from domain.shared.ids import HolidayId
from domain.support.holidays import Holiday


class HolidayRepository(Protocol):
    """Keeps days that a company is closed, or open although others are not."""

    async def get(self, holiday_id: HolidayId) -> Holiday:
        """Load one. Raises HolidayNotFoundError."""
        ...

    async def add(self, holiday: Holiday) -> None:
        """Write one. Raises HolidayTakenError."""
        ...

    async def remove(self, holiday_id: HolidayId) -> None:
        """Forget one."""
        ...

    async def count(self) -> int:
        """Count them."""
        ...
