"""What people chose to be, and how much they can take."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from domain.people.status import ChosenStatus, Status
from domain.shared.ids import UserId


class StatusRepository(Protocol):
    """Keeps chosen statuses and capacities."""

    async def of(self, user_ids: Collection[UserId]) -> dict[UserId, ChosenStatus]:
        """Give what each chose; who never did has the default."""
        ...

    async def choose(self, user_id: UserId, status: Status, *, at: datetime) -> None:
        """Write what a user chose; `since` stays when it is the same as before."""
        ...

    async def set_capacity(self, user_id: UserId, capacity: int) -> None:
        """Write how many conversations a user can have at once."""
        ...
