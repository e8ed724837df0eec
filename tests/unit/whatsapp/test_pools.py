"""Several small pools: who gets a request, and that none stays open."""

import asyncio

import httpx
import pytest

from adapters.whatsapp.cloud.transport import new_http_client
from adapters.whatsapp.pools import SplitTransport


class Pool(httpx.AsyncBaseTransport):
    """Answers when it is let, or fails."""

    def __init__(self) -> None:
        self.taken = 0
        self.may_answer = asyncio.Event()
        self.error: Exception | None = None
        self.is_open = True

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.taken += 1
        await self.may_answer.wait()
        if self.error is not None:
            raise self.error
        return httpx.Response(200, request=request)

    async def aclose(self) -> None:
        self.is_open = False


@pytest.fixture
def pools() -> list[Pool]:
    return [Pool(), Pool(), Pool()]


@pytest.fixture
def client(pools: list[Pool]) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=SplitTransport(pools))


async def test_one_request_after_the_other_keeps_to_one_pool(client: httpx.AsyncClient, pools: list[Pool]) -> None:
    pools[0].may_answer.set()

    for _ in range(4):
        await client.get("http://provider/")

    assert [pool.taken for pool in pools] == [4, 0, 0]


async def test_requests_at_once_are_spread_evenly(client: httpx.AsyncClient, pools: list[Pool]) -> None:
    requests = [asyncio.create_task(client.get("http://provider/")) for _ in range(6)]
    await asyncio.sleep(0)

    taken = [pool.taken for pool in pools]
    for pool in pools:
        pool.may_answer.set()
    await asyncio.gather(*requests)

    assert taken == [2, 2, 2]


async def test_a_pool_that_failed_is_not_busy_any_more(client: httpx.AsyncClient, pools: list[Pool]) -> None:
    pools[0].may_answer.set()
    pools[0].error = httpx.ConnectError("refused")

    for _ in range(2):
        with pytest.raises(httpx.ConnectError):
            await client.get("http://provider/")

    assert [pool.taken for pool in pools] == [2, 0, 0]


async def test_all_are_closed(client: httpx.AsyncClient, pools: list[Pool]) -> None:
    await client.aclose()

    assert not any(pool.is_open for pool in pools)


async def test_a_proxy_of_the_environment_is_still_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.invalid:1")

    async with new_http_client() as client:
        with pytest.raises(httpx.ConnectError):
            await client.get("https://graph.invalid/")
        assert any(client._mounts.values())
