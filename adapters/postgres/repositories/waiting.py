"""The waiting queue in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.waiting_sql import (
    AHEAD_OF,
    LOCK_QUEUES,
    MEMBERS,
    NEXT,
    NOTE_ASSIGNED,
    SAID_LATELY,
    UNANSWERED,
    WITHOUT_DEPARTMENT,
)
from application.ports.repositories.waiting import Place, Queue
from domain.identity.permissions import Permission, built_in_permissions
from domain.identity.role import is_built_in, known_permissions
from domain.people.department import Assignment
from domain.shared.ids import ContactId, ConversationId, DepartmentId, UserId
from domain.support.assignment import InTurn, Member


class PostgresWaiting:
    """Reads the queue, and remembers whose turn it was."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def lock_queues(self) -> list[Queue]:
        """Give the departments that give their conversations out, and keep others from doing so."""
        rows = await self._connection.fetch(LOCK_QUEUES)
        return [
            Queue(
                department_id=DepartmentId(row["department_id"]),
                assignment=Assignment(row["assignment"]),
                assigns_out_of_hours=row["assigns_out_of_hours"],
            )
            for row in rows
        ]

    async def members(self, *, departments: Collection[DepartmentId], there: Collection[UserId]) -> list[Member]:
        """Give who could take something."""
        rows = await self._connection.fetch(MEMBERS, departments=list(departments), there=list(there))
        return [_member(row) for row in rows if _may_reply(row)]

    async def next(
        self, department_id: DepartmentId, *, limit: int, now: datetime, agents_since: datetime
    ) -> list[Place]:
        """Give what waits, and lock it."""
        rows = await self._connection.fetch(
            NEXT, department_id=department_id, limit=limit, now=now, agents_since=agents_since
        )
        return [_place(row) for row in rows]

    async def note_assigned(self, user_id: UserId, *, department_id: DepartmentId, at: datetime) -> None:
        """Remember that it was their turn."""
        await self._connection.execute(NOTE_ASSIGNED, user_id=user_id, department_id=department_id, at=at)

    async def without_department(self, *, limit: int) -> list[ConversationId]:
        """List what waits and is in no department."""
        return [row["id"] for row in await self._connection.fetch(WITHOUT_DEPARTMENT, limit=limit)]

    async def unanswered(
        self, user_id: UserId, *, department_id: DepartmentId | None, now: datetime
    ) -> list[ConversationId]:
        """List what somebody has not answered."""
        rows = await self._connection.fetch(UNANSWERED, user_id=user_id, department_id=department_id, now=now)
        return [row["id"] for row in rows]

    async def ahead_of(self, department_id: DepartmentId | None, *, priority: str, queued_at: datetime) -> int:
        """Count what is in turn before."""
        asked = {"department_id": department_id, "priority": priority, "queued_at": queued_at}
        return int(await self._connection.fetch_value(AHEAD_OF, **asked))

    async def said_lately(self, contact_id: ContactId, *, since: datetime) -> int:
        """Count what was said by itself."""
        first_id = UUID(int=int(since.timestamp() * 1000) << 80)
        return int(await self._connection.fetch_value(SAID_LATELY, contact_id=contact_id, first_id=first_id))


def _may_reply(row: Row) -> bool:
    role = row["role"]
    held = built_in_permissions(role) if is_built_in(role) else known_permissions(row["permissions"] or [])
    return Permission.CONVERSATIONS_REPLY in held


def _member(row: Row) -> Member:
    return Member(
        user_id=row["user_id"],
        department_id=row["department_id"],
        in_hand=row["in_hand"],
        capacity=row["capacity"],
        last_assigned_at=row["last_assigned_at"],
    )


def _place(row: Row) -> Place:
    return Place(
        urgency=row["urgency"],
        queued_at=row["queued_at"] or row["waiting_since"] or row["created_at"],
        one=InTurn(
            conversation_id=row["conversation_id"], department_id=row["department_id"], last_agent=row["last_agent"]
        ),
    )
