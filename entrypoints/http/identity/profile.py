"""Who I am: the profile, and people's pictures."""

import hashlib
from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, get, patch
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.identity.get_avatar import GetAvatar
from application.identity.get_me import GetMe, Me
from application.identity.update_me import UpdateMeHandler
from application.shared.actor import Actor, Person
from domain.identity.avatar import PNG
from domain.identity.errors import AvatarNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import UserId
from entrypoints.http.actor import ANYBODY, BEFORE_TWO_FACTOR, OWN_SESSION, needs
from entrypoints.http.examples import ME
from entrypoints.http.identity import account_examples as examples
from entrypoints.http.identity.account_requests import UpdateMeRequest
from entrypoints.http.injection import inject
from entrypoints.http.openapi import AUTH, BEARER, BODY, SECURED, answers, body
from entrypoints.http.versions import IfMatch, shown, version_of

PICTURE_HEADERS = {"cache-control": "private, max-age=300", "content-disposition": "inline"}
"""A page shows it; it is a picture by its bytes, and `nosniff` (on every answer) keeps browsers from thinking else."""


@get(
    "/auth/me",
    operation_id="GetMe",
    summary="Tell who is logged in, and what they may do.",
    description="Anybody who is logged in, and an API key about its owner.",
    opt={**ANYBODY, **BEFORE_TWO_FACTOR},
    security=SECURED,
    responses=answers(200, Me, example=ME, raises=BEARER),
)
@inject
async def get_me(actor: NamedDependency[Actor], use_case: FromDishka[GetMe]) -> Response[Me]:
    """Give the account."""
    me = await use_case(actor)
    return shown(me, version=me.version)


@patch(
    "/auth/me",
    operation_id="UpdateMe",
    summary="Change my profile: name, language, notices, picture.",
    description="A person who is logged in, for their own. What is absent stays; null takes the picture away.",
    opt={**OWN_SESSION, **BEFORE_TWO_FACTOR},
    security=SECURED,
    responses=answers(200, Me, example=ME, raises=(*BEARER, *BODY, StaleVersionError)),
)
@inject
async def update_me(
    data: Annotated[UpdateMeRequest, body(examples.UPDATE_ME)],
    person: NamedDependency[Person],
    actor: NamedDependency[Actor],
    use_case: FromDishka[UpdateMeHandler],
    get: FromDishka[GetMe],
    if_match: IfMatch = None,
) -> Response[Me]:
    """Write it, and give the account as it is now."""
    await use_case(person, data.to_command(version=version_of(if_match)))
    me = await get(actor)
    return shown(me, version=me.version)


@get(
    "/users/{user_id:uuid}/avatar",
    operation_id="GetAvatar",
    summary="Give somebody's picture.",
    description="Needs users:read.",
    opt=needs(Permission.USERS_READ),
    security=SECURED,
    responses=answers(200, bytes, example="…", raises=(*BEARER, AvatarNotFoundError), media_type=PNG),
)
@inject
async def get_avatar(
    user_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetAvatar]
) -> Response[bytes]:
    """Give the bytes."""
    avatar = await use_case(actor, UserId(user_id))
    tag = hashlib.sha256(avatar.body).hexdigest()[:32]
    return Response(avatar.body, media_type=avatar.mime, headers={**PICTURE_HEADERS, "etag": f'"{tag}"'})


profile_routes = Router("/", route_handlers=[get_me, update_me, get_avatar], tags=[AUTH.name])
