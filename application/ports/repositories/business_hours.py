"""When a company is open, as it said."""

from typing import Protocol

import msgspec

from domain.shared.ids import DepartmentId
from domain.support.business_hours import BusinessHours
from domain.support.holidays import Holiday


class HoursRules(msgspec.Struct, frozen=True, kw_only=True):
    """All that decides when a company is open. `region` says whose public holidays are observed."""

    time_zone: str
    language: str
    region: str
    weeks: list[BusinessHours]
    holidays: list[Holiday]


class BusinessHoursRepository(Protocol):
    """Keeps weeks of opening hours, one for the company and one a department that has its own."""

    async def rules(self) -> HoursRules:
        """Load all that decides when it is open, in one statement. Raises TenantNotFoundError."""
        ...

    async def of(self, department_id: DepartmentId | None) -> BusinessHours | None:
        """Load those of a department, or the company's; None where none were set."""
        ...

    async def add(self, hours: BusinessHours) -> None:
        """Write new ones. Raises ConflictError when there are some, InvalidError for a department that is not there."""
        ...

    async def save(self, hours: BusinessHours) -> None:
        """Write changes. Raises StaleVersionError."""
        ...

    async def remove(self, department_id: DepartmentId | None) -> bool:
        """Forget them; False when there were none."""
        ...
