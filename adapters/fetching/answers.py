"""What a web service answered, read up to a limit and made a value: whatever it is, it cannot grow."""

import zlib
from datetime import timedelta

import httpx
import msgspec

from domain.flows.session import Value
from domain.flows.values import clean, to_value

MAX_ANSWER = 1024 * 1024
"""Bytes, unpacked: far more than a session may hold, and little enough for many at once."""
LONGEST_REST = timedelta(minutes=1)
"""However long a host wants to be left alone, a contact does not wait longer."""

_GZIP = zlib.MAX_WBITS | 16


class AnswerTooLargeError(Exception):
    """The answer is larger than MAX_ANSWER, or packed in a way that was not asked for."""


async def read_answer(response: httpx.Response) -> Value:
    """Read JSON where the answer says it is, else text; nothing where there is none. Raises AnswerTooLargeError."""
    body = await _read(response)
    if not body:
        return None
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind.endswith(("/json", "+json")):
        try:
            return to_value(msgspec.json.decode(body))
        except (msgspec.DecodeError, RecursionError, ValueError):
            return _text(body, response)
    return _text(body, response)


def retry_after(text: str | None) -> timedelta | None:
    """Read when a host wants to be asked again; a date, which some write, is not read."""
    if text is None or not (text.isascii() and text.isdigit()) or len(text) > len("86400"):
        return None
    return min(timedelta(seconds=int(text)), LONGEST_REST)


async def _read(response: httpx.Response) -> bytes:
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in {"identity", "gzip", ""}:
        raise AnswerTooLargeError(packing)
    unpack = zlib.decompressobj(_GZIP) if packing == "gzip" else None
    body = bytearray()
    async for chunk in response.aiter_raw():
        room = MAX_ANSWER + 1 - len(body)
        try:
            body += unpack.decompress(chunk, room) if unpack is not None else chunk
        except zlib.error as error:
            raise httpx.DecodingError("gzip") from error
        if len(body) > MAX_ANSWER:
            raise AnswerTooLargeError
    return bytes(body)


def _text(body: bytes, response: httpx.Response) -> str:
    try:
        return clean(body.decode(response.charset_encoding or "utf-8", "replace"))
    except LookupError:
        return clean(body.decode("utf-8", "replace"))
