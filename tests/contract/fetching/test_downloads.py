"""Downloads over httpx (reference F20): nothing is asked that is not of the public internet, or the operator's own."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
import pytest

from adapters.fetching.addresses import is_public
from adapters.fetching.downloads import HttpDownloads, new_download_client
from application.ports.downloads import DownloadError, DownloadProblem

HOST = "lookaside.fbsbx.com"
PUBLIC, PRIVATE = "157.240.12.35", "10.0.0.7"
Resolve = Callable[[str, int], Awaitable[list[str]]]


def resolving(*answers: list[str]) -> Resolve:
    """Give one answer after the other, as a host does that is made to (DNS rebinding)."""
    left = list(answers)

    async def resolve(_: str, __: int) -> list[str]:
        return left.pop(0) if len(left) > 1 else left[0]

    return resolve


async def as_written(host: str, _: int) -> list[str]:
    """Read an address as the system does, which knows more spellings than people."""
    found = await asyncio.get_running_loop().getaddrinfo(host, 443)
    return [str(entry[4][0]) for entry in found]


class Sinkhole(httpx.AsyncBaseTransport):
    """Answers whatever is asked, and keeps it."""

    def __init__(self, answer: httpx.Response | None = None) -> None:
        self.asked: list[httpx.Request] = []
        self._answer = answer or httpx.Response(200, stream=httpx.ByteStream(b"secret"))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        return self._answer


async def read(downloads: HttpDownloads, url: str, **options: object) -> bytes:
    async with downloads.open(url, **options) as download:  # type: ignore[arg-type]  # as each test says
        return b"".join([chunk async for chunk in download.chunks])


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nobody listens
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fd00::1",
        "fe80::1",
        "fe80::1%eth0",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:a9fe:a9fe",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:db8::1",
        "not an address",
    ],
)
def test_what_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "2a03:2880:f10c::1", "::ffff:157.240.12.35", "64:ff9b::9df0:c23"])
def test_what_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "https://127.0.0.1/x",
        "https://2130706433/x",
        "https://0x7f.1/x",
        "https://017700000001/x",
        "https://0/x",
        "https://[::1]/x",
        "https://[::ffff:a9fe:a9fe]/latest/meta-data",
        "https://localhost/x",
        f"http://{PUBLIC}/x",
        f"https://{PUBLIC}:8443/x",
        f"https://user@{PUBLIC}/x",
        f"https://{PUBLIC}\\@127.0.0.1/x",
        "https:///x",
        "https://[::1/x",
        "https://exa\u200bmple..com/x",
        "file:///etc/passwd",
        "gopher://127.0.0.1:6379/_FLUSHALL",
        "",
    ],
)
async def test_nothing_is_asked_of_such_an_address(url: str) -> None:
    sinkhole = Sinkhole()
    async with httpx.AsyncClient(transport=sinkhole) as client:
        with pytest.raises(DownloadError) as refused:
            await read(HttpDownloads(client, resolve=as_written), url)

    assert refused.value.problem is DownloadProblem.ADDRESS_REFUSED
    assert sinkhole.asked == []


@pytest.mark.parametrize("found", [[PRIVATE], [PUBLIC, PRIVATE], ["::ffff:10.0.0.7"]])
async def test_a_host_with_one_private_address_is_refused(found: list[str]) -> None:
    sinkhole = Sinkhole()
    async with httpx.AsyncClient(transport=sinkhole) as client:
        with pytest.raises(DownloadError) as refused:
            await read(HttpDownloads(client, resolve=resolving(found)), f"https://{HOST}/x", hosts=[HOST])

    assert refused.value.problem is DownloadProblem.ADDRESS_REFUSED
    assert sinkhole.asked == []


async def test_the_address_that_was_looked_at_is_the_one_that_is_asked() -> None:
    sinkhole = Sinkhole()
    async with httpx.AsyncClient(transport=sinkhole) as client:
        downloads = HttpDownloads(client, resolve=resolving([PUBLIC], [PRIVATE]))
        await read(downloads, f"https://{HOST}/a?mid=1&hash=x", hosts=[HOST], token="EAAtoken")

    [asked] = sinkhole.asked
    assert str(asked.url) == f"https://{PUBLIC}/a?mid=1&hash=x"
    assert (asked.headers["host"], asked.extensions["sni_hostname"]) == (HOST, HOST)
    assert asked.headers["authorization"] == "Bearer EAAtoken"


@pytest.mark.parametrize("url", ["https://evil.example/x", f"https://{HOST}.evil.example/x", f"https://{HOST}./x"])
async def test_token_goes_to_hosts_of_the_list_only(url: str) -> None:
    sinkhole = Sinkhole()
    async with httpx.AsyncClient(transport=sinkhole) as client:
        with pytest.raises(DownloadError) as refused:
            await read(HttpDownloads(client, resolve=resolving([PUBLIC])), url, hosts=[HOST], token="EAAtoken")

    assert refused.value.problem is DownloadProblem.ADDRESS_REFUSED
    assert sinkhole.asked == []


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (404, DownloadProblem.EXPIRED),
        (410, DownloadProblem.EXPIRED),
        (401, DownloadProblem.DENIED),
        (302, DownloadProblem.FAILED),
        (500, DownloadProblem.FAILED),
        (799, DownloadProblem.FAILED),
    ],
)
async def test_nothing_is_followed_and_each_refusal_has_its_word(status: int, problem: DownloadProblem) -> None:
    sinkhole = Sinkhole(httpx.Response(status, headers={"location": "http://169.254.169.254/"}))
    async with httpx.AsyncClient(transport=sinkhole) as client:
        with pytest.raises(DownloadError) as refused:
            await read(HttpDownloads(client, resolve=resolving([PUBLIC])), f"https://{HOST}/x")

    assert refused.value.problem is problem
    assert len(sinkhole.asked) == 1


@asynccontextmanager
async def serving(answer: bytes) -> AsyncIterator[str]:
    """A server of the operator's own, on a private address; it answers this and hangs up."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def test_the_operators_own_server_may_be_private() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: image/png\r\n\r\nhello"
    async with serving(answer) as url, new_download_client() as client:
        downloads = HttpDownloads(client, trusted=[url])

        assert await read(downloads, f"{url}/x", hosts=[HOST]) == b"hello"
        with pytest.raises(DownloadError, match="https on its own port"):
            await read(downloads, f"{url.replace('127.0.0.1', 'localhost')}/x")


@pytest.mark.parametrize("answer", [b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello", b"nonsense\r\n\r\n"])
async def test_answer_that_breaks_off_is_a_failure(answer: bytes) -> None:
    async with serving(answer) as url, new_download_client() as client:
        with pytest.raises(DownloadError) as refused:
            await read(HttpDownloads(client, trusted=[url]), f"{url}/x")

    assert refused.value.problem is DownloadProblem.FAILED
    assert url not in str(refused.value)


async def test_nobody_there_is_a_failure() -> None:
    async with new_download_client() as client:
        with pytest.raises(DownloadError) as refused:
            await read(HttpDownloads(client, trusted=["http://127.0.0.1:9"]), "http://127.0.0.1:9/x")

    assert refused.value.problem is DownloadProblem.FAILED
