"""The people of a tenant."""

from collections.abc import Collection
from typing import Protocol

from domain.identity.permissions import Permission
from domain.identity.user import User
from domain.shared.ids import UserId


class UserRepository(Protocol):
    """Keeps users; those who were deleted are not found."""

    async def get(self, user_id: UserId) -> User:
        """Load a user. Raises UserNotFoundError."""
        ...

    async def find_by_email(self, email: str) -> User | None:
        """Find one of the tenant's users by the case-folded e-mail."""
        ...

    async def add(self, user: User) -> None:
        """Write a new user. Raises EmailTakenError."""
        ...

    async def save(self, user: User) -> None:
        """Write changes and events. Raises StaleVersionError, EmailTakenError.

        `last_login_at` is never moved back: a login writes it too, and counts no version.
        """
        ...

    async def count_active_admins(self) -> int:
        """Count those who can manage the company, with their rows locked, so that the last one stays."""
        ...

    async def holders_of(self, role: str) -> list[UserId]:
        """List who has a role, active or not."""
        ...

    async def who_may(self, permission: Permission) -> list[UserId]:
        """List who can log in and holds a permission."""
        ...

    async def known(self, user_ids: Collection[UserId]) -> set[UserId]:
        """Give those of the ids that are users of the tenant."""
        ...
