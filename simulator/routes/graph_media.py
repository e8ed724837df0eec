"""Media of the Cloud API: upload, look up, delete, and download at an address that expires."""

from typing import Annotated

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.params import FromPath, FromQuery, QueryParameter
from msgspec import Struct

from simulator.errors import GraphError
from simulator.routes.graph_door import GraphRequest, number_for, token_of
from simulator.state.media import LARGEST, Medium
from simulator.world import World

NOT_FOUND = 404


class UploadAnswer(Struct, frozen=True):
    """The id under which the file can be sent."""

    id: str


class MediaAnswer(Struct, frozen=True, kw_only=True):
    """What `GET /{media-id}` tells; Meta writes the size as text."""

    messaging_product: str = "whatsapp"
    url: str
    mime_type: str
    sha256: str
    file_size: str
    id: str


@post("/{version:str}/{node:str}/media", status_code=200, request_max_body_size=110_000_000)
async def upload_media(node: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> UploadAnswer:
    """Keep a file that the business will send (documents reach 100 MB, hence the larger body)."""
    number = number_for(world, request, node)
    if not request.content_type[0].startswith(RequestEncodingType.MULTI_PART):
        raise GraphError(100, "Param file is required as multipart/form-data.")
    form = await request.form()
    if form.get("messaging_product") != "whatsapp":
        raise GraphError(100, "Param messaging_product must be one of {WHATSAPP}.")
    file = form.get("file")
    if not isinstance(file, UploadFile):
        raise GraphError(131008, "file is required.")
    mime_type = plain_type(str(form.get("type") or file.content_type))
    content = await file.read()
    check_file(mime_type, len(content))
    medium = world.media.add(
        content, mime_type=mime_type, filename=file.filename, phone_number_id=number.phone_number_id
    )
    return UploadAnswer(medium.id)


def plain_type(mime_type: str) -> str:
    """Drop the parameters of a MIME type (`audio/ogg; codecs=opus`)."""
    return mime_type.split(";", maxsplit=1)[0].strip().lower()


def check_file(mime_type: str, size: int) -> None:
    """Refuse a type or a size that Meta refuses."""
    largest = LARGEST.get(mime_type)
    if largest is None:
        listed = ", ".join(sorted(LARGEST))
        raise GraphError(100, f"Param file must be a file with one of the following types: {listed}.")
    if size > largest:
        raise GraphError(131053, f"file: {size} bytes is more than the {largest} allowed for {mime_type}")
    if size == 0:
        raise GraphError(131053, "file: the file is empty")


def describe(world: World, medium: Medium) -> MediaAnswer:
    """Return what Graph tells of a file, with a fresh address."""
    return MediaAnswer(
        url=world.media.url(medium, now=world.clock.now()),
        mime_type=medium.mime_type,
        sha256=medium.sha256,
        file_size=str(len(medium.content)),
        id=medium.id,
    )


@get("/_media/{media_id:str}")
async def download_media(
    media_id: FromPath[str],
    request: GraphRequest,
    world: NamedDependency[World],
    ext: FromQuery[int],
    tag: Annotated[str, QueryParameter(name="hash")],
) -> Response[bytes]:
    """Hand out a file; needs the bearer token, 404 once the address expired (Meta)."""
    if token_of(request) not in world.book.tokens():
        raise GraphError(190)
    medium = world.media.get(media_id)
    if medium is None or not world.media.is_valid(media_id, expires=ext, tag=tag, now=world.clock.now()):
        return Response(b"", status_code=NOT_FOUND, media_type="text/plain")
    return Response(medium.content, media_type=medium.mime_type)
