"""`GET|POST|DELETE /{id}`: a number, a media file or a WABA, as the id says."""

from collections.abc import Sequence

import msgspec
from litestar import delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from simulator.errors import GraphError, UnknownObjectError
from simulator.reviewing import edit_template
from simulator.routes.graph_door import GraphRequest, number_for, waba_for
from simulator.routes.graph_media import describe
from simulator.routes.graph_messages import Success
from simulator.routes.graph_uploads import take_upload
from simulator.routes.handshake import change_callback, read_override
from simulator.state.numbers import Number
from simulator.state.uploads import UPLOAD
from simulator.validation.fields import Fields
from simulator.wire import JsonObject, decode_object
from simulator.world import World

_DEFAULT_FIELDS = ("verified_name", "code_verification_status", "display_phone_number", "quality_rating")


def number_view(world: World, number: Number, fields: Sequence[str]) -> JsonObject:
    """Return the asked-for fields of a number; unknown names are refused as Graph does."""
    waba = number.waba
    configuration: JsonObject = {}
    if number.override is not None:
        configuration["phone_number"] = number.override.url
    if waba.override is not None:
        configuration["whatsapp_business_account"] = waba.override.url
    if world.settings.webhook_url:
        configuration["application"] = world.settings.webhook_url
    view: JsonObject = {
        "display_phone_number": number.profile.display_phone_number,
        "verified_name": number.profile.verified_name,
        "quality_rating": number.quality,
        "code_verification_status": "VERIFIED",
        "name_status": "APPROVED",
        "status": "CONNECTED",
        "platform_type": "CLOUD_API",
        "throughput": {"level": "STANDARD"},
        "whatsapp_business_manager_messaging_limit": "TIER_2K",
        "webhook_configuration": configuration,
        "is_on_biz_app": False,
        "is_official_business_account": False,
        "account_mode": "SANDBOX",
    }
    unknown = [name for name in fields if name not in view and name != "id"]
    if unknown:
        raise GraphError(100, f"Tried accessing nonexisting field ({unknown[0]}) on node type (WhatsAppPhone)")
    wanted = [name for name in fields or _DEFAULT_FIELDS if name != "id"]
    return {**{name: view[name] for name in wanted}, "id": number.phone_number_id}


def split_fields(fields: str | None) -> list[str]:
    """Return the names of a `fields=` parameter."""
    return [name.strip() for name in (fields or "").split(",") if name.strip()]


@get("/{version:str}/{node:str}")
async def get_node(
    node: FromPath[str],
    request: GraphRequest,
    world: NamedDependency[World],
    fields: FromQuery[str | None] = None,
    phone_number_id: FromQuery[str | None] = None,
) -> JsonObject:
    """Read a number, a media file, a template or a WABA."""
    medium = world.media.get(node)
    if medium is not None:
        if phone_number_id and medium.phone_number_id != phone_number_id:
            raise UnknownObjectError(node)
        number_for(world, request, medium.phone_number_id)
        return _object(describe(world, medium))
    if node in world.book.wabas:
        waba = waba_for(world, request, node)
        return {"id": waba.waba_id, "name": "Conta de teste", "currency": "BRL", "timezone_id": "25"}
    template = world.templates.by_id(node)
    if template is not None:
        return _object(template)
    return number_view(world, number_for(world, request, node), split_fields(fields))


@delete("/{version:str}/{node:str}", status_code=200)
async def delete_node(node: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> Success:
    """Delete a media file."""
    medium = world.media.get(node)
    if medium is None:
        raise UnknownObjectError(node)
    number_for(world, request, medium.phone_number_id)
    world.media.remove(node)
    return Success()


@post("/{version:str}/{node:str}", status_code=200)
async def post_node(node: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> Success | JsonObject:
    """Take an upload, or change a template, or a number's webhook override; an empty address removes that."""
    if node.startswith(UPLOAD):
        return await take_upload(world, node, request)
    owner = world.templates.owner_of(node)
    if owner is not None:
        waba_for(world, request, owner)
        edit_template(world, node, await request.body())
        return Success()
    number = number_for(world, request, node)
    try:
        body = decode_object(await request.body() or b"{}")
    except msgspec.DecodeError as error:
        raise GraphError(100, "The request body is not a JSON object.") from error
    override = read_override(Fields(body).child("webhook_configuration"))
    number.override = await change_callback(world, override)
    return Success()


@post("/{version:str}/{node:str}/{action:str}", status_code=200)
async def register_number(
    node: FromPath[str], action: FromPath[str], request: GraphRequest, world: NamedDependency[World]
) -> Success:
    """Say yes to register and deregister; refuse what the simulator does not have."""
    number_for(world, request, node)
    if action not in ("register", "deregister"):
        raise UnknownObjectError(f"{node}/{action}")
    return Success()


@get("/{version:str}/{node:str}/{action:str}")
async def unknown_edge(node: FromPath[str], action: FromPath[str]) -> Success:
    """Refuse, in Meta's shape, to read what the simulator does not have."""
    raise UnknownObjectError(f"{node}/{action}")


def _object(struct: msgspec.Struct) -> JsonObject:
    built: JsonObject = msgspec.to_builtins(struct)
    return built
