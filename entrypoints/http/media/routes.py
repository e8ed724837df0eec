"""Files of conversations: brought, looked at, had."""

from collections.abc import AsyncIterator
from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Response, Router, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Stream

from application.media.file_addresses import Ticket, Variant
from application.media.get_media import GetMedia, MediaView
from application.media.get_thumbnail import GetThumbnail
from application.media.open_file import OpenFile
from application.media.upload_media import UploadMedia, UploadMediaHandler
from application.ports.file_store import StoreUnavailableError
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.media.errors import (
    BadSignatureError,
    FileTooLargeError,
    MediaNotFoundError,
    MediaNotReadyError,
    MediaRefusedError,
    NoThumbnailError,
)
from domain.media.kinds import JPEG, MediaKind
from domain.shared.ids import MediaId, TenantId
from entrypoints.http.access import CREATES, PUBLIC, SLOW, needs
from entrypoints.http.injection import inject
from entrypoints.http.media.downloads import A_FILE, file_answer
from entrypoints.http.media.examples import MEDIA
from entrypoints.http.media.uploads import LARGEST_FORM, AnyRequest, FileForm, file_in
from entrypoints.http.openapi import BODY, PERSONAL, QUERY, SECURED, answers
from entrypoints.http.openapi import MEDIA as TAG

LARGEST_SECOND = 10_000_000_000
"""Some three centuries from now."""


@post(
    "/media",
    operation_id="UploadMedia",
    summary="Bring a file that is to be sent.",
    description=(
        "Needs media:upload. A multipart form with the part `file`; `kind` is what it will be sent as and sets its "
        "largest size. Its type is told by its bytes, whatever the form says of it. A recording of a browser (WebM, "
        "Ogg, MP4) with `kind=voice` becomes a voice note. Then send it by its id as `media_id`; what nobody sends is "
        "deleted after a week. An Idempotency-Key holds for files up to 3 MB."
    ),
    opt={**needs(Permission.MEDIA_UPLOAD), **CREATES, **SLOW},
    security=SECURED,
    operation_class=FileForm,
    request_max_body_size=LARGEST_FORM,
    responses=answers(
        201,
        MediaView,
        example=MEDIA,
        raises=(*PERSONAL, *BODY, *QUERY, FileTooLargeError, MediaRefusedError, StoreUnavailableError),
    ),
)
@inject
async def upload_media(
    request: AnyRequest,
    actor: NamedDependency[Actor],
    use_case: FromDishka[UploadMediaHandler],
    show: FromDishka[GetMedia],
    kind: Annotated[MediaKind, QueryParameter(description="What it will be sent as.")],
) -> MediaView:
    """Keep it and show it."""
    file = await file_in(request)
    media = await use_case(actor, UploadMedia(kind=kind, chunks=file.chunks, filename=file.filename))
    return show.view(media, tenant_id=actor.tenant_id)


@get(
    "/media/{media_id:uuid}",
    operation_id="GetMedia",
    summary="Tell what a file is, and where to have it.",
    description=(
        "Needs conversations:read, and a conversation with the file that one may see. `url` and `thumbnail_url` need "
        "no login and end some minutes later. A file that is not stored has none: `state` and `reason` say why."
    ),
    opt=needs(Permission.CONVERSATIONS_READ),
    security=SECURED,
    responses=answers(200, MediaView, example=MEDIA, raises=(*PERSONAL, MediaNotFoundError)),
)
@inject
async def get_media(
    media_id: FromPath[UUID], actor: NamedDependency[Actor], use_case: FromDishka[GetMedia]
) -> MediaView:
    """Give the metadata."""
    return await use_case(actor, MediaId(media_id))


@get(
    "/media/{media_id:uuid}/thumbnail",
    operation_id="GetThumbnail",
    summary="Give a small picture of a file.",
    description="Needs conversations:read, and a conversation with the file that one may see.",
    opt=needs(Permission.CONVERSATIONS_READ),
    security=SECURED,
    responses=answers(
        200,
        bytes,
        example="…",
        media_type=JPEG,
        raises=(*PERSONAL, MediaNotFoundError, MediaNotReadyError, NoThumbnailError, StoreUnavailableError),
    ),
)
@inject
async def get_thumbnail(
    media_id: FromPath[UUID], request: AnyRequest, actor: NamedDependency[Actor], use_case: FromDishka[GetThumbnail]
) -> Response[bytes] | Stream:
    """Give the bytes."""
    small = await use_case(actor, MediaId(media_id))

    async def read(start: int, end: int | None) -> AsyncIterator[bytes]:
        del start, end  # a small picture is given whole
        return await use_case.read(small)

    known = request.headers.get("if-none-match")
    return await file_answer(small, read, asked=None, if_range=None, if_none_match=known)


@get(
    "/media/{media_id:uuid}/file",
    operation_id="DownloadMedia",
    summary="Give a file to whoever has its signed address.",
    description=(
        "Public: the address is the right, and `GET /media/{id}` gives it. What is no picture, sound or film is only "
        "ever saved. Takes `Range`."
    ),
    opt=PUBLIC,
    responses=answers(
        200,
        bytes,
        example="…",
        media_type=A_FILE,
        raises=(*QUERY, BadSignatureError, MediaNotFoundError, MediaNotReadyError, NoThumbnailError,
                StoreUnavailableError),
    ),
)  # fmt: skip
@inject
async def download_media(
    media_id: FromPath[UUID],
    request: AnyRequest,
    use_case: FromDishka[OpenFile],
    tenant: Annotated[UUID, QueryParameter(description="As the address says.")],
    variant: Annotated[Variant, QueryParameter(description="As the address says.")],
    expires: Annotated[int, QueryParameter(description="As the address says.", ge=0, le=LARGEST_SECOND)],
    signature: Annotated[str, QueryParameter(description="As the address says.", max_length=100)],
) -> Response[bytes] | Stream:
    """Give the bytes, or some of them."""
    ticket = Ticket(
        tenant_id=TenantId(tenant), media_id=MediaId(media_id), variant=variant, expires=expires, signature=signature
    )
    file = await use_case(ticket)

    async def read(start: int, end: int | None) -> AsyncIterator[bytes]:
        return await use_case.read(file, start=start, end=end)

    headers = request.headers
    return await file_answer(
        file,
        read,
        asked=headers.get("range"),
        if_range=headers.get("if-range"),
        if_none_match=headers.get("if-none-match"),
    )


media_routes = Router("/", route_handlers=[upload_media, get_media, get_thumbnail, download_media], tags=[TAG.name])
