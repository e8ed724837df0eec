"""Departments: teams that a conversation can wait for."""

from typing import Protocol

from domain.shared.ids import DepartmentId


class DepartmentRepository(Protocol):
    """Keeps departments."""

    async def find(self, name_or_id: str) -> DepartmentId | None:
        """Find a department by its id or its name (case and accents folded)."""
        ...

    async def add(self, department_id: DepartmentId, *, name: str) -> None:
        """Write a department."""
        ...
