"""Who may come in, in the server's order: the instance exists, then the key is looked at."""

import asyncio
import hmac

import msgspec

from simulator.evolution.errors import EvolutionError
from simulator.evolution.instances import Instance
from simulator.routes.dropping import DropConnectionError
from simulator.routes.graph_door import GraphRequest
from simulator.wire import JsonObject, decode_object
from simulator.world import World

ANY_KEY = "*"


async def enter(world: World, request: GraphRequest, *, name: str | None) -> Instance | None:
    """Let a caller in and give the instance that the path names. Refuses with 404 before 401, as the server does."""
    faults = world.faults.now
    if faults.latency_ms:
        await asyncio.sleep(faults.latency_ms / 1000)
    if faults.down:
        if world.settings.down_mode == "close":
            raise DropConnectionError
        raise EvolutionError(503, "Service Unavailable")
    instance = world.instances.instances.get(name) if name is not None else None
    if name is not None and instance is None:
        raise EvolutionError(404, [f'The "{name}" instance does not exist'])
    key = request.headers.get("apikey", "")
    allowed = [world.settings.evolution_key, *([instance.token] if instance is not None else [])]
    if not any(hmac.compare_digest(key.encode(), good.encode()) for good in allowed):
        raise EvolutionError(401, "Unauthorized")
    return instance


async def into(world: World, request: GraphRequest, *, name: str) -> Instance:
    """Let a caller in to an instance."""
    instance = await enter(world, request, name=name)
    if instance is None:
        raise EvolutionError(404, ["not found"])
    return instance


async def body_of(request: GraphRequest) -> JsonObject:
    """Read the body; none is as good as an empty object."""
    raw = await request.body()
    try:
        return decode_object(raw) if raw.strip() else {}
    except msgspec.DecodeError as error:
        raise EvolutionError(400, [f"Unexpected token in JSON: {error}"]) from error
