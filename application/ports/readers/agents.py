"""Who is there, what they have in hand, and what they did."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.people.status import Status
from domain.shared.ids import DepartmentId, TenantId, UserId

AGENT_SORTS = ("name", "created_at", "role")


class AgentFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which people; `among` and `outside` are ids that are wanted, or not."""

    among: Collection[UserId] | None = None
    outside: Collection[UserId] | None = None
    department: DepartmentId | None = None


class AgentRow(msgspec.Struct, frozen=True, kw_only=True):
    """One person who can log in: what they chose, and how many open conversations are assigned to them."""

    id: UserId
    name: str
    role: str
    department_ids: list[DepartmentId]
    chosen: Status
    chosen_at: datetime | None
    open_conversations: int
    capacity: int
    created_at: datetime


class AgentStats(msgspec.Struct, frozen=True, kw_only=True):
    """What a person did. `handled_today` counts conversations that they wrote in, by the company's own day.

    `average_first_response_seconds` is over the conversations of the last seven days that are theirs, from their
    beginning to the first message of a person.
    """

    handled_today: int
    open_conversations: int
    resolved_last_7_days: int
    average_first_response_seconds: float | None
    capacity: int


class AgentList(Protocol):
    """Reads who works."""

    async def page(self, tenant_id: TenantId, *, filters: AgentFilters, page: PageRequest) -> Page[AgentRow]:
        """Give a page of those who can log in. Raises MalformedError for the cursor."""
        ...

    async def stats(self, tenant_id: TenantId, *, user_id: UserId, today: datetime, week: datetime) -> AgentStats:
        """Count what a user did since the day began and since a week ago. Raises UserNotFoundError."""
        ...
