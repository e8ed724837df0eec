"""One HTTP call to Graph, and the one door at which httpx's exceptions become ours.

Graph has no idempotency key (reference 8.4), hence the kinds of `shared/unanswered.py`. The token travels in the
`Authorization` header only. httpx logs each address at INFO, and an address names the number: the logging set-up
silences the loggers `httpx` and `httpcore`.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from urllib.request import getproxies

import httpx
import msgspec

from adapters.whatsapp.pools import SplitTransport
from adapters.whatsapp.shared.unanswered import NeverSentError, NoAnswerError, WrongSettingsError

CONNECT_SECONDS = 5.0
READ_SECONDS = 20.0
"""Between two pieces of an answer; Meta's slow answers take some seconds."""
WRITE_SECONDS = 10.0
POOL_SECONDS = 5.0
"""Waiting for a free connection; longer means that more is being sent than the pool was sized for."""
DEADLINE_SECONDS = 45.0
"""The whole call, so that an answer that drips in cannot hold a worker's lease."""
UPLOAD_SECONDS = 180.0
"""A file may have 100 MB (reference 5.3); at 10 Mbit/s these take 80 s."""

TIMEOUT = httpx.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS, write=WRITE_SECONDS, pool=POOL_SECONDS)

MAX_CONNECTIONS = 200
"""A number sends 80 messages a second (reference 7.3); at a slow 1.25 s an answer that is 100 calls at once, twice."""
MAX_IDLE_CONNECTIONS = 100
IDLE_SECONDS = 30.0
"""An idle connection that the other side closed first would cost a send its certainty."""

POOLS = 8
"""Among which the connections are divided."""

MAX_ANSWER_BYTES = 256 * 1024
"""Meta's answers to what is asked here have some hundred bytes."""

_TOKEN = re.compile(r"[\x21-\x7e]+", re.ASCII)
"""What a header may hold; httpx would put anything else into the text of its exception."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What Graph answered, whatever it says; a body above what was asked is cut off and so unreadable."""

    status: int
    body: bytes
    retry_after: str | None = None

    @property
    def is_success(self) -> bool:
        """Whether the status is one of the 200s."""
        return httpx.codes.is_success(self.status)


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """A body that is larger than memory should hold: its pieces, their sum in bytes, its type."""

    chunks: AsyncIterator[bytes]
    length: int
    content_type: str


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One call; `path` comes after the version and is escaped already. Its body is `content`, JSON, or `upload`."""

    method: str
    path: str
    token: str
    content: bytes | None = None
    upload: Upload | None = None
    query: dict[str, str] = {}
    headers: dict[str, str] = {}
    max_answer_bytes: int = MAX_ANSWER_BYTES

    def __repr__(self) -> str:
        """Leave out the token and the content: requests end up in tracebacks."""
        return f"Request({self.method} {self.path})"


def new_http_client() -> httpx.AsyncClient:
    """Make the client for all numbers: HTTP/1.1 with connections kept open; a proxy of the environment is used."""
    if getproxies():
        return httpx.AsyncClient(timeout=TIMEOUT, limits=_limits(pools=1))
    verify = httpx.create_ssl_context()
    pools = [httpx.AsyncHTTPTransport(verify=verify, limits=_limits(pools=POOLS)) for _ in range(POOLS)]
    return httpx.AsyncClient(timeout=TIMEOUT, transport=SplitTransport(pools))


def _limits(*, pools: int) -> httpx.Limits:
    return httpx.Limits(
        max_connections=MAX_CONNECTIONS // pools,
        max_keepalive_connections=MAX_IDLE_CONNECTIONS // pools,
        keepalive_expiry=IDLE_SECONDS,
    )


class GraphTransport:
    """Calls Graph at one base address and version, such as `https://graph.facebook.com` and `v26.0`."""

    def __init__(self, client: httpx.AsyncClient, *, base_url: str, api_version: str) -> None:
        self._client = client
        self._root = f"{base_url.rstrip('/')}/{api_version}"

    async def call(self, request: Request) -> Answer:
        """Make one call, once. Raises NotAnsweredError; never for what was answered."""
        if not _TOKEN.fullmatch(request.token):
            raise WrongSettingsError("the access token is empty or has characters that no token has")
        try:
            async with asyncio.timeout(UPLOAD_SECONDS if request.upload else DEADLINE_SECONDS):
                return await self._exchange(request)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError) as error:
            raise NeverSentError(type(error).__name__) from error
        except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            raise WrongSettingsError(type(error).__name__) from error
        except (httpx.HTTPError, TimeoutError) as error:
            raise NoAnswerError(type(error).__name__) from error

    async def _exchange(self, request: Request) -> Answer:
        streamed = self._client.stream(
            request.method,
            f"{self._root}/{request.path}",
            content=request.upload.chunks if request.upload else request.content,
            params=request.query or None,
            headers=_headers(request),
            timeout=TIMEOUT,
            follow_redirects=False,
        )
        async with streamed as response:
            body = await _bounded(response, limit=request.max_answer_bytes)
            return Answer(status=response.status_code, body=body, retry_after=response.headers.get("Retry-After"))


def _headers(request: Request) -> dict[str, str]:
    headers = {"Authorization": f"Bearer {request.token}", "Accept-Encoding": "identity", **request.headers}
    if request.upload is not None:
        body = {"Content-Type": request.upload.content_type, "Content-Length": str(request.upload.length)}
        return {**headers, **body}
    return headers if request.content is None else {**headers, "Content-Type": "application/json"}


async def _bounded(response: httpx.Response, *, limit: int) -> bytes:
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > limit:
            break
    return bytes(body[:limit])
