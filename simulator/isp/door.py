"""What every call of the provider's system passes first: the faults that strike it, and the token."""

import asyncio
import hmac

import msgspec
from litestar import Response

from simulator.isp.provider import Provider
from simulator.routes.dropping import DropConnectionError
from simulator.routes.graph_door import GraphRequest
from simulator.wire import JsonObject, decode_object
from simulator.world import World

TOKEN_HEADER = "X-Token"  # noqa: S105 - a header's name
KEY_HEADER = "Idempotency-Key"
_GARBAGE = b'{"status": "success", "clientes": [{"id_cliente": '


class IspError(Exception):
    """A refusal."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(f"{status}: {message}")
        self.status, self.message = status, message


class MalformedError(Exception):
    """The system answers 200 with half an answer."""


async def enter(world: World, request: GraphRequest) -> Provider:
    """Let a caller in."""
    faults = world.faults.now.isp
    world.isp.calls += 1
    if faults.latency_ms:
        await asyncio.sleep(faults.latency_ms / 1000)
    if faults.down:
        raise DropConnectionError
    if faults.status:
        raise IspError(faults.status, "Erro interno do servidor")
    if faults.malformed:
        raise MalformedError
    if not hmac.compare_digest(request.headers.get(TOKEN_HEADER, "").encode(), world.settings.isp_token.encode()):
        raise IspError(401, "Token inválido")
    return world.isp


async def body_of(request: GraphRequest) -> JsonObject:
    """Read the body."""
    try:
        return decode_object(await request.body())
    except msgspec.DecodeError as error:
        raise IspError(400, "JSON inválido") from error


def answer_isp_error(_: GraphRequest, error: IspError) -> Response[JsonObject]:
    """Answer with the system's envelope."""
    return Response({"status": "error", "msg": error.message}, status_code=error.status)


def answer_garbage(_: GraphRequest, __: MalformedError) -> Response[bytes]:
    """Answer half of something."""
    return Response(_GARBAGE, status_code=200, media_type="application/json")
