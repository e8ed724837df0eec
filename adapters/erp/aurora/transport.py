"""One HTTP call to the provider's system, and the one door at which httpx's exceptions become ours."""

import asyncio
import re
from collections.abc import Mapping
from http import HTTPStatus

import httpx
import msgspec

from application.ports.erp import ErpError

CONNECT_SECONDS = 5.0
DEADLINE_SECONDS = 20.0
"""The whole call: an ERP is usually the provider's own server, and slow; whoever waits for it is a person."""
TIMEOUT = httpx.Timeout(DEADLINE_SECONDS, connect=CONNECT_SECONDS)
MAX_ANSWER_BYTES = 1024 * 1024
"""Ten years of invoices of one customer are a tenth of it."""

TOKEN_HEADER = "X-Token"  # noqa: S105 - a header's name
KEY_HEADER = "Idempotency-Key"
_TOKEN = re.compile(r"[\x21-\x7e]+", re.ASCII)
"""What a header may hold; httpx would put anything else into the text of its exception."""
_PASSING = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS})
_ABSENT = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.CONFLICT, HTTPStatus.GONE})
"""Nobody of that id, or an invoice that is paid: there is nothing to give."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """One question; what holds personal data stands in `query` and `body`, never in `path`."""

    path: str
    query: Mapping[str, str] = {}
    body: Mapping[str, object] | None = None
    once: str | None = None

    def __repr__(self) -> str:
        """Leave out what was asked: questions end up in tracebacks."""
        return "Wanted(…)"


class AuroraTransport:
    """Calls the system at `base_url`, which whoever runs this installation wrote down. Follows nothing."""

    def __init__(self, client: httpx.AsyncClient, *, base_url: str, token: str) -> None:
        self._client, self._base_url, self._token = client, base_url.rstrip("/"), token

    async def call(self, wanted: Wanted) -> bytes | None:
        """Give the body of the answer; None when there is no such thing. Raises ErpError."""
        if not _TOKEN.fullmatch(self._token):
            raise ErpError("not_connected", "the token is empty or has characters that no token has")
        try:
            async with asyncio.timeout(DEADLINE_SECONDS):
                status, body = await self._exchange(wanted)
        except TimeoutError as error:
            raise ErpError("timeout", is_passing=True) from error
        except httpx.TimeoutException as error:
            raise ErpError("timeout", type(error).__name__, is_passing=True) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise ErpError("unavailable", type(error).__name__, is_passing=True) from error
        return _judged(status, body)

    async def _exchange(self, wanted: Wanted) -> tuple[int, bytes]:
        headers = {TOKEN_HEADER: self._token, "Accept-Encoding": "identity"}
        if wanted.once is not None:
            headers[KEY_HEADER] = wanted.once
        streamed = self._client.stream(
            "GET" if wanted.body is None else "POST",
            f"{self._base_url}/{wanted.path}",
            params=dict(wanted.query) or None,
            json=wanted.body,
            headers=headers,
            timeout=TIMEOUT,
            follow_redirects=False,
        )
        async with streamed as response:
            return response.status_code, await _bounded(response)


async def _bounded(response: httpx.Response) -> bytes:
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > MAX_ANSWER_BYTES:
            raise ErpError("answer_too_large")
    return bytes(body)


def _judged(status: int, body: bytes) -> bytes | None:
    """Give the body of a yes, None for what is not there. An ERP's words are not repeated: they may name people."""
    if status in _ABSENT:
        return None
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return body
    told = f"HTTP {status}"
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise ErpError("unauthorized", told)
    is_passing = status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _PASSING
    raise ErpError("unavailable" if is_passing else "rejected", told, is_passing=is_passing)
