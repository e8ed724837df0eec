"""Who is there, and what they do."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, get, put
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.people.get_user_stats import GetUserStats
from application.people.list_agents import Agent, ListAgents, ListAgentsHandler
from application.people.set_status import SetStatus
from application.ports.readers.agents import AGENT_SORTS, AgentStats
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.errors import UserNotFoundError
from domain.identity.permissions import Permission
from domain.people.status import Status
from domain.shared.ids import DepartmentId, UserId
from entrypoints.http.actor import OWN_SESSION, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, PEOPLE, QUERY, SECURED, answers, body
from entrypoints.http.people import examples
from entrypoints.http.people.requests import SetStatusRequest
from entrypoints.http.people.responses import OwnStatus
from entrypoints.http.query import paged


def agents_of(
    status: Annotated[Status | None, QueryParameter(description="Seen so; without it, who is not offline.")] = None,
    department: Annotated[UUID | None, QueryParameter(description="In this department.")] = None,
) -> ListAgents:
    """Read whom to list."""
    return ListAgents(status=status, department=DepartmentId(department) if department else None)


@get(
    "/users/online",
    operation_id="ListAgents",
    summary="List who is there, how much they have in hand, and how much they can take.",
    description="Needs users:read. Seen as `away` is who was idle for the company's `away_after_minutes`, as `offline` "
    "of whom there was no sign of life for 75 seconds.",
    opt=needs(Permission.USERS_READ),
    dependencies={
        "filters": Provide(agents_of, sync_to_thread=False),
        "paging": paged(sorts=AGENT_SORTS, search=True),
    },
    responses=answers(200, Page[Agent], example=page_with(examples.AGENT), raises=(*BEARER, *QUERY)),
)
@inject
async def list_agents(
    actor: NamedDependency[Actor],
    filters: NamedDependency[ListAgents],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ListAgentsHandler],
) -> Page[Agent]:
    """Give one page."""
    return await use_case(actor, filters, page=paging)


@put(
    "/users/me/status",
    operation_id="SetStatus",
    summary="Choose how the others see you.",
    description="A person who is logged in, for themselves. The others are told at once.",
    opt=OWN_SESSION,
    responses=answers(200, OwnStatus, example=examples.OWN_STATUS, raises=(*BEARER, *BODY)),
)
@inject
async def set_status(
    data: Annotated[SetStatusRequest, body(examples.SET_STATUS)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SetStatus],
) -> OwnStatus:
    """Keep it, and tell how one is seen."""
    return OwnStatus.of(await use_case(actor, data.status))


@get(
    "/users/{user_id:uuid}/stats",
    operation_id="GetUserStats",
    summary="Count what a person did lately.",
    description="Needs users:read. Today is the company's own day.",
    opt=needs(Permission.USERS_READ),
    responses=answers(200, AgentStats, example=examples.STATS, raises=(*BEARER, UserNotFoundError)),
)
@inject
async def get_user_stats(
    user_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetUserStats]
) -> AgentStats:
    """Count."""
    return await use_case(actor, UserId(user_id))


agent_routes = Router(
    "/", route_handlers=[list_agents, set_status, get_user_stats], tags=[PEOPLE.name], security=SECURED
)
