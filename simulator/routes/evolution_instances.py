"""Instances of Evolution API: made, linked, asked about, and told where their events go."""

import secrets

from litestar import Response, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from simulator.evolution.door import body_of, enter, into
from simulator.evolution.errors import EvolutionError
from simulator.evolution.events import EVENTS
from simulator.evolution.instances import Hook, Instance
from simulator.evolution.linking import lose
from simulator.routes.graph_door import GraphRequest
from simulator.wire import JsonObject
from simulator.world import World

VERSION = "2.3.7"
INTEGRATION = "WHATSAPP-BAILEYS"
LOGGED_OUT = 401


@post("/instance/create")
async def create(request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Make an instance."""
    await enter(world, request, name=None)
    body = await body_of(request)
    name = body.get("instanceName")
    if not isinstance(name, str) or not name:
        raise EvolutionError(400, ['instance requires property "instanceName"'])
    if body.get("integration") != INTEGRATION:
        raise EvolutionError(400, "Invalid integration")
    if name in world.instances.instances:
        raise EvolutionError(403, [f'This name "{name}" is already in use.'])
    instance = Instance(name=name, state="connecting")
    world.instances.instances[name] = instance
    qrcode = instance.pairing() if body.get("qrcode") else {"count": 0}
    about: JsonObject = {"instanceName": name, "instanceId": instance.id, "integration": INTEGRATION}
    return {"instance": {**about, "status": "connecting"}, "hash": instance.token, "settings": {}, "qrcode": qrcode}


@get("/instance/connect/{name:str}")
async def connect(
    name: FromPath[str], request: GraphRequest, world: NamedDependency[World], number: FromQuery[str | None] = None
) -> JsonObject:
    """Give a code, or say that the phone is linked."""
    instance = await into(world, request, name=name)
    if instance.state == "open":
        return {"instance": {"instanceName": name, "state": "open"}}
    was_closed, instance.state = instance.state == "close", "connecting"
    pairing = instance.pairing()
    if number and was_closed:
        pairing["pairingCode"] = secrets.token_hex(4).upper()
    world.evolution.emit(instance, "qrcode.updated", {"qrcode": {"instance": name, **pairing}})
    return pairing


@get("/instance/connectionState/{name:str}")
async def connection_state(name: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Say how the phone is."""
    instance = await into(world, request, name=name)
    return {"instance": {"instanceName": name, "state": instance.state}}


@get("/instance/fetchInstances")
async def fetch_instances(
    request: GraphRequest,
    world: NamedDependency[World],
    instanceName: FromQuery[str | None] = None,  # noqa: N803 - the server's name
) -> list[JsonObject]:
    """List instances, or the one of a name."""
    key = request.headers.get("apikey", "")
    tokens = {each.token for each in world.instances.instances.values()}
    if key not in tokens:
        await enter(world, request, name=None)
    if instanceName is not None and instanceName not in world.instances.instances:
        raise EvolutionError(404, [f'Instance "{instanceName}" not found'])
    found = [each for each in world.instances.instances.values() if instanceName in {None, each.name}]
    return [_row(each) for each in found if key not in tokens or each.token == key]


def _row(instance: Instance) -> JsonObject:
    return {
        "id": instance.id,
        "name": instance.name,
        "connectionStatus": instance.state,
        "ownerJid": instance.jid,
        "profileName": instance.number.profile.verified_name if instance.number is not None else None,
        "integration": INTEGRATION,
        "token": instance.token,
        "disconnectionReasonCode": instance.lost_because,
    }


@post("/instance/restart/{name:str}", status_code=200)
async def restart(name: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Connect anew; what was lost is told with a 200."""
    instance = await into(world, request, name=name)
    if instance.state == "close":
        return {"error": True, "message": f'The "{name}" instance is not connected'}
    return {"instance": {"instanceName": name, "status": instance.state}}


@delete("/instance/logout/{name:str}", status_code=200)
async def log_out(name: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Unlink the phone."""
    instance = await into(world, request, name=name)
    if instance.state == "close":
        raise EvolutionError(400, [f'The "{name}" instance is not connected'])
    lose(world, instance, reason=LOGGED_OUT)
    instance.number = None
    return {"status": "SUCCESS", "error": False, "response": {"message": "Instance logged out"}}


@post("/webhook/set/{name:str}")
async def set_webhook(name: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Say where events go: nested, with its events, or else as the server fails."""
    instance = await into(world, request, name=name)
    given = (await body_of(request)).get("webhook")
    if not isinstance(given, dict):
        raise EvolutionError(400, ['instance requires property "webhook"'])
    if not isinstance(given.get("enabled"), bool) or not isinstance(given.get("url"), str):
        raise EvolutionError(400, ['instance.webhook requires property "enabled"'])
    events = given.get("events")
    if given["enabled"] and events is None:
        raise EvolutionError(500, "Cannot read properties of undefined (reading 'length')")
    listed = [str(event) for event in events] if isinstance(events, list) else []
    if set(listed) - EVENTS:
        raise EvolutionError(400, ["instance.webhook.events[0] is not one of enum values"])
    headers = given.get("headers")
    instance.hook = Hook(
        url=str(given["url"]),
        enabled=bool(given["enabled"]),
        headers={str(key): str(value) for key, value in headers.items()} if isinstance(headers, dict) else {},
        events=listed if given["enabled"] else [],
        by_events=bool(given.get("byEvents")),
        base64=bool(given.get("base64")),
    )
    return _hook(instance)


@get("/webhook/find/{name:str}")
async def find_webhook(
    name: FromPath[str], request: GraphRequest, world: NamedDependency[World]
) -> Response[JsonObject | None]:
    """Say where events go."""
    instance = await into(world, request, name=name)
    return Response(_hook(instance) if instance.hook is not None else None)


def _hook(instance: Instance) -> JsonObject:
    hook = instance.hook or Hook(url="")
    return {
        "id": f"hook-{instance.id}",
        "url": hook.url,
        "headers": hook.headers,
        "enabled": hook.enabled,
        "events": hook.events,
        "webhookByEvents": hook.by_events,
        "webhookBase64": hook.base64,
        "instanceId": instance.id,
    }


EVOLUTION_INSTANCE_HANDLERS = [
    create,
    connect,
    connection_state,
    fetch_instances,
    restart,
    log_out,
    set_webhook,
    find_webhook,
]
