"""Departments: the teams that conversations wait for."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.people.add_department import AddDepartmentHandler
from application.people.delete_department import DeleteDepartment
from application.people.set_members import SetMembersHandler
from application.people.update_department import UpdateDepartmentHandler
from application.ports.readers.departments import DEPARTMENT_SORTS, DepartmentList, DepartmentRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.people.errors import (
    DefaultDepartmentError,
    DepartmentInUseError,
    DepartmentNotFoundError,
    DepartmentTakenError,
)
from domain.shared.errors import StaleVersionError
from domain.shared.ids import DepartmentId, TenantId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, PEOPLE, QUERY, SECURED, answers, body
from entrypoints.http.people import examples
from entrypoints.http.people.requests import AddDepartmentRequest, SetMembersRequest, UpdateDepartmentRequest
from entrypoints.http.people.responses import DepartmentView
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of


async def _shown(
    departments: DepartmentList, tenant_id: TenantId, department_id: DepartmentId, *, status_code: int = 200
) -> Response[DepartmentView]:
    row = await departments.one(tenant_id, department_id=department_id)
    people = await departments.members(tenant_id, department_id=department_id)
    return shown(DepartmentView.of(row, people), version=row.version, status_code=status_code)


@get(
    "/departments",
    operation_id="ListDepartments",
    summary="List the departments by name, with what their members can take together.",
    description="Needs departments:manage.",
    opt=needs(Permission.DEPARTMENTS_MANAGE),
    dependencies={"paging": paged(sorts=DEPARTMENT_SORTS, search=True)},
    responses=answers(200, Page[DepartmentRow], example=page_with(examples.DEPARTMENT), raises=(*BEARER, *QUERY)),
)
@inject
async def list_departments(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], departments: FromDishka[DepartmentList]
) -> Page[DepartmentRow]:
    """Give one page."""
    actor.require(Permission.DEPARTMENTS_MANAGE)
    return await departments.page(actor.tenant_id, page=paging)


@post(
    "/departments",
    operation_id="AddDepartment",
    summary="Make a department.",
    description="Needs departments:manage. The first one is the default, where everything waits that no flow sends "
    "elsewhere.",
    opt={**needs(Permission.DEPARTMENTS_MANAGE), **CREATES},
    responses=answers(
        201, DepartmentView, example=examples.DEPARTMENT_VIEW, raises=(*BEARER, *BODY, DepartmentTakenError)
    ),
)
@inject
async def add_department(
    data: Annotated[AddDepartmentRequest, body(examples.ADD_DEPARTMENT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddDepartmentHandler],
    departments: FromDishka[DepartmentList],
) -> Response[DepartmentView]:
    """Make it, and show it."""
    department_id = await use_case(actor, data.to_command())
    return await _shown(departments, actor.tenant_id, department_id, status_code=201)


@get(
    "/departments/{department_id:uuid}",
    operation_id="GetDepartment",
    summary="Show a department and who is in it.",
    description="Needs departments:manage. `ETag` is the version.",
    opt=needs(Permission.DEPARTMENTS_MANAGE),
    responses=answers(200, DepartmentView, example=examples.DEPARTMENT_VIEW, raises=(*BEARER, DepartmentNotFoundError)),
)
@inject
async def get_department(
    department_id: FromPath[UUID], actor: NamedDependency[Actor], departments: FromDishka[DepartmentList]
) -> Response[DepartmentView]:
    """Give one."""
    actor.require(Permission.DEPARTMENTS_MANAGE)
    return await _shown(departments, actor.tenant_id, DepartmentId(department_id))


@put(
    "/departments/{department_id:uuid}",
    operation_id="UpdateDepartment",
    summary="Change a department's name or description, make it the default, or say who gets what waits in it.",
    description="Needs departments:manage. What is absent stays as it is; a null description is empty. `assignment`: "
    "with `manual` whoever takes it; with `round_robin` each member in turn; with `least_busy` who has least in hand. "
    "Given is only to who is online and has room, and in the department's hours, unless `assigns_out_of_hours`.",
    opt=needs(Permission.DEPARTMENTS_MANAGE),
    responses=answers(
        200,
        DepartmentView,
        example=examples.DEPARTMENT_VIEW,
        raises=(
            *BEARER,
            *BODY,
            DepartmentNotFoundError,
            DepartmentTakenError,
            DefaultDepartmentError,
            StaleVersionError,
        ),
    ),
)
@inject
async def update_department(
    department_id: FromPath[UUID],
    data: Annotated[UpdateDepartmentRequest, body(examples.UPDATE_DEPARTMENT)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateDepartmentHandler],
    departments: FromDishka[DepartmentList],
    if_match: IfMatch = None,
) -> Response[DepartmentView]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(DepartmentId(department_id), version=version_of(if_match)))
    return await _shown(departments, actor.tenant_id, DepartmentId(department_id))


@delete(
    "/departments/{department_id:uuid}",
    operation_id="DeleteDepartment",
    summary="End a department.",
    description="Needs departments:manage. Refused while open conversations are in it, and for the default.",
    opt=needs(Permission.DEPARTMENTS_MANAGE),
    responses=answers(
        204,
        None,
        example=None,
        raises=(*BEARER, DepartmentNotFoundError, DepartmentInUseError, DefaultDepartmentError),
    ),
)
@inject
async def delete_department(
    department_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteDepartment]
) -> None:
    """Delete."""
    await use_case(actor, DepartmentId(department_id))


@put(
    "/departments/{department_id:uuid}/members",
    operation_id="SetMembers",
    summary="Say who is in a department; nobody else is from then on.",
    description="Needs departments:manage.",
    opt=needs(Permission.DEPARTMENTS_MANAGE),
    responses=answers(
        200,
        DepartmentView,
        example=examples.DEPARTMENT_VIEW,
        raises=(*BEARER, *BODY, DepartmentNotFoundError, StaleVersionError),
    ),
)
@inject
async def set_members(
    department_id: FromPath[UUID],
    data: Annotated[SetMembersRequest, body(examples.SET_MEMBERS)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SetMembersHandler],
    departments: FromDishka[DepartmentList],
    if_match: IfMatch = None,
) -> Response[DepartmentView]:
    """Write them, and show the department."""
    await use_case(actor, data.to_command(DepartmentId(department_id), version=version_of(if_match)))
    return await _shown(departments, actor.tenant_id, DepartmentId(department_id))


department_routes = Router(
    "/",
    route_handlers=[
        list_departments,
        add_department,
        get_department,
        update_department,
        delete_department,
        set_members,
    ],
    tags=[PEOPLE.name],
    security=SECURED,
)
