"""Reads files from addresses that others gave us: looked up once, pinned to what was looked at, following nothing."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from http import HTTPStatus

import httpx

from adapters.fetching.addresses import AddressRefusedError, Guard, HostNotFoundError, Resolve
from adapters.fetching.clients import new_client
from application.ports.downloads import Download, DownloadError, DownloadProblem

TIMEOUT = httpx.Timeout(connect=5.0, read=20.0, write=10.0, pool=10.0)
"""Seconds; reading is between two pieces."""
MAX_CONNECTIONS = 32
USER_AGENT = "PyTake"
"""Some hosts answer a page of error where there is none (reference 5.2)."""

_PROBLEMS: dict[int, DownloadProblem] = {
    HTTPStatus.NOT_FOUND: DownloadProblem.EXPIRED,
    HTTPStatus.GONE: DownloadProblem.EXPIRED,
    HTTPStatus.UNAUTHORIZED: DownloadProblem.DENIED,
    HTTPStatus.FORBIDDEN: DownloadProblem.DENIED,
}


def new_download_client() -> httpx.AsyncClient:
    """Make a client of its own."""
    return new_client(timeout=TIMEOUT, connections=MAX_CONNECTIONS)


class HttpDownloads:
    """Implements Downloads. `trusted` are addresses whose origins may be private: the operator wrote them down."""

    def __init__(
        self, client: httpx.AsyncClient, *, trusted: Collection[str] = (), resolve: Resolve | None = None
    ) -> None:
        self._client = client
        self._guard = Guard(trusted=trusted, resolve=resolve)

    @asynccontextmanager
    async def open(self, url: str, *, hosts: Collection[str] = (), token: str | None = None) -> AsyncIterator[Download]:
        """Ask for an address, once. Raises DownloadError."""
        with _Translated():
            target = await self._guard.target_of(url, schemes=("https",), hosts=hosts)
        headers = {"Host": target.host_header, "User-Agent": USER_AGENT, "Accept-Encoding": "identity"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        streamed = self._client.stream(
            "GET", target.url, headers=headers, extensions=target.extensions, follow_redirects=False
        )
        with _Translated():
            async with streamed as response:
                if response.status_code != HTTPStatus.OK:
                    problem = _PROBLEMS.get(response.status_code, DownloadProblem.FAILED)
                    raise DownloadError(problem, f"HTTP {response.status_code}")
                yield Download(
                    chunks=_chunks(response), size=_size(response), mime=response.headers.get("content-type")
                )


async def _chunks(response: httpx.Response) -> AsyncIterator[bytes]:
    """Give the bytes as they lie on the wire: nothing is unpacked, so that nothing can grow."""
    with _Translated():
        async for chunk in response.aiter_raw():
            yield chunk


def _size(response: httpx.Response) -> int | None:
    text = response.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() else None


class _Translated:
    """The one door for others' errors. The texts of httpx's hold the address, with what it was signed by."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        """Say it in the port's words."""
        if isinstance(error, AddressRefusedError):
            raise DownloadError(DownloadProblem.ADDRESS_REFUSED, str(error)) from error
        if isinstance(error, HostNotFoundError):
            raise DownloadError(DownloadProblem.FAILED, str(error)) from error
        if isinstance(error, httpx.HTTPError | httpx.InvalidURL | httpx.StreamError):
            raise DownloadError(DownloadProblem.FAILED, type(error).__name__) from None
