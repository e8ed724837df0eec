"""Asks web services that flows name: every address looked at before it is asked, at every step of the way."""

import asyncio
import re
from collections.abc import Collection
from http import HTTPStatus
from urllib.parse import urljoin

import httpx
import msgspec

from adapters.fetching.addresses import AddressRefusedError, Guard, HostNotFoundError, Resolve, Target
from adapters.fetching.answers import AnswerTooLargeError, read_answer, retry_after
from adapters.fetching.clients import new_client
from application.ports.api_calls import ApiAnswer, ApiCallError, ApiHeader, ApiRequest

MAX_CONNECTIONS = 64
MAX_REDIRECTS = 3
"""More is a loop, or a maze."""
MAX_HEADERS = 16_384
"""Bytes of all headers; servers refuse more."""
MAX_SHOWN, MAX_SHOWN_VALUE = 50, 1_000
"""Headers of an answer that a flow may look at, and characters of each."""
SCHEMES = ("https", "http")
TIMEOUT = httpx.Timeout(None)
"""A call's own time limits all of it."""

_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
"""RFC 9110: a token."""
_OURS = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
"""What the connection says of itself; in other hands it makes one request into two."""
_GOES_ANYWHERE = frozenset({"accept", "accept-language", "content-type", "idempotency-key", "user-agent"})
"""Headers that another host may see too; any other may be a key under a name that we do not know."""
_HIDDEN = frozenset({"set-cookie", "set-cookie2"})
"""Keys of a session that nobody goes on with."""
_TO_GET = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER})
_REDIRECTS = _TO_GET | {HTTPStatus.TEMPORARY_REDIRECT, HTTPStatus.PERMANENT_REDIRECT}


def new_api_client() -> httpx.AsyncClient:
    """Make a client of its own."""
    return new_client(timeout=TIMEOUT, connections=MAX_CONNECTIONS)


class HttpApiCalls:
    """Implements ApiCalls. `trusted` are addresses whose origins may be private: the operator wrote them down."""

    def __init__(
        self, client: httpx.AsyncClient, *, trusted: Collection[str] = (), resolve: Resolve | None = None
    ) -> None:
        self._client, self._guard = client, Guard(trusted=trusted, resolve=resolve)

    async def send(self, request: ApiRequest) -> ApiAnswer:
        """Ask, once, following some redirects. Raises ApiCallError."""
        _require_headers(request.headers)
        try:
            async with asyncio.timeout(request.timeout_seconds):
                return await self._follow(request)
        except TimeoutError as error:
            raise ApiCallError("timeout", is_passing=True) from error

    async def _follow(self, request: ApiRequest) -> ApiAnswer:
        with _Translated():
            for _ in range(MAX_REDIRECTS + 1):
                target = await self._guard.target_of(request.url, schemes=SCHEMES)
                answer = await self._ask(request, target)
                if isinstance(answer, ApiAnswer):
                    return answer
                request = answer
        raise ApiCallError("too_many_redirects")

    async def _ask(self, request: ApiRequest, target: Target) -> ApiAnswer | ApiRequest:
        """Ask one address; give the answer, or what it says should be asked instead."""
        if target.asked.scheme == "http" and not target.is_ours and any(one.is_secret for one in request.headers):
            raise ApiCallError("secret_needs_https", was_asked=False)
        streamed = self._client.stream(
            request.method,
            target.url,
            headers=[
                (b"Host", target.host_header.encode()),
                (b"Accept-Encoding", b"gzip"),
                *((one.name.encode(), one.value.encode()) for one in request.headers),
            ],
            content=request.body.encode() if request.body is not None else None,
            extensions=target.extensions,
            follow_redirects=False,
        )
        async with streamed as response:
            location = response.headers.get("location")
            if response.status_code in _REDIRECTS and location:
                return _redirected(request, response.status_code, url=urljoin(target.asked.url, location))
            return ApiAnswer(
                status=response.status_code,
                headers=_shown(response.headers),
                body=await read_answer(response),
                retry_after=retry_after(response.headers.get("retry-after")),
            )


def _redirected(request: ApiRequest, status: int, *, url: str) -> ApiRequest:
    """Say what is asked next, as browsers do; another origin gets no header that may be a key."""
    headers = request.headers
    if _origin(url) != _origin(request.url):
        headers = tuple(one for one in headers if one.name.lower() in _GOES_ANYWHERE and not one.is_secret)
    becomes_get = status in _TO_GET and request.method not in {"GET", "HEAD"}
    if becomes_get and (status == HTTPStatus.SEE_OTHER or request.method == "POST"):
        headers = tuple(one for one in headers if not one.name.lower().startswith("content-"))
        return msgspec.structs.replace(request, method="GET", url=url, headers=headers, body=None)
    return msgspec.structs.replace(request, url=url, headers=headers)


def _origin(url: str) -> str:
    """Give what must stay the same; an address that cannot be read is refused when it is asked."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{re.split('[/?#]', rest, maxsplit=1)[0]}".lower()


def _require_headers(headers: tuple[ApiHeader, ...]) -> None:
    for one in headers:
        is_right = _NAME.fullmatch(one.name) and not any(sign < " " or sign == "\x7f" for sign in one.value)
        if not is_right or one.name.lower() in _OURS:
            raise ApiCallError("bad_header", one.name[:60] if is_right else "", was_asked=False)
    if sum(len(one.name) + len(one.value) for one in headers) > MAX_HEADERS:
        raise ApiCallError("bad_header", "too large", was_asked=False)


def _shown(headers: httpx.Headers) -> dict[str, str]:
    """Give the answer's headers, as far as a flow may want them."""
    kept = [(name.lower(), value) for name, value in headers.items() if name.lower() not in _HIDDEN]
    return {name: value[:MAX_SHOWN_VALUE] for name, value in kept[:MAX_SHOWN]}


class _Translated:
    """The one door for others' errors, whose texts may hold the address."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        """Say it in the port's words."""
        match error:
            case AddressRefusedError():
                raise ApiCallError("address_refused", str(error), was_asked=False) from error
            case HostNotFoundError():
                raise ApiCallError("host_not_found", is_passing=True) from error
            case AnswerTooLargeError():
                raise ApiCallError("answer_too_large") from error
            case httpx.ConnectError() if "[SSL" in str(error):
                raise ApiCallError("tls_failed") from None
            case httpx.ConnectError() | httpx.ConnectTimeout():
                raise ApiCallError("unreachable", is_passing=True) from None
            case httpx.InvalidURL() | httpx.UnsupportedProtocol():
                raise ApiCallError("address_refused", was_asked=False) from None
            case httpx.HTTPError() | httpx.StreamError():
                raise ApiCallError("broken_answer", type(error).__name__, is_passing=True) from None
