"""A WABA's numbers, templates and subscriptions, and the inspection of a token."""

import base64
import binascii
from typing import Literal

import msgspec
from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from simulator.errors import GraphError, TemplateRefusedError
from simulator.routes.graph_door import GraphRequest, waba_for
from simulator.routes.graph_messages import Success
from simulator.routes.graph_nodes import number_view, split_fields
from simulator.routes.handshake import change_callback, read_override_body
from simulator.state.numbers import Waba
from simulator.state.templates import Template
from simulator.wire import JsonObject
from simulator.world import World

PAGE_DEFAULT = 25  # Meta's default page
PAGE_MAX = 1000
_SCOPES = ["whatsapp_business_management", "whatsapp_business_messaging"]


@get("/{version:str}/{node:str}/phone_numbers")
async def list_numbers(
    node: FromPath[str],
    request: GraphRequest,
    world: NamedDependency[World],
    fields: FromQuery[str | None] = None,
) -> JsonObject:
    """List a WABA's numbers."""
    waba = waba_for(world, request, node)
    numbers = [number for number in world.book.numbers.values() if number.waba is waba]
    return {"data": [number_view(world, number, split_fields(fields)) for number in numbers]}


@get("/{version:str}/{node:str}/message_templates")
async def list_templates(  # noqa: PLR0913 — Graph's own filters
    node: FromPath[str],
    request: GraphRequest,
    world: NamedDependency[World],
    *,
    limit: FromQuery[int] = PAGE_DEFAULT,
    after: FromQuery[str | None] = None,
    name: FromQuery[str | None] = None,
    status: FromQuery[str | None] = None,
    language: FromQuery[str | None] = None,
    fields: FromQuery[str | None] = None,
) -> JsonObject:
    """List a WABA's templates, a page at a time."""
    waba = waba_for(world, request, node)
    found = [
        template
        for template in world.templates.of(waba.waba_id)
        if (name is None or name in template.name)
        and (status is None or status.upper() == template.status)
        and (language is None or language == template.language)
    ]
    start = _position(after)
    size = max(1, min(limit, PAGE_MAX))
    page = found[start : start + size]
    answer: JsonObject = {"data": [_template_view(template, split_fields(fields)) for template in page]}
    if page:
        end = start + len(page)
        paging: JsonObject = {"cursors": {"before": _cursor(start), "after": _cursor(end)}}
        if end < len(found):
            base = f"{world.settings.public_url}{request.url.path}"
            paging["next"] = f"{base}?limit={size}&after={_cursor(end)}"
        answer["paging"] = paging
    return answer


class NewTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """What `POST /{waba-id}/message_templates` asks for."""

    name: str
    language: str
    category: Literal["MARKETING", "UTILITY", "AUTHENTICATION"]
    components: list[JsonObject]
    parameter_format: str = "POSITIONAL"


@post("/{version:str}/{node:str}/message_templates", status_code=200)
async def create_template(node: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Create a template, which stays in review until `POST /_sim/templates` approves it."""
    waba = waba_for(world, request, node)
    try:
        new = msgspec.json.decode(await request.body(), type=NewTemplate)
    except msgspec.MsgspecError as error:
        raise GraphError(100, str(error)) from error
    if world.templates.find(waba.waba_id, name=new.name, language=new.language) is not None:
        raise TemplateRefusedError(
            2388024, "Content in this language already exists", f"There is already {new.language} content for this."
        )
    if (handle := world.uploads.unknown_handle(new.components)) is not None:
        raise TemplateRefusedError(2388273, "Sample is missing", f"The header's sample was not uploaded: {handle!r}.")
    template = world.templates.add(
        waba.waba_id,
        Template(
            name=new.name,
            language=new.language,
            category=new.category,
            components=new.components,
            status="PENDING",
            parameter_format="NAMED" if new.parameter_format.upper() == "NAMED" else "POSITIONAL",
        ),
    )
    return {"id": template.id, "status": template.status, "category": template.category}


@delete("/{version:str}/{node:str}/message_templates", status_code=200)
async def delete_template(
    node: FromPath[str],
    request: GraphRequest,
    world: NamedDependency[World],
    name: FromQuery[str],
    hsm_id: FromQuery[str | None] = None,
) -> Success:
    """Delete a template in all its languages, or with `hsm_id` in one."""
    waba = waba_for(world, request, node)
    if not world.templates.remove(waba.waba_id, name, template_id=hsm_id):
        raise GraphError(100, f"name: there is no template {name}")
    return Success()


@get("/{version:str}/{node:str}/subscribed_apps")
async def list_subscriptions(node: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """List the app when it listens to the WABA."""
    waba = waba_for(world, request, node)
    if not waba.subscribed:
        return {"data": []}
    api_data = {"id": world.settings.app_id, "name": "PyTake", "link": world.settings.public_url}
    entry: JsonObject = {"whatsapp_business_api_data": api_data}
    if waba.override is not None:
        entry["override_callback_uri"] = waba.override.url
    return {"data": [entry]}


@post("/{version:str}/{node:str}/subscribed_apps", status_code=200)
async def subscribe(node: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> Success:
    """Subscribe the app, with an address of its own after the handshake (without a body: no override)."""
    waba = waba_for(world, request, node)
    waba.override = await change_callback(world, read_override_body(await request.body()))
    waba.subscribed = True
    return Success()


@delete("/{version:str}/{node:str}/subscribed_apps", status_code=200)
async def unsubscribe(node: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> Success:
    """Stop the WABA's webhooks: silence, as with Meta."""
    waba = waba_for(world, request, node)
    waba.subscribed = False
    waba.override = None
    return Success()


@get("/{version:str}/debug_token")
async def debug_token(world: NamedDependency[World], input_token: FromQuery[str | None] = None) -> JsonObject:
    """Tell what a token is good for."""
    if not input_token:
        raise GraphError(100, "The parameter input_token is required.")
    wabas = [waba for waba in world.book.wabas.values() if waba.access_token == input_token]
    if not wabas:
        refusal = {"code": 190, "message": "Invalid OAuth access token - Cannot parse access token"}
        return {"data": {"error": refusal, "is_valid": False, "scopes": []}}
    return {"data": _token_view(world, wabas)}


def _token_view(world: World, wabas: list[Waba]) -> JsonObject:
    ids = [waba.waba_id for waba in wabas]
    return {
        "app_id": world.settings.app_id,
        "type": "SYSTEM_USER",
        "application": "PyTake",
        "expires_at": 0,
        "data_access_expires_at": 0,
        "is_valid": True,
        "issued_at": int(world.clock.now()),
        "scopes": _SCOPES,
        "granular_scopes": [{"scope": scope, "target_ids": ids} for scope in _SCOPES],
    }


def _template_view(template: Template, fields: list[str]) -> JsonObject:
    view: JsonObject = msgspec.to_builtins(template)
    if not fields:
        return view
    return {**{name: view[name] for name in fields if name in view}, "id": template.id}


def _cursor(position: int) -> str:
    return base64.urlsafe_b64encode(f"at:{position}".encode()).decode()


def _position(cursor: str | None) -> int:
    if not cursor:
        return 0
    try:
        return int(base64.urlsafe_b64decode(cursor.encode()).removeprefix(b"at:"))
    except (ValueError, binascii.Error) as error:
        raise GraphError(131059, "after: the cursor is not valid") from error
