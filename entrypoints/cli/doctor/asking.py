"""Asking an address over HTTP, as the world would; bounded in time and size, never an exception."""

import asyncio
import ssl
from typing import NamedTuple

import httpx
import msgspec

SECONDS = 8.0
"""Meta gives a webhook some more; who takes longer than this for an empty one is broken."""
MOST_BYTES = 64 * 1024
"""Of an answer: ours have some hundred."""


class Answer(NamedTuple):
    """What came back; without status nothing did, and `trouble` says why."""

    status: int | None
    body: bytes = b""
    trouble: str = ""

    @property
    def code(self) -> str:
        """Give our own error's code; empty for another's answer."""
        try:
            return msgspec.json.decode(self.body, type=_Envelope).error.code
        except msgspec.MsgspecError:
            return ""

    @property
    def seen(self) -> str:
        """Say what came back, in a few words."""
        return f"answers {self.status}" if self.status else self.trouble


class _Error(msgspec.Struct):
    code: str = ""


class _Envelope(msgspec.Struct):
    error: _Error


async def ask(request: httpx.Request, *, seconds: float = SECONDS) -> Answer:
    """Send one request, follow nothing."""
    try:
        async with asyncio.timeout(seconds), httpx.AsyncClient(timeout=seconds) as client:
            response = await client.send(request, stream=True)
            try:
                return Answer(response.status_code, await _start_of(response))
            finally:
                await response.aclose()
    except (httpx.TimeoutException, TimeoutError):
        return Answer(None, trouble=f"no answer in {seconds:g} s")
    except (httpx.HTTPError, httpx.InvalidURL, ssl.SSLError, OSError) as error:
        return Answer(None, trouble=_words(error))


async def _start_of(response: httpx.Response) -> bytes:
    body = b""
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > MOST_BYTES:
            break
    return body[:MOST_BYTES]


def _words(error: Exception) -> str:
    text = str(error)
    if "CERTIFICATE" in text:
        return "its certificate is not valid"
    if isinstance(error, httpx.ConnectError):
        return "nothing answers"
    return "the connection is cut" if isinstance(error, httpx.HTTPError) else "it cannot be reached"
