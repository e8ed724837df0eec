"""The built dashboard over HTTP: its page, its files, and nothing that is another's."""

import gzip
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from litestar.types import Receive, Scope, Send

from entrypoints.http.dashboard.pages import Dashboard

PAGE = b"<!doctype html><title>PyTake</title>"
SCRIPT = b"console.log('a');" * 100
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8", "accept-encoding": "gzip, deflate, br"}


async def _beneath(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001 - what an ASGI application takes
    await send({"type": "http.response.start", "status": 418, "headers": []})
    await send({"type": "http.response.body", "body": b"the API", "more_body": False})


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_bytes(PAGE)
    (tmp_path / "favicon.svg").write_bytes(b"<svg/>")
    script = tmp_path / "assets" / "index-abc123.js"
    script.write_bytes(SCRIPT)
    script.with_name("index-abc123.js.gz").write_bytes(gzip.compress(SCRIPT))
    script.with_name("index-abc123.js.br").write_bytes(b"as Brotli makes it")
    return tmp_path


@pytest.fixture
async def browser(built: Path) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(Dashboard(_beneath, folder=built))
    async with httpx.AsyncClient(transport=transport, base_url="http://pytake.example", headers=BROWSER) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/inbox/0198a000-0000-7000-8000-000000000001", "/settings/plan", "/no-such-screen"]
)
async def test_every_address_of_a_screen_is_the_page(browser: httpx.AsyncClient, path: str):
    answer = await browser.get(path)

    assert (answer.status_code, answer.content) == (200, PAGE)
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    "path", ["/api/v1/nothing", "/docs", "/redoc", "/metrics", "/ws", "/.well-known/jwks.json", "/assets/gone.js"]
)
async def test_what_is_anothers_reaches_the_api(browser: httpx.AsyncClient, path: str):
    answer = await browser.get(path)

    assert answer.status_code == 418


async def test_a_program_that_mistypes_an_address_gets_no_page(browser: httpx.AsyncClient):
    answer = await browser.get("/conversations", headers={"accept": "application/json"})

    assert answer.status_code == 418


async def test_nothing_but_reading_is_the_dashboards(browser: httpx.AsyncClient):
    answer = await browser.post("/")

    assert answer.status_code == 418


async def test_named_by_its_content_a_file_is_kept_for_ever(browser: httpx.AsyncClient):
    answer = await browser.get("/assets/index-abc123.js", headers={"accept-encoding": "identity"})

    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.content == SCRIPT


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("br;q=0.0", None), ("", None)],
)
async def test_the_smallest_that_a_browser_takes_is_sent(
    browser: httpx.AsyncClient, accepted: str, encoding: str | None
):
    request = browser.build_request("GET", "/assets/index-abc123.js", headers={"accept-encoding": accepted})
    answer = await browser.send(request, stream=True)

    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "accept-encoding"
    await answer.aclose()


async def test_what_a_browser_has_is_not_sent_again(browser: httpx.AsyncClient):
    first = await browser.get("/")

    again = await browser.get("/", headers={"if-none-match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


async def test_a_head_has_no_body(browser: httpx.AsyncClient):
    answer = await browser.head("/")

    assert answer.content == b""
    assert answer.headers["content-length"] == str(len(PAGE))


async def test_no_script_runs_that_is_not_a_file_of_ours(browser: httpx.AsyncClient):
    policy = (await browser.get("/")).headers["content-security-policy"]

    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "https:" not in policy


async def test_without_a_built_one_there_is_none(tmp_path: Path):
    transport = httpx.ASGITransport(Dashboard(_beneath, folder=tmp_path))
    async with httpx.AsyncClient(transport=transport, base_url="http://pytake.example", headers=BROWSER) as client:
        assert (await client.get("/")).status_code == 418


async def test_nobody_climbs_out_of_its_folder(browser: httpx.AsyncClient, built: Path):
    (built.parent / "secret.txt").write_text("hush", encoding="ascii")

    answer = await browser.get("/assets/../../secret.txt", headers={"accept": "*/*"})

    assert answer.status_code == 418
