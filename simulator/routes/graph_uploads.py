"""Meta's resumable upload, which gives files that are examples in templates their handles."""

import base64
import secrets

from litestar import post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from msgspec import Struct

from simulator.errors import GraphError, UnknownObjectError
from simulator.routes.graph_door import GraphRequest
from simulator.routes.graph_media import check_file
from simulator.state.uploads import UPLOAD, Upload
from simulator.wire import JsonObject
from simulator.world import World


class UploadSession(Struct, frozen=True):
    """Where the bytes are to go."""

    id: str


@post("/{version:str}/{node:str}/uploads", status_code=200)
async def begin_upload(
    node: FromPath[str],
    world: NamedDependency[World],
    file_length: FromQuery[int],
    file_type: FromQuery[str],
) -> UploadSession:
    """Begin one, as an app."""
    if node != world.settings.app_id:
        raise UnknownObjectError(node)
    check_file(file_type, file_length)
    session = f"{UPLOAD}{base64.urlsafe_b64encode(secrets.token_bytes(18)).decode()}"
    world.uploads.begin(session, Upload(mime_type=file_type, length=file_length))
    return UploadSession(session)


async def take_upload(world: World, session: str, request: GraphRequest) -> JsonObject:
    """Take the bytes at once; give the handle. Other than most of Graph it wants `OAuth` as the scheme."""
    upload = world.uploads.find(session)
    if upload is None:
        raise UnknownObjectError(session)
    if not request.headers.get("authorization", "").startswith("OAuth ") or request.headers.get("file_offset") != "0":
        raise GraphError(100, "An upload needs the headers 'Authorization: OAuth' and 'file_offset'.")
    content = await request.body()
    if len(content) != upload.length:
        raise GraphError(100, f"The upload has {len(content)} bytes where {upload.length} were told.")
    return {"h": world.uploads.finish(session)}
