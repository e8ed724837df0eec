"""The waiting queue: what waits for people, and who could take it."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from domain.people.department import Assignment
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId
from domain.support.assignment import InTurn, Member


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """A department whose conversations are given out."""

    department_id: DepartmentId
    assignment: Assignment
    assigns_out_of_hours: bool


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A conversation's place: by priority, then by its time in the queue."""

    urgency: int
    queued_at: datetime
    one: InTurn


class WaitingRepository(Protocol):
    """Reads the queue, for whoever changes it in the same transaction."""

    async def lock_queues(self) -> list[Queue]:
        """Give the departments that give their conversations out; nobody else gets them until the transaction ends."""
        ...

    async def members(self, *, departments: Collection[DepartmentId], there: Collection[UserId]) -> list[Member]:
        """Give those of the people who are in the departments, may log in, and may reply."""
        ...

    async def next(
        self, department_id: DepartmentId, *, limit: int, now: datetime, agents_since: datetime
    ) -> list[Place]:
        """Give what waits there and nobody has, the first in turn first; others wait before they change it.

        What sleeps waits for nobody. `last_agent` is who had the contact since `agents_since`.
        """
        ...

    async def note_assigned(self, user_id: UserId, *, department_id: DepartmentId, at: datetime) -> None:
        """Remember that it was their turn."""
        ...

    async def without_department(self, *, limit: int) -> list[ConversationId]:
        """List what waits and is in no department."""
        ...

    async def unanswered(
        self, user_id: UserId, *, department_id: DepartmentId | None, now: datetime
    ) -> list[ConversationId]:
        """List what somebody has, in a department or any, and has not answered since its contact last wrote."""
        ...

    async def ahead_of(self, department_id: DepartmentId | None, *, priority: str, queued_at: datetime) -> int:
        """Count what is in turn before a conversation of this priority and time, which is not written yet."""
        ...

    async def said_lately(self, contact_id: ContactId, *, since: datetime) -> int:
        """Count what was said by itself to a contact since a time."""
        ...
