"""API keys: how programs come in."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from application.people.create_api_key import CreateApiKeyHandler
from application.people.revoke_api_key import RevokeApiKey
from application.people.rotate_api_key import RotateApiKey
from application.ports.readers.api_keys import API_KEY_SORTS, ApiKeyList, ApiKeyRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.errors import ApiKeyNotFoundError, ApiKeyNotYoursError, RightsAboveOwnError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ApiKeyId
from entrypoints.http.actor import CREATES, needs
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, PEOPLE, QUERY, SECURED, answers, body
from entrypoints.http.people import examples
from entrypoints.http.people.requests import CreateApiKeyRequest
from entrypoints.http.people.responses import ShownApiKey
from entrypoints.http.query import paged
from entrypoints.http.versions import shown

NO_STORE = "no-store"
"""The text of a key belongs in no cache."""


def _shown(row: ApiKeyRow, *, key: str, status_code: int = 200) -> Response[ShownApiKey]:
    answer = shown(ShownApiKey.of(row, key=key), version=row.version, status_code=status_code)
    answer.headers["cache-control"] = NO_STORE
    return answer


@get(
    "/api-keys",
    operation_id="ListApiKeys",
    summary="List the company's API keys, the newest first.",
    description="Needs api_keys:manage. Of a key's text only its beginning is known.",
    opt=needs(Permission.API_KEYS_MANAGE),
    dependencies={"paging": paged(sorts=API_KEY_SORTS, search=True)},
    responses=answers(200, Page[ApiKeyRow], example=page_with(examples.API_KEY), raises=(*BEARER, *QUERY)),
)
@inject
async def list_api_keys(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], keys: FromDishka[ApiKeyList]
) -> Page[ApiKeyRow]:
    """Give one page."""
    actor.require(Permission.API_KEYS_MANAGE)
    return await keys.page(actor.tenant_id, page=paging)


@post(
    "/api-keys",
    operation_id="CreateApiKey",
    summary="Make an API key that acts for you; its text is shown this once.",
    description="Needs api_keys:manage, every scope that is given, and a person who is logged in: a key makes no keys. "
    "The key may do what is both in its scopes and in its owner's present rights.",
    opt={**needs(Permission.API_KEYS_MANAGE), **CREATES},
    responses=answers(201, ShownApiKey, example=examples.SHOWN_API_KEY, raises=(*BEARER, *BODY, RightsAboveOwnError)),
)
@inject
async def create_api_key(
    data: Annotated[CreateApiKeyRequest, body(examples.CREATE_API_KEY)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[CreateApiKeyHandler],
    keys: FromDishka[ApiKeyList],
) -> Response[ShownApiKey]:
    """Make it, and show it."""
    made = await use_case(actor, data.to_command())
    return _shown(await keys.one(actor.tenant_id, api_key_id=made.id), key=made.key, status_code=201)


@post(
    "/api-keys/{api_key_id:uuid}/rotate",
    operation_id="RotateApiKey",
    summary="Give your API key another text, shown this once; the old one is good for nothing at once.",
    description="Needs api_keys:manage, every scope of the key, and its owner, logged in. Whoever needs both for a "
    "while makes a second key first.",
    opt=needs(Permission.API_KEYS_MANAGE),
    status_code=200,
    responses=answers(
        200,
        ShownApiKey,
        example=examples.SHOWN_API_KEY,
        raises=(*BEARER, ApiKeyNotFoundError, ApiKeyNotYoursError, RightsAboveOwnError, StaleVersionError),
    ),
)
@inject
async def rotate_api_key(
    api_key_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[RotateApiKey],
    keys: FromDishka[ApiKeyList],
) -> Response[ShownApiKey]:
    """Rotate, and show it."""
    made = await use_case(actor, ApiKeyId(api_key_id))
    return _shown(await keys.one(actor.tenant_id, api_key_id=made.id), key=made.key)


@delete(
    "/api-keys/{api_key_id:uuid}",
    operation_id="RevokeApiKey",
    summary="End an API key, yours or anybody's, for good.",
    description="Needs api_keys:manage.",
    opt=needs(Permission.API_KEYS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, ApiKeyNotFoundError, StaleVersionError)),
)
@inject
async def revoke_api_key(
    api_key_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[RevokeApiKey]
) -> None:
    """Revoke."""
    await use_case(actor, ApiKeyId(api_key_id))


api_key_routes = Router(
    "/",
    route_handlers=[list_api_keys, create_api_key, rotate_api_key, revoke_api_key],
    tags=[PEOPLE.name],
    security=SECURED,
)
