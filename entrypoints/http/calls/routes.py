"""What flows may send to others, and how those others have been doing."""

from typing import Annotated

from dishka import FromDishka
from litestar import Response, Router, delete, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.calls.remove_secret import RemoveSecret
from application.calls.set_secret import SetSecretHandler
from application.ports.readers.api_hosts import API_HOST_SORTS, ApiHostList, ApiHostRow
from application.ports.readers.secrets import SECRET_SORTS, SecretList, SecretRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.calls.errors import SecretNotFoundError, SecretTakenError, TooManySecretsError
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from entrypoints.http.actor import needs
from entrypoints.http.calls import examples
from entrypoints.http.calls.requests import SetSecretRequest
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.openapi import BEARER, BODY, FLOWS, QUERY, SECURED, answers, body
from entrypoints.http.query import paged
from entrypoints.http.versions import IfMatch, shown, version_of

Failing = Annotated[bool | None, QueryParameter(description="Only those that failed the last time.")]


@get(
    "/secrets",
    operation_id="ListSecrets",
    summary="List the secrets that flows may send, by name: where each may go, and when it last went. Never a value.",
    description="Needs settings:manage.",
    opt=needs(Permission.SETTINGS_MANAGE),
    dependencies={"paging": paged(sorts=SECRET_SORTS, search=True)},
    responses=answers(200, Page[SecretRow], example=page_with(examples.SECRET), raises=(*BEARER, *QUERY)),
)
@inject
async def list_secrets(
    actor: NamedDependency[Actor], paging: NamedDependency[PageRequest], secrets: FromDishka[SecretList]
) -> Page[SecretRow]:
    """Give one page."""
    actor.require(Permission.SETTINGS_MANAGE)
    return await secrets.page(actor.tenant_id, page=paging)


@put(
    "/secrets/{name:str}",
    operation_id="SetSecret",
    summary="Keep a secret under a name, or another value and other hosts in its place.",
    description="Needs settings:manage. It is sealed, never shown again, and sent to `hosts` only, whatever a flow"
    " says. A header of an `api_call` names it as `{{secrets.NAME}}`.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(
        200,
        SecretRow,
        example=examples.SECRET,
        raises=(*BEARER, *BODY, SecretTakenError, TooManySecretsError, StaleVersionError),
    ),
)
@inject
async def set_secret(
    name: FromPath[str],
    data: Annotated[SetSecretRequest, body(examples.SET_SECRET)],
    actor: NamedDependency[Actor],
    use_case: FromDishka[SetSecretHandler],
    if_match: IfMatch = None,
) -> Response[SecretRow]:
    """Write it, and show all but the value."""
    secret = await use_case(actor, data.to_command(name, version=version_of(if_match)))
    return shown(SecretRow.of(secret), version=secret.version)


@delete(
    "/secrets/{name:str}",
    operation_id="RemoveSecret",
    summary="Forget a secret; calls that name it fail from then on.",
    description="Needs settings:manage.",
    opt=needs(Permission.SETTINGS_MANAGE),
    responses=answers(204, None, example=None, raises=(*BEARER, SecretNotFoundError, StaleVersionError)),
)
@inject
async def remove_secret(name: FromPath[str], actor: NamedDependency[Actor], use_case: FromDishka[RemoveSecret]) -> None:
    """Forget it."""
    await use_case(actor, name)


@get(
    "/api-hosts",
    operation_id="ListApiHosts",
    summary="List the hosts that flows called, by name: how often they answered, failed, and failed since.",
    description="Needs flows:read. A host that failed five times in a row rests for 30 seconds: calls to it fail at"
    " once with `host_resting`, or wait until then where they may be repeated.",
    opt=needs(Permission.FLOWS_READ),
    dependencies={"paging": paged(sorts=API_HOST_SORTS, search=True)},
    responses=answers(200, Page[ApiHostRow], example=page_with(examples.HOST), raises=(*BEARER, *QUERY)),
)
@inject
async def list_api_hosts(
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    hosts: FromDishka[ApiHostList],
    is_failing: Failing = None,
) -> Page[ApiHostRow]:
    """Give one page."""
    actor.require(Permission.FLOWS_READ)
    return await hosts.page(actor.tenant_id, page=paging, is_failing=bool(is_failing))


call_routes = Router(
    "/", route_handlers=[list_secrets, set_secret, remove_secret, list_api_hosts], tags=[FLOWS.name], security=SECURED
)
