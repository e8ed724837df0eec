"""One HTTP call to an Evolution server, and the one door at which httpx's exceptions become ours.

The server has no idempotency key (reference 2), hence the kinds of `shared/unanswered.py`. The key travels in the
header `apikey` only.
"""

import asyncio
import re
from urllib.parse import urlsplit

import httpx
import msgspec

from adapters.whatsapp.shared.unanswered import NeverSentError, NoAnswerError, WrongSettingsError
from domain.whatsapp.instances import is_allowed_server

CONNECT_SECONDS = 5.0
READ_SECONDS = 60.0
"""A send waits for WhatsApp's own checks, and creating an instance for five seconds; files are converted meanwhile."""
WRITE_SECONDS = 60.0
"""A file goes along as base64."""
POOL_SECONDS = 5.0
DEADLINE_SECONDS = 90.0
"""The whole call, so that an answer that drips in cannot hold a worker's lease."""

TIMEOUT = httpx.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS, write=WRITE_SECONDS, pool=POOL_SECONDS)

MAX_ANSWER_BYTES = 1024 * 1024
"""Answers repeat the message that was sent, without its file; a QR code as a picture has some kilobytes."""

_KEY = re.compile(r"[\x21-\x7e]+", re.ASCII)
"""What a header may hold; httpx would put anything else into the text of its exception."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What the server answered, whatever it says; a body above the limit is cut off and so unreadable."""

    status: int
    body: bytes
    retry_after: str | None = None

    @property
    def is_success(self) -> bool:
        """Whether the status is one of the 200s."""
        return httpx.codes.is_success(self.status)


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One call; `path` is escaped already. `limit` in bytes is how much of the answer is read."""

    method: str
    base_url: str
    path: str
    key: str
    content: bytes | None = None
    query: dict[str, str] = {}
    limit: int = MAX_ANSWER_BYTES

    def __repr__(self) -> str:
        """Leave out the key and the content: requests end up in tracebacks."""
        return f"Request({self.method} {self.path})"


class EvolutionTransport:
    """Calls Evolution servers; each request names its own, which must be one of `servers` (`*` stands for any)."""

    def __init__(self, client: httpx.AsyncClient, *, servers: tuple[str, ...]) -> None:
        self._client, self._servers = client, servers

    async def call(self, request: Request) -> Answer:
        """Make one call, once. Raises NotAnsweredError; never for what was answered."""
        if not _KEY.fullmatch(request.key):
            raise WrongSettingsError("the API key is empty or has characters that no key has")
        if urlsplit(request.base_url).scheme not in {"http", "https"}:
            raise WrongSettingsError("the server's address is no http or https address")
        if not is_allowed_server(request.base_url, allowed=self._servers):
            raise WrongSettingsError("this installation does not speak to that server: see EVOLUTION_SERVERS")
        try:
            async with asyncio.timeout(DEADLINE_SECONDS):
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
            f"{request.base_url.rstrip('/')}/{request.path}",
            content=request.content,
            params=request.query or None,
            headers=_headers(request),
            timeout=TIMEOUT,
            follow_redirects=False,
        )
        async with streamed as response:
            body = await _bounded(response, limit=request.limit)
            return Answer(status=response.status_code, body=body, retry_after=response.headers.get("Retry-After"))


def _headers(request: Request) -> dict[str, str]:
    headers = {"apikey": request.key, "Accept-Encoding": "identity"}
    return headers if request.content is None else {**headers, "Content-Type": "application/json"}


async def _bounded(response: httpx.Response, *, limit: int) -> bytes:
    body = bytearray()
    async for piece in response.aiter_bytes():
        body += piece
        if len(body) > limit:
            break
    return bytes(body[:limit])
