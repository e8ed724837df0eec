"""The waiting queues of departments."""

from uuid import UUID

from dishka import FromDishka
from litestar import Router, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.shared.actor import Actor
from application.support.get_queue import GetQueue, QueueView
from application.support.list_department_names import ListDepartmentNames
from domain.identity.permissions import Permission
from domain.people.errors import DepartmentNotFoundError
from domain.shared.ids import DepartmentId
from entrypoints.http.actor import needs
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, SECURED, SUPPORT, answers
from entrypoints.http.support import examples
from entrypoints.http.support.responses import DepartmentDirectory


@get(
    "/departments/{department_id:uuid}/queue",
    operation_id="GetQueue",
    summary="Show what waits in a department, for how long, and who could take it.",
    description="Needs conversations:read. The wait is estimated by the pace of the last hour.",
    opt=needs(Permission.CONVERSATIONS_READ),
    responses=answers(200, QueueView, example=examples.QUEUE, raises=(*BEARER, DepartmentNotFoundError)),
)
@inject
async def get_queue(
    department_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetQueue]
) -> QueueView:
    """Give it."""
    return await use_case(actor, DepartmentId(department_id))


@get(
    "/departments/directory",
    operation_id="ListDepartmentNames",
    summary="List the departments by name, for whoever passes a conversation on.",
    description="Needs conversations:handle.",
    opt=needs(Permission.CONVERSATIONS_HANDLE),
    responses=answers(200, DepartmentDirectory, example=examples.DIRECTORY, raises=BEARER),
)
@inject
async def list_department_names(
    actor: NamedDependency[Actor], use_case: FromDishka[ListDepartmentNames]
) -> DepartmentDirectory:
    """Give all."""
    return DepartmentDirectory(items=await use_case(actor))


queue_routes = Router("/", route_handlers=[get_queue, list_department_names], tags=[SUPPORT.name], security=SECURED)
