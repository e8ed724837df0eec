"""Departments: teams that a conversation can wait for."""

from collections.abc import Collection
from typing import Protocol

from domain.people.department import Department
from domain.shared.ids import DepartmentId, UserId


class DepartmentRepository(Protocol):
    """Keeps departments and who is in them; those that were deleted are not found."""

    async def find(self, name_or_id: str) -> DepartmentId | None:
        """Find a department by its id or its name (case and accents folded); it stays until the transaction ends."""
        ...

    async def get(self, department_id: DepartmentId) -> Department:
        """Load a department. Raises DepartmentNotFoundError."""
        ...

    async def get_to_delete(self, department_id: DepartmentId) -> Department:
        """Load a department; nothing new comes into it until the transaction ends. Raises DepartmentNotFoundError."""
        ...

    async def default(self) -> Department | None:
        """Load the default one; None while the tenant has no department."""
        ...

    async def add(self, department_id: DepartmentId, *, name: str, description: str = "") -> None:
        """Write a department; the first is the default. Raises DepartmentTakenError."""
        ...

    async def save(self, department: Department) -> None:
        """Write changes. Raises StaleVersionError, DepartmentTakenError."""
        ...

    async def is_in_use(self, department_id: DepartmentId) -> bool:
        """Whether open conversations are in it."""
        ...

    async def known(self, department_ids: Collection[DepartmentId]) -> set[DepartmentId]:
        """Give those of the ids that are departments of the tenant."""
        ...

    async def members(self, department_id: DepartmentId) -> set[UserId]:
        """Give who is in it."""
        ...

    async def of_member(self, user_id: UserId) -> set[DepartmentId]:
        """Give in which a user is."""
        ...

    async def set_members(self, department_id: DepartmentId, user_ids: Collection[UserId]) -> None:
        """Replace who is in it."""
        ...

    async def set_departments(self, user_id: UserId, department_ids: Collection[DepartmentId]) -> None:
        """Replace in which a user is."""
        ...
