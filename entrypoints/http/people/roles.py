"""Roles: what the company's people may do."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.people.add_role import AddRoleHandler
from application.people.delete_role import DeleteRole
from application.people.update_role import UpdateRoleHandler
from application.ports.readers.roles import RoleList, RoleRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.errors import RightsAboveOwnError, RoleInUseError, RoleNotFoundError, RoleTakenError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import RoleId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, PEOPLE, QUERY, SECURED, answers, body
from entrypoints.http.people import examples
from entrypoints.http.people.requests import AddRoleRequest, UpdateRoleRequest
from entrypoints.http.versions import IfMatch, shown, version_of


def _shown(row: RoleRow, *, status_code: int = 200) -> Response[RoleRow]:
    return shown(row, version=row.version or 0, status_code=status_code)


@get(
    "/roles",
    operation_id="ListRoles",
    summary="List the roles and what each may do: the built-in ones, then the company's own by their codes.",
    description="Needs roles:manage.",
    opt=needs(Permission.ROLES_MANAGE),
    responses=answers(200, Page[RoleRow], example=page_with(examples.ROLE), raises=(*BEARER, *QUERY)),
)
@inject
async def list_roles(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], roles: FromDishka[RoleList]
) -> Page[RoleRow]:
    """Give one page."""
    actor.require(Permission.ROLES_MANAGE)
    return await roles.page(actor.tenant_id, page=paging)


@post(
    "/roles",
    operation_id="AddRole",
    summary="Define a role.",
    description="Needs roles:manage, and every permission that the role is to hold. Its code is made from its name.",
    opt={**needs(Permission.ROLES_MANAGE), **CREATES},
    responses=answers(
        201, RoleRow, example=examples.ROLE, raises=(*BEARER, *BODY, RoleTakenError, RightsAboveOwnError)
    ),
)
@inject
async def add_role(
    data: Annotated[AddRoleRequest, body(examples.ADD_ROLE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddRoleHandler],
    roles: FromDishka[RoleList],
) -> Response[RoleRow]:
    """Define it, and show it."""
    role_id = await use_case(actor, data.to_command())
    return _shown(await roles.one(actor.tenant_id, role_id=role_id), status_code=201)


@put(
    "/roles/{role_id:uuid}",
    operation_id="UpdateRole",
    summary="Change a role, for everybody who has it and at once.",
    description="Needs roles:manage, and every permission that the role holds or is to hold. Its code stays.",
    opt=needs(Permission.ROLES_MANAGE),
    responses=answers(
        200,
        RoleRow,
        example=examples.ROLE,
        raises=(*BEARER, *BODY, RoleNotFoundError, RightsAboveOwnError, StaleVersionError),
    ),
)
@inject
async def update_role(
    role_id: FromPath[UUID],
    data: Annotated[UpdateRoleRequest, body(examples.UPDATE_ROLE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateRoleHandler],
    roles: FromDishka[RoleList],
    if_match: IfMatch = None,
) -> Response[RoleRow]:
    """Write it, and show it."""
    await use_case(actor, data.to_command(RoleId(role_id), version=version_of(if_match)))
    return _shown(await roles.one(actor.tenant_id, role_id=RoleId(role_id)))


@delete(
    "/roles/{role_id:uuid}",
    operation_id="DeleteRole",
    summary="Delete a role that nobody has.",
    description="Needs roles:manage, and every permission that the role holds.",
    opt=needs(Permission.ROLES_MANAGE),
    responses=answers(
        204, None, example=None, raises=(*BEARER, RoleNotFoundError, RoleInUseError, RightsAboveOwnError)
    ),
)
@inject
async def delete_role(role_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteRole]) -> None:
    """Delete."""
    await use_case(actor, RoleId(role_id))


role_routes = Router(
    "/", route_handlers=[list_roles, add_role, update_role, delete_role], tags=[PEOPLE.name], security=SECURED
)
