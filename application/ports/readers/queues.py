"""The queues of departments, in figures, and the departments' names for whoever passes a conversation on."""

from datetime import datetime
from typing import Protocol

import msgspec

from domain.shared.ids import DepartmentId, TenantId


class QueueFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What waits in a department, since when, and how many conversations its people got since a time."""

    waiting: int
    oldest_waiting_since: datetime | None
    given_out: int


class DepartmentName(msgspec.Struct, frozen=True, kw_only=True):
    """A department as whoever chooses one sees it."""

    id: DepartmentId
    name: str
    description: str
    is_default: bool
    waiting: int


class QueueBoard(Protocol):
    """Reads queues."""

    async def figures(self, tenant_id: TenantId, *, department_id: DepartmentId, since: datetime) -> QueueFigures:
        """Give a department's figures."""
        ...

    async def directory(self, tenant_id: TenantId) -> list[DepartmentName]:
        """Give all departments by name: some dozens."""
        ...
