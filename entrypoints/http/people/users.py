"""The people of a company."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, patch, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.people.activate_user import ActivateUser
from application.people.add_user import AddUserHandler
from application.people.deactivate_user import DeactivateUser
from application.people.delete_user import DeleteUser
from application.people.update_user import UpdateUserHandler
from application.ports.readers.users import USER_SORTS, UserFilters, UserList, UserRow, UserState
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.errors import (
    EmailTakenError,
    LastAdminError,
    OwnAccountError,
    RightsAboveOwnError,
    UserNotFoundError,
)
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import DepartmentId, UserId
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, PEOPLE, QUERY, SECURED, answers, body
from entrypoints.http.people import examples
from entrypoints.http.people.requests import AddUserRequest, UpdateUserRequest
from entrypoints.http.query import paged
from entrypoints.http.requests import MAX_WORD
from entrypoints.http.versions import IfMatch, shown, version_of

TOUCHING = (UserNotFoundError, RightsAboveOwnError, StaleVersionError)
LEAVING = (*TOUCHING, OwnAccountError, LastAdminError)


def user_filters_of(
    role: Annotated[str | None, QueryParameter(description="With the role of this code.", max_length=MAX_WORD)] = None,
    status: Annotated[UserState | None, QueryParameter(description="Who can log in, or cannot.")] = None,
    department: Annotated[UUID | None, QueryParameter(description="In this department.")] = None,
) -> UserFilters:
    """Read which users."""
    return UserFilters(role=role, status=status, department=DepartmentId(department) if department else None)


def _shown(row: UserRow, *, status_code: int = 200) -> Response[UserRow]:
    return shown(row, version=row.version, status_code=status_code)


@get(
    "/users",
    operation_id="ListUsers",
    summary="List the company's people, the newest first.",
    description="Needs users:read. Search looks at names and e-mails.",
    opt=needs(Permission.USERS_READ),
    dependencies={
        "filters": Provide(user_filters_of, sync_to_thread=False),
        "paging": paged(sorts=USER_SORTS, search=True),
    },
    responses=answers(200, Page[UserRow], example=page_with(examples.USER), raises=(*BEARER, *QUERY)),
)
@inject
async def list_users(
    actor: NamedDependency[Actor],
    filters: NamedDependency[UserFilters],
    paging: NamedDependency[PageRequest],
    users: FromDishka[UserList],
) -> Page[UserRow]:
    """Give one page."""
    actor.require(Permission.USERS_READ)
    return await users.page(actor.tenant_id, filters=filters, page=paging)


@post(
    "/users",
    operation_id="AddUser",
    summary="Add a person to the company.",
    description="Needs users:manage, and every right of the role that is given. Without a password the person chooses "
    'one through "forgot my password".',
    opt={**needs(Permission.USERS_MANAGE), **CREATES},
    responses=answers(
        201,
        UserRow,
        example=examples.USER,
        raises=(*BEARER, *BODY, EmailTakenError, PlanLimitReachedError, RightsAboveOwnError),
    ),
)
@inject
async def add_user(
    data: Annotated[AddUserRequest, body(examples.ADD_USER)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddUserHandler],
    users: FromDishka[UserList],
) -> Response[UserRow]:
    """Add them, and show them."""
    user_id = await use_case(actor, data.to_command())
    return _shown(await users.one(actor.tenant_id, user_id=user_id), status_code=201)


@get(
    "/users/{user_id:uuid}",
    operation_id="GetUser",
    summary="Show one of the company's people.",
    description="Needs users:read. `ETag` is the version.",
    opt=needs(Permission.USERS_READ),
    responses=answers(200, UserRow, example=examples.USER, raises=(*BEARER, UserNotFoundError)),
)
@inject
async def get_user(
    user_id: FromPath[UUID], actor: NamedDependency[Actor], users: FromDishka[UserList]
) -> Response[UserRow]:
    """Give one."""
    actor.require(Permission.USERS_READ)
    return _shown(await users.one(actor.tenant_id, user_id=UserId(user_id)))


@patch(
    "/users/{user_id:uuid}",
    operation_id="UpdateUser",
    summary="Change what the company says of a person: name, role, language, departments, capacity.",
    description="Needs users:manage, every right that the person has, and every right of the role that is given. What "
    "is absent stays as it is. A new role counts at once.",
    opt=needs(Permission.USERS_MANAGE),
    responses=answers(200, UserRow, example=examples.USER, raises=(*BEARER, *BODY, *LEAVING)),
)
@inject
async def update_user(
    user_id: FromPath[UUID],
    data: Annotated[UpdateUserRequest, body(examples.UPDATE_USER)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateUserHandler],
    users: FromDishka[UserList],
    if_match: IfMatch = None,
) -> Response[UserRow]:
    """Write it, and show them."""
    await use_case(actor, data.to_command(UserId(user_id), version=version_of(if_match)))
    return _shown(await users.one(actor.tenant_id, user_id=UserId(user_id)))


@delete(
    "/users/{user_id:uuid}",
    operation_id="DeleteUser",
    summary="Take a person's login away for good.",
    description="Needs users:manage, and every right that the person has. Sessions, API keys and memberships end, "
    "their conversations wait for others, and the e-mail is free again.",
    opt=needs(Permission.USERS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, *LEAVING)),
)
@inject
async def delete_user(user_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[DeleteUser]) -> None:
    """Delete."""
    await use_case(actor, UserId(user_id))


@post(
    "/users/{user_id:uuid}/activate",
    operation_id="ActivateUser",
    summary="Let a person log in again.",
    description="Needs users:manage, and every right that the person has.",
    opt=needs(Permission.USERS_MANAGE),
    status_code=200,
    responses=answers(200, UserRow, example=examples.USER, raises=(*BEARER, *TOUCHING)),
)
@inject
async def activate_user(
    user_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ActivateUser],
    users: FromDishka[UserList],
) -> Response[UserRow]:
    """Activate, and show them."""
    await use_case(actor, UserId(user_id))
    return _shown(await users.one(actor.tenant_id, user_id=UserId(user_id)))


@post(
    "/users/{user_id:uuid}/deactivate",
    operation_id="DeactivateUser",
    summary="Let a person log in no more: their sessions end, and their conversations wait for others.",
    description="Needs users:manage, and every right that the person has. Their API keys work again when they are "
    "activated.",
    opt=needs(Permission.USERS_MANAGE),
    status_code=200,
    responses=answers(200, UserRow, example=examples.USER, raises=(*BEARER, *LEAVING)),
)
@inject
async def deactivate_user(
    user_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[DeactivateUser],
    users: FromDishka[UserList],
) -> Response[UserRow]:
    """Deactivate, and show them."""
    await use_case(actor, UserId(user_id))
    return _shown(await users.one(actor.tenant_id, user_id=UserId(user_id)))


user_routes = Router(
    "/",
    route_handlers=[list_users, add_user, get_user, update_user, delete_user, activate_user, deactivate_user],
    tags=[PEOPLE.name],
    security=SECURED,
)
