"""A file within a multipart form, read as it comes: nothing of it is kept in memory or waited for."""

from collections.abc import AsyncIterator
from typing import Any

import msgspec
from litestar import Request
from litestar.enums import RequestEncodingType
from litestar.openapi.spec import OpenAPIFormat, OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from multipart import MultipartError, MultipartSegment, PushMultipartParser

from domain.media.kinds import LIMITS
from domain.shared.errors import ErrorDetail, InvalidError, MalformedError
from entrypoints.http.errors import UnsupportedMediaTypeError

FIELD = "file"
MAX_PARTS = 8
"""One is taken."""
MAX_HEADERS = 8 * 1024
LARGEST_FORM = max(LIMITS.values()) + 64 * 1024
"""Bytes: the largest file, and what stands around it."""

AnyRequest = Request[Any, Any, Any]


class UploadedFile(msgspec.Struct, frozen=True, kw_only=True):
    """What was uploaded: its name as the sender calls it, its bytes as they come."""

    filename: str | None
    chunks: AsyncIterator[bytes]
    before: bytes | None = None


class Before(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the form that may stand before the file: its name, and the most bytes that it has."""

    name: str
    most: int


class FileForm(Operation):
    """An operation whose body is such a form, for the API's description."""

    def __post_init__(self) -> None:
        """Describe the body, which no argument of the handler does."""
        file = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY, description="The file itself.")
        form = Schema(type=OpenAPIType.OBJECT, properties={FIELD: file}, required=[FIELD], additional_properties=False)
        media_type = {RequestEncodingType.MULTI_PART.value: OpenAPIMediaType(schema=form)}
        self.request_body = RequestBody(content=media_type, required=True)


async def file_in(request: AnyRequest, *, before: Before | None = None) -> UploadedFile:
    """Find the file in a form, and what may stand before it.

    Raises UnsupportedMediaTypeError, MalformedError, InvalidError.
    """
    content_type, options = request.content_type
    boundary = options.get("boundary", "")
    if content_type != RequestEncodingType.MULTI_PART or not boundary:
        raise UnsupportedMediaTypeError("Send a multipart form with the file in it.")
    parts = _parts(request, boundary)
    text: bytes | None = None
    async for part in parts:
        if not isinstance(part, MultipartSegment):
            text = _joined(text, bytes(part), before)
        elif before is not None and part.name == before.name and text is None:
            text = b""
        else:
            _require_known(part)
            return UploadedFile(filename=part.filename, chunks=_chunks(parts), before=text)
    raise InvalidError("There is no file.", details=(ErrorDetail(field=FIELD, message="is missing"),))


def _require_known(part: MultipartSegment) -> None:
    if part.name != FIELD:
        wrong = ErrorDetail(field=part.name, message="no such field here")
        raise InvalidError("The form has wrong fields.", details=(wrong,))


def _joined(text: bytes | None, more: bytes, before: Before | None) -> bytes:
    joined = (text or b"") + more
    if before is None or len(joined) > before.most:
        wrong = ErrorDetail(field=before.name if before else "", message="is too long")
        raise InvalidError("The form has wrong fields.", details=(wrong,))
    return joined


async def _chunks(parts: AsyncIterator[MultipartSegment | bytes]) -> AsyncIterator[bytes]:
    """Give the bytes of the file; it is the only thing in the form. Raises InvalidError."""
    async for part in parts:
        if isinstance(part, MultipartSegment):
            wrong = ErrorDetail(field=part.name, message="the form holds one file and nothing else")
            raise InvalidError("The form has wrong fields.", details=(wrong,))
        yield bytes(part)


async def _parts(request: AnyRequest, boundary: str) -> AsyncIterator[MultipartSegment | bytes]:
    """Give each part's head, and then its bytes. Raises MalformedError."""
    parser = PushMultipartParser(
        boundary.encode("latin-1", "replace"), max_segment_count=MAX_PARTS, max_header_size=MAX_HEADERS
    )
    try:
        async for chunk in request.stream():
            for part in parser.parse(chunk):
                if part is not None:
                    yield part
        parser.close()
    except (MultipartError, ValueError) as error:
        wrong = ErrorDetail(field="", message="this is no multipart form")
        raise MalformedError("The form cannot be read.", details=(wrong,)) from error
