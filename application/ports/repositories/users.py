"""The people of a tenant."""

from typing import Protocol

from domain.identity.user import User
from domain.shared.ids import UserId


class UserRepository(Protocol):
    """Keeps users; those who were deleted are not found."""

    async def get(self, user_id: UserId) -> User:
        """Load a user. Raises UserNotFoundError."""
        ...

    async def add(self, user: User) -> None:
        """Write a new user. Raises EmailTakenError."""
        ...

    async def save(self, user: User) -> None:
        """Write changes and events. Raises StaleVersionError, EmailTakenError."""
        ...

    async def count_active_admins(self) -> int:
        """Count those who can manage the company, with their rows locked, so that the last one stays."""
        ...
