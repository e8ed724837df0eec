"""API calls over httpx (reference F20): a sinkhole shows that nothing connects where it must not."""

import asyncio
import gzip
import json

import pytest

from adapters.fetching.api_calls import MAX_REDIRECTS, HttpApiCalls, new_api_client
from application.ports.api_calls import ApiAnswer, ApiCallError, ApiHeader, ApiRequest
from tests.contract.fetching.test_downloads import PRIVATE, PUBLIC, Resolve, as_written, resolving, serving
from tests.contract.fetching.wire import Sinkhole, said, sinkhole

HOST = "api.example.com"
TOKEN = ApiHeader(name="Authorization", value="Bearer s3cr3t", is_secret=True)
KEY = ApiHeader(name="X-Api-Key", value="k")
ACCEPT = ApiHeader(name="Accept", value="application/json")
JSON = "application/json; charset=utf-8"


def asking(url: str = f"http://{HOST}/x", *, method: str = "GET", **more: object) -> ApiRequest:
    return ApiRequest(**{"method": method, "url": url, "timeout_seconds": 5.0, **more})  # type: ignore[arg-type]


async def refused(hole: Sinkhole, request: ApiRequest, resolve: Resolve) -> ApiCallError:
    with pytest.raises(ApiCallError) as refusal:
        await HttpApiCalls(hole.client, resolve=resolve).send(request)
    return refusal.value


async def answered(hole: Sinkhole, request: ApiRequest | None = None, resolve: Resolve | None = None) -> ApiAnswer:
    return await HttpApiCalls(hole.client, resolve=resolve or resolving([PUBLIC])).send(request or asking())


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.8.9.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "168.63.129.16",
        "100.64.0.1",
        "100.100.100.200",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "0.0.0.0",  # noqa: S104  # nobody listens
        "0",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "017700000001",
        "0177.0.0.1",
        "\uff11\uff12\uff17.0.0.1",
        "①②⑦.0.0.1",
        "127.0.0.1.",
        "localhost",
        "localhost.",
        "[::1]",
        "[::]",
        "[::127.0.0.1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:a9fe:a9fe]",
        "[::ffff:0:127.0.0.1]",
        "[fd00::1]",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "[fe80::1%25eth0]",
        "[fec0::1]",
        "[ff02::1]",
        "[64:ff9b::a9fe:a9fe]",
        "[64:ff9b:1::a9fe:a9fe]",
        "[2001:0:53aa:64c:0:fbff:8055:5601]",
        "[2001:db8::1]",
        "[2002:7f00:1::]",
        "[2002:a9fe:a9fe::1]",
    ],
)
async def test_no_address_of_ours_is_connected_to_however_it_is_written(host: str) -> None:
    async with sinkhole(said()) as hole:
        for scheme in ("http", "https"):
            refusal = await refused(hole, asking(f"{scheme}://{host}/latest/meta-data"), as_written)

            assert refusal.code == "address_refused"
            assert hole.wire.connected == []


@pytest.mark.parametrize(
    "url",
    [
        f"http://user:password@{PUBLIC}/",
        f"http://{PUBLIC}@127.0.0.1/",
        f"http://{PUBLIC}\\@127.0.0.1/",
        f"http://{PUBLIC}#@127.0.0.1:6379/",
        f"http://{PUBLIC}:22/",
        f"https://{PUBLIC}:6379/",
        f"http://{PUBLIC}:0/",
        f"http://{PUBLIC}:99999/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:6379/_FLUSHALL",
        "ftp://127.0.0.1/",
        "//127.0.0.1/",
        "http:///x",
        "http://[::1/x",
        "http://exa mple.com/",
        "http://example.com\r\nX: y/",
        "http://-\u200b.com..br/",
        f"http://{'a' * 300}.com/",
        f"http://{HOST}/{'a' * 10_000}",
        "",
    ],
)
async def test_what_is_no_plain_address_is_refused(url: str) -> None:
    async with sinkhole(said()) as hole:
        resolve = resolving([PUBLIC]) if "#" not in url else resolving([PRIVATE])
        refusal = await refused(hole, asking(url), resolve)

        assert refusal.code == "address_refused"
        assert hole.wire.connected == []
        assert "127.0.0.1" not in str(refusal)


@pytest.mark.parametrize("found", [[PRIVATE], [PUBLIC, PRIVATE], [PUBLIC, "::ffff:10.0.0.7"], ["not an address"]])
async def test_a_host_with_one_address_of_ours_is_refused(found: list[str]) -> None:
    """A CNAME to the inside ends in such an answer too."""
    async with sinkhole(said()) as hole:
        refusal = await refused(hole, asking(), resolving(found))

        assert refusal.code == "address_refused"
        assert hole.wire.connected == []


async def test_the_address_that_was_looked_at_is_the_one_that_is_connected_to() -> None:
    """DNS rebinding: the second answer would be private, and nobody asks for it."""
    async with sinkhole(said(body=b"{}", Content_Type=JSON)) as hole:
        await answered(hole, resolve=resolving([PUBLIC], [PRIVATE]))

        assert hole.wire.connected == [(PUBLIC, 80)]
        assert f"Host: {HOST}\r\n".encode() in hole.asked[0]


async def test_tls_asks_for_the_host_and_not_the_address() -> None:
    async with sinkhole(b"no TLS here") as hole:
        refusal = await refused(hole, asking(f"https://{HOST}/x"), resolving([PUBLIC]))

        assert refusal.code in {"tls_failed", "unreachable", "broken_answer"}
        assert hole.wire.connected == [(PUBLIC, 443)]


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest/meta-data/iam",
        "//127.0.0.1/",
        "https://[::1]/",
        "http://2130706433/",
        "gopher://127.0.0.1:6379/_FLUSHALL",
        f"http://{PUBLIC}:6379/",
        f"http://x@{PUBLIC}/",
    ],
)
async def test_every_redirect_is_looked_at_anew(location: str) -> None:
    async with sinkhole(said("301 Moved Permanently", Location=location), said()) as hole:
        refusal = await refused(hole, asking(f"http://{PUBLIC}/x"), as_written)

        assert refusal.code == "address_refused"
        assert hole.wire.connected == [(PUBLIC, 80)]


async def test_a_host_that_is_another_at_the_second_step_is_refused() -> None:
    async with sinkhole(said("302 Found", Location="/again"), said()) as hole:
        refusal = await refused(hole, asking(), resolving([PUBLIC], [PRIVATE]))

        assert refusal.code == "address_refused"
        assert len(hole.wire.connected) == 1


async def test_redirects_end() -> None:
    async with sinkhole(said("302 Found", Location="/again")) as hole:
        refusal = await refused(hole, asking(), resolving([PUBLIC]))

        assert (refusal.code, len(hole.asked)) == ("too_many_redirects", MAX_REDIRECTS + 1)


@pytest.mark.parametrize(
    ("status", "method", "becomes"),
    [
        ("301 Moved Permanently", "POST", b"GET"),
        ("302 Found", "POST", b"GET"),
        ("302 Found", "PUT", b"PUT"),
        ("303 See Other", "PUT", b"GET"),
        ("303 See Other", "HEAD", b"HEAD"),
        ("307 Temporary Redirect", "POST", b"POST"),
        ("308 Permanent Redirect", "PATCH", b"PATCH"),
    ],
)
async def test_a_redirect_is_followed_as_browsers_do(status: str, method: str, becomes: bytes) -> None:
    request = asking(method=method, body=None if method == "HEAD" else "a=1", headers=(TOKEN_OVER_HTTP, KEY))
    async with sinkhole(said(status, Location="/y?z=1"), said()) as hole:
        await answered(hole, request)

    assert hole.asked[1].startswith(becomes + b" /y?z=1 HTTP/1.1\r\n")
    assert (b"a=1" in hole.asked[1]) is (becomes == method.encode() != b"HEAD")
    assert b"X-Api-Key: k" in hole.asked[1]


TOKEN_OVER_HTTP = ApiHeader(name="Authorization", value="Bearer plain")


@pytest.mark.parametrize("location", ["http://other.example.com/", f"https://{HOST}/", "http://other.example.com:80/"])
async def test_another_origin_gets_no_key(location: str) -> None:
    async with sinkhole(said("307 Temporary Redirect", Location=location), said(), said()) as hole:
        calls = HttpApiCalls(hole.client, resolve=resolving([PUBLIC]))
        try:
            await calls.send(asking(headers=(TOKEN_OVER_HTTP, KEY, ACCEPT)))
        except ApiCallError as error:
            assert error.code in {"tls_failed", "unreachable", "broken_answer"}  # noqa: PT017  # the sinkhole has no TLS

    for later in hole.asked[1:]:
        assert b"Bearer" not in later
        assert b"X-Api-Key" not in later


async def test_a_secret_goes_nowhere_unencrypted() -> None:
    async with sinkhole(said()) as hole:
        refusal = await refused(hole, asking(headers=(TOKEN,)), resolving([PUBLIC]))

        assert (refusal.code, hole.wire.connected) == ("secret_needs_https", [])
        assert "s3cr3t" not in repr(asking(headers=(TOKEN,)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Host", "127.0.0.1"),
        ("Transfer-Encoding", "chunked"),
        ("content-length", "3"),
        ("Connection", "x"),
        ("X: y\r\nZ", "1"),
        ("X", "a\r\nHost: b"),
        ("X", "\x00"),
        ("", "a"),
        ("X", "a" * 20_000),
    ],
)
async def test_a_header_cannot_make_another_request(name: str, value: str) -> None:
    async with sinkhole(said()) as hole:
        refusal = await refused(hole, asking(headers=(ApiHeader(name=name, value=value),)), resolving([PUBLIC]))

        assert (refusal.code, hole.wire.connected) == ("bad_header", [])


async def test_what_is_answered() -> None:
    body = json.dumps({"saldo": 10.5, "itens": [{"id": 2**70}]}).encode()
    headers = {"Content_Type": JSON, "X_Left": "9", "Set_Cookie": "a=b", "Retry_After": "7"}
    async with sinkhole(said("429 Too Many Requests", body, **headers)) as hole:
        answer = await answered(hole, asking(f"http://{HOST}/saldo de?nome=Zé#x", method="POST", body="{}"))

    assert answer.body == {"saldo": 10.5, "itens": [{"id": hex(2**70)}]}
    assert (answer.status, answer.headers["x-left"], "set-cookie" in answer.headers) == (429, "9", False)
    assert answer.retry_after is not None
    assert answer.retry_after.total_seconds() == 7
    assert hole.asked[0].startswith(b"POST /saldo%20de?nome=Z%C3%A9 HTTP/1.1\r\n")
    assert hole.asked[0].endswith(b"\r\n\r\n{}")


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (said(body=b"ol\xe1", Content_Type="text/plain; charset=latin-1"), "olá"),
        (said(body=b"ol\xe1\x00", Content_Type="text/plain; charset=nonsense"), "ol\ufffd\ufffd"),
        (said(body=b"<html>", Content_Type=JSON), "<html>"),
        (said(body=b"[" * 5_000, Content_Type=JSON), "[" * 5_000),
        (said(body=b"[" * 40 + b"]" * 40, Content_Type="application/problem+json"), None),
        (said(body=gzip.compress(b'"oi"'), Content_Type=JSON, Content_Encoding="gzip"), "oi"),
        (said("204 No Content"), None),
    ],
)
async def test_an_answer_is_json_or_text(answer: bytes, body: object) -> None:
    async with sinkhole(answer) as hole:
        found = (await answered(hole)).body

    while isinstance(found, list):  # too deep a list is cut at its depth
        found = found[0]
    assert found == body


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (said(body=b"x" * (1024 * 1024 + 1)), "answer_too_large"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * (2 * 1024 * 1024), "answer_too_large"),
        (said(body=gzip.compress(b"x" * 20_000_000), Content_Encoding="gzip"), "answer_too_large"),
        (said(body=b"x", Content_Encoding="br"), "answer_too_large"),
        (said(body=b"nonsense", Content_Encoding="gzip"), "broken_answer"),
        (b"nonsense\r\n\r\n", "broken_answer"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello", "broken_answer"),
        (b"", "broken_answer"),
    ],
)
async def test_an_answer_that_is_none(answer: bytes, code: str) -> None:
    async with sinkhole(answer) as hole:
        refusal = await refused(hole, asking(), resolving([PUBLIC]))

    assert (refusal.code, refusal.is_passing) == (code, code == "broken_answer")


async def test_time_is_for_all_of_it() -> None:
    async def drip(_: bytes) -> bytes:
        await asyncio.sleep(0.5)
        return said()

    async def slow(_: str, __: int) -> list[str]:
        await asyncio.sleep(0.5)
        return [PUBLIC]

    async with sinkhole(drip) as hole:
        for resolve in (resolving([PUBLIC]), slow):
            refusal = await refused(hole, asking(timeout_seconds=0.02), resolve)

            assert (refusal.code, refusal.is_passing) == ("timeout", True)


async def test_a_host_that_is_not_there() -> None:
    async def nowhere(_: str, __: int) -> list[str]:
        raise OSError("no such host")

    async with sinkhole(said()) as hole, new_api_client() as client:
        assert (await refused(hole, asking(), nowhere)).code == "host_not_found"
        with pytest.raises(ApiCallError, match="unreachable"):
            await HttpApiCalls(client, trusted=["http://127.0.0.1:9"]).send(asking("http://127.0.0.1:9/"))


async def test_the_operators_own_server_may_be_private_and_no_cookie_is_kept() -> None:
    answer = said(body=b"hello", Set_Cookie="session=theirs; Path=/")
    async with serving(answer) as url, new_api_client() as client:
        calls = HttpApiCalls(client, trusted=[url])

        assert (await calls.send(asking(f"{url}/x", headers=(TOKEN,)))).body == "hello"
        assert list(client.cookies.jar) == []
        with pytest.raises(ApiCallError, match="address_refused"):
            await calls.send(asking(f"{url.replace('127.0.0.1', 'localhost')}/x"))


async def test_no_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with serving(said(body=b"hello")) as url, new_api_client() as client:
        assert (await HttpApiCalls(client, trusted=[url]).send(asking(url))).body == "hello"
