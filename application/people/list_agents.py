"""Who is there, and how much they have in hand."""

from datetime import datetime

import msgspec

from application.people.settle_presence import SeenAs, SettlePresence
from application.ports.readers.agents import AgentFilters, AgentList, AgentRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.people.status import Status
from domain.shared.ids import DepartmentId, UserId


class ListAgents(msgspec.Struct, frozen=True, kw_only=True):
    """Whom: those seen in this way, or everybody who is not offline; of one department, or of all."""

    status: Status | None = None
    department: DepartmentId | None = None


class Agent(msgspec.Struct, frozen=True, kw_only=True):
    """One person. `is_automatic` when they are seen otherwise than they chose; `chosen_at` is null before they did."""

    id: UserId
    name: str
    role: str
    status: Status
    chosen_status: Status
    chosen_at: datetime | None
    is_automatic: bool
    last_seen_at: datetime | None
    department_ids: list[DepartmentId]
    open_conversations: int
    capacity: int


class ListAgentsHandler:
    """Needs users:read. While signs of life are lost nobody is known to be there."""

    def __init__(self, *, settle: SettlePresence, agents: AgentList) -> None:
        self._settle, self._agents = settle, agents

    async def __call__(self, actor: Actor, command: ListAgents, *, page: PageRequest) -> Page[Agent]:
        """Give a page. Raises MalformedError."""
        actor.require(Permission.USERS_READ)
        seen_as = await self._settle(actor.tenant_id)
        filters = _filters(command, seen_as)
        found = await self._agents.page(actor.tenant_id, filters=filters, page=page)
        return Page(
            items=[_agent(row, seen_as.get(row.id)) for row in found.items],
            page=found.page,
            limit=found.limit,
            total=found.total,
            next_cursor=found.next_cursor,
        )


def _filters(command: ListAgents, seen_as: dict[UserId, SeenAs]) -> AgentFilters:
    """Say who they are by their ids: how they are seen is not in the database."""
    if command.status is Status.OFFLINE:
        there = [user_id for user_id, one in seen_as.items() if one.status is not Status.OFFLINE]
        return AgentFilters(outside=there, department=command.department)
    wanted = {command.status} if command.status else set(Status) - {Status.OFFLINE}
    among = [user_id for user_id, one in seen_as.items() if one.status in wanted]
    return AgentFilters(among=among, department=command.department)


def _agent(row: AgentRow, seen_as: SeenAs | None) -> Agent:
    status = Status.OFFLINE if seen_as is None else seen_as.status
    return Agent(
        id=row.id,
        name=row.name,
        role=row.role,
        status=status,
        chosen_status=row.chosen,
        chosen_at=row.chosen_at,
        is_automatic=status is not row.chosen,
        last_seen_at=None if seen_as is None or seen_as.marks is None else seen_as.marks.seen_at,
        department_ids=row.department_ids,
        open_conversations=row.open_conversations,
        capacity=row.capacity,
    )
