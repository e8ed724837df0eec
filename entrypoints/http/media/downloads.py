"""A stored file as HTTP answers it: never run by a browser (`nosniff` is on every answer), whole or in part."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from http import HTTPStatus
from urllib.parse import quote

from litestar import Response
from litestar.response import Stream

from application.media.opened_file import OpenedFile
from entrypoints.http.versions import is_among

SANDBOX = "sandbox; default-src 'none'"
"""A file that is opened by itself runs nothing and loads nothing, whatever it is."""
A_FILE = "application/octet-stream"
KEEP_SECONDS = 600
"""The content never changes, and an address lives as long."""

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_PLAIN = re.compile(r"[^\x20-\x7e]|[\"\\%]")

Read = Callable[[int, int | None], Awaitable[AsyncIterator[bytes]]]


async def file_answer(
    file: OpenedFile, read: Read, *, asked: str | None, if_range: str | None, if_none_match: str | None
) -> Response[bytes] | Stream:
    """Answer with a file, the part that was asked for, or that the caller has it already (RFC 9110, 13 and 14)."""
    tag = f'"{file.tag}"'
    headers = {**_headers(file), "etag": tag}
    if if_none_match is not None and is_among(tag, if_none_match):
        return Response(b"", status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    part = _part(asked, file.size) if asked and if_range in {None, tag} else None
    if part is None or file.size is None:
        if file.size is not None:
            headers["content-length"] = str(file.size)
        return Stream(await read(0, None), media_type=_type(file), headers=headers)
    start, end = part
    if start >= end:
        headers["content-range"] = f"bytes */{file.size}"
        return Response(b"", status_code=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers=headers, media_type=A_FILE)
    headers |= {"content-range": f"bytes {start}-{end - 1}/{file.size}", "content-length": str(end - start)}
    return Stream(
        await read(start, end), status_code=HTTPStatus.PARTIAL_CONTENT, media_type=_type(file), headers=headers
    )


def _type(file: OpenedFile) -> str:
    """Name the type of what may be shown; the rest is bytes to be saved."""
    return file.mime if file.is_shown else A_FILE


def _headers(file: OpenedFile) -> dict[str, str]:
    return {
        "content-disposition": disposition_of(file.name, is_shown=file.is_shown),
        "content-security-policy": SANDBOX,
        "cache-control": f"private, max-age={KEEP_SECONDS}",
        "accept-ranges": "bytes" if file.size is not None else "none",
    }


def disposition_of(name: str, *, is_shown: bool) -> str:
    """Say what becomes of a file and how it is called (RFC 6266): in ASCII for the old, in UTF-8 for all others."""
    return (
        f"{'inline' if is_shown else 'attachment'}; "
        f"filename=\"{_PLAIN.sub('_', name)}\"; filename*=UTF-8''{quote(name, safe='')}"
    )


def _part(asked: str, size: int | None) -> tuple[int, int] | None:
    """Read one range as (start, end); None for what is no range or several, which may be ignored."""
    found = _RANGE.fullmatch(asked.strip())
    if found is None or size is None or found[1] == found[2] == "":
        return None
    if not found[1]:
        return max(0, size - int(found[2])), size
    start = int(found[1])
    last = int(found[2]) if found[2] else size - 1
    return (start, min(last + 1, size)) if last >= start or not found[2] else None
