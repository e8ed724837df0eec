"""Invitations, and how one is accepted."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka import FromDishka
from litestar import Router, delete, get, post
from litestar.di import NamedDependency, Provide
from litestar.params import FromPath, QueryParameter

from application.people.accept_invitation import AcceptInvitationHandler
from application.people.invite_user import InviteUserHandler
from application.people.revoke_invitation import RevokeInvitation
from application.ports.readers.invitations import INVITATION_SORTS, InvitationList, InvitationRow, InvitationState
from application.ports.sessions import LoggedIn
from application.shared.actor import Actor, Origin
from application.shared.page import Page, PageRequest
from domain.identity.errors import EmailTakenError, RightsAboveOwnError
from domain.identity.permissions import Permission
from domain.people.errors import InvitationInvalidError, InvitationNotFoundError, InvitationOpenError
from domain.shared.ids import InvitationId
from domain.tenants.errors import PlanLimitReachedError
from entrypoints.http.actor import CREATES, PUBLIC, RARE, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUTH, BEARER, BODY, PEOPLE, QUERY, SECURED, answers, body
from entrypoints.http.people import examples
from entrypoints.http.people.requests import AcceptInvitationRequest, InviteUserRequest
from entrypoints.http.query import paged


class InvitationFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which invitations: those in a state, or all."""

    status: InvitationState | None = None


def invitation_filter_of(
    status: Annotated[InvitationState | None, QueryParameter(description="In this state.")] = None,
) -> InvitationFilters:
    """Read which invitations."""
    return InvitationFilters(status=status)


@get(
    "/users/invitations",
    operation_id="ListInvitations",
    summary="List who was asked to join, the newest first.",
    description="Needs users:manage.",
    opt=needs(Permission.USERS_MANAGE),
    dependencies={
        "filters": Provide(invitation_filter_of, sync_to_thread=False),
        "paging": paged(sorts=INVITATION_SORTS, search=True),
    },
    responses=answers(200, Page[InvitationRow], example=page_with(examples.INVITATION), raises=(*BEARER, *QUERY)),
)
@inject
async def list_invitations(
    actor: NamedDependency[Actor],
    filters: NamedDependency[InvitationFilters],
    paging: NamedDependency[PageRequest],
    invitations: FromDishka[InvitationList],
) -> Page[InvitationRow]:
    """Give one page."""
    actor.require(Permission.USERS_MANAGE)
    return await invitations.page(actor.tenant_id, status=filters.status, page=paging)


@post(
    "/users/invitations",
    operation_id="InviteUser",
    summary="Ask somebody to join the company, by mail.",
    description="Needs users:manage, and every right of the role that is given. The mail's link is good for 72 hours "
    "and once; asking again sends another, and the one before is good no more.",
    opt={**needs(Permission.USERS_MANAGE), **CREATES},
    responses=answers(
        201,
        InvitationRow,
        example=examples.INVITATION,
        raises=(
            *BEARER,
            *BODY,
            EmailTakenError,
            InvitationOpenError,
            PlanLimitReachedError,
            RightsAboveOwnError,
        ),
    ),
)
@inject
async def invite_user(
    data: Annotated[InviteUserRequest, body(examples.INVITE)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[InviteUserHandler],
    invitations: FromDishka[InvitationList],
) -> InvitationRow:
    """Order the mail, and show the invitation."""
    invitation_id = await use_case(actor, data.to_command())
    return await invitations.one(actor.tenant_id, invitation_id=invitation_id)


@get(
    "/users/invitations/{invitation_id:uuid}",
    operation_id="GetInvitation",
    summary="Show an invitation.",
    description="Needs users:manage.",
    opt=needs(Permission.USERS_MANAGE),
    responses=answers(200, InvitationRow, example=examples.INVITATION, raises=(*BEARER, InvitationNotFoundError)),
)
@inject
async def get_invitation(
    invitation_id: FromPath[UUID], actor: NamedDependency[Actor], invitations: FromDishka[InvitationList]
) -> InvitationRow:
    """Give one."""
    actor.require(Permission.USERS_MANAGE)
    return await invitations.one(actor.tenant_id, invitation_id=InvitationId(invitation_id))


@delete(
    "/users/invitations/{invitation_id:uuid}",
    operation_id="RevokeInvitation",
    summary="Take an open invitation back.",
    description="Needs users:manage.",
    opt=needs(Permission.USERS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, InvitationNotFoundError)),
)
@inject
async def revoke_invitation(
    invitation_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[RevokeInvitation]
) -> None:
    """Take it back."""
    await use_case(actor, InvitationId(invitation_id))


@post(
    "/auth/accept-invite",
    operation_id="AcceptInvitation",
    summary="Join the company that sent an invitation, and log in.",
    description="Public, for whoever holds the mail's token, once. It proves the e-mail too.",
    opt={**PUBLIC, **CREATES, **RARE},
    status_code=201,
    responses=answers(
        201,
        LoggedIn,
        example=examples.JOINED,
        raises=(*BODY, InvitationInvalidError, EmailTakenError, PlanLimitReachedError),
    ),
)
@inject
async def accept_invitation(
    data: Annotated[AcceptInvitationRequest, body(examples.ACCEPT)],
    origin: NamedDependency[Origin],
    use_case: FromDishka[AcceptInvitationHandler],
) -> LoggedIn:
    """Join, and log in."""
    return await use_case(data.to_command(), origin=origin)


invitation_routes = Router(
    "/",
    route_handlers=[list_invitations, invite_user, get_invitation, revoke_invitation],
    tags=[PEOPLE.name],
    security=SECURED,
)
accept_routes = Router("/", route_handlers=[accept_invitation], tags=[AUTH.name])
