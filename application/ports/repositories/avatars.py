"""People's pictures."""

from datetime import datetime
from typing import Protocol

from domain.identity.avatar import Avatar
from domain.shared.ids import UserId


class AvatarRepository(Protocol):
    """Keeps one a user."""

    async def find(self, user_id: UserId) -> Avatar | None:
        """Load a user's picture, if there is one and the user was not deleted."""
        ...

    async def put(self, user_id: UserId, avatar: Avatar, *, at: datetime) -> None:
        """Keep it in the place of the one before."""
        ...

    async def remove(self, user_id: UserId) -> None:
        """Keep none."""
        ...
