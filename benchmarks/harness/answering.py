"""PyTake as it runs: simulator, API and worker, each its own process; customers write, the echo flow answers."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import msgspec

from benchmarks.harness.bodies import PHONE_NUMBER_ID, Delivery, phone
from benchmarks.harness.children import Child, child, free_port
from benchmarks.harness.http_load import closed_loop, open_loop
from benchmarks.harness.world import Company, World, company, rows
from simulator.load_report import match_answers
from simulator.state.ledger import SendRow

BATCH = 25
"""Customers in one webhook when a backlog is made: what a busy number's delivery joins."""
PATIENCE = 120.0
QUIET = 0.7
"""Seconds without work before a run counts as over: the simulator's last status comes 0.4 s after a send."""
CALLBACK = "/_sim/inbound"


class _Receipt(msgspec.Struct, frozen=True):
    id: str
    at: float


class _Totals(msgspec.Struct, frozen=True):
    sends: int
    duplicates: int


class _Page(msgspec.Struct, frozen=True):
    sends: list[SendRow]
    totals: _Totals


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a load: from the first message written to the last answer accepted."""

    seconds: float
    latencies: list[float]
    by_worker: float
    by_api: float
    by_simulator: float
    by_postgres: float


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that runs."""

    world: World
    company: Company
    simulator: Child
    api: Child
    worker: Child

    async def backlog(self, count: int) -> Answered:
        """Let `count` messages be written as fast as they go, and wait for all answers."""
        places = [range(start, min(start + BATCH, count)) for start in range(0, count, BATCH)]
        work = [_request("/batch", batch) for batch in places]
        return await self._measured(work, rate=None, count=count)

    async def at_rate(self, rate: float, *, seconds: float) -> Answered:
        """Let messages be written at a rate, each when it is due."""
        count = max(5, int(rate * seconds))
        work = [_request("", [place]) for place in range(count)]
        return await self._measured(work, rate=rate, count=count)

    async def quiet(self) -> None:
        """Wait until all webhooks are delivered and nothing is left in any lane."""
        until = time.monotonic() + PATIENCE
        while not await self._is_quiet():
            if time.monotonic() > until:
                raise AssertionError("the work does not end")
            await asyncio.sleep(0.1)

    async def _is_quiet(self) -> bool:
        sql = "SELECT count(*) AS due FROM platform.lanes WHERE due_at <= now() OR lease_owner IS NOT NULL"
        before = await rows(self.company.owner_url, sql)
        health = await _get(self.simulator.port, "/_sim/health")
        if before[0]["due"] or msgspec.json.decode(health)["webhooks_under_way"]:
            return False
        await asyncio.sleep(QUIET)
        return not (await rows(self.company.owner_url, sql))[0]["due"]

    async def _measured(self, work: Sequence[Delivery], *, rate: float | None, count: int) -> Answered:
        start = (await self._page(after=0, limit=0)).totals.sends
        before = self._used()
        asked = await _write(self.simulator.port, work, rate=rate)
        if len(asked) != count:
            raise AssertionError(f"the simulator took {len(asked)} of {count} messages")
        sends = await self._answers(after=start, count=count)
        used = [now - then for now, then in zip(self._used(), before, strict=True)]
        latencies, extra = match_answers(asked, sends)
        if len(latencies) != count or extra:
            raise AssertionError(f"{len(latencies)} of {count} messages were answered, with {extra} answers too many")
        _check_order(sends)
        began = min(at for _, at in asked.values())
        return Answered(
            seconds=max(send.accepted_at for send in sends) - began,
            latencies=sorted(latencies),
            by_worker=used[0],
            by_api=used[1],
            by_simulator=used[2],
            by_postgres=used[3],
        )

    def _used(self) -> list[float]:
        children = (self.worker, self.api, self.simulator, self.world)
        return [each.cpu_seconds() for each in children]

    async def _answers(self, *, after: int, count: int) -> list[SendRow]:
        sends: list[SendRow] = []
        until = time.monotonic() + PATIENCE
        while len(sends) < count and time.monotonic() < until:
            await asyncio.sleep(0.2)
            page = await self._page(after=after + len(sends), limit=10_000)
            sends.extend(page.sends)
        await asyncio.sleep(0.3)  # a double follows its original closely
        page = await self._page(after=after + len(sends), limit=10_000)
        if page.totals.duplicates:
            raise AssertionError(f"{page.totals.duplicates} answers were sent twice")
        return [*sends, *page.sends]

    async def _page(self, *, after: int, limit: int) -> _Page:
        raw = await _get(self.simulator.port, f"/_sim/ledger?section=sends&after={after}&limit={limit}")
        return msgspec.json.decode(raw, type=_Page)


def _check_order(sends: Sequence[SendRow]) -> None:
    """Refuse answers that came in another order than their customer's messages: the echo has their numbers."""
    last: dict[str, int] = {}
    for send in sends:
        number = int(send.text.rpartition(" ")[2])
        if last.get(send.to, -1) >= number:
            raise AssertionError("answers to one customer came out of order")
        last[send.to] = number


def _inbound(place: int) -> dict[str, object]:
    message = {"type": "text", "text": {"body": f"mensagem {place}"}}
    name = f"Cliente {phone(place)[-4:]}"
    return {"phone_number_id": PHONE_NUMBER_ID, "from": phone(place), "name": name, "message": message}


def _request(path: str, places: Sequence[int]) -> Delivery:
    """Write one message, or several that travel in one webhook; the delivery's ids are the customers' phones."""
    inbounds = [_inbound(place) for place in places]
    body = inbounds if path else inbounds[0]
    raw = msgspec.json.encode(body)
    head = f"POST {CALLBACK}{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    return Delivery(f"{head}Content-Length: {len(raw)}\r\n\r\n".encode() + raw, tuple(map(phone, places)))


async def _write(port: int, work: Sequence[Delivery], *, rate: float | None) -> dict[str, tuple[str, float]]:
    """Let customers write; give who wrote each message, and when."""
    asked: dict[str, tuple[str, float]] = {}

    def note(delivery: Delivery, body: bytes) -> None:
        found = msgspec.json.decode(body, type=_Receipt | list[_Receipt])
        receipts = found if isinstance(found, list) else [found]
        for customer, receipt in zip(delivery.ids, receipts, strict=True):
            asked[receipt.id] = (customer, receipt.at)

    if rate is None:
        await closed_loop(port, work, connections=1, seconds=PATIENCE, on_body=note)
    else:
        await open_loop(port, work, rate=rate, on_body=note)
    return asked


async def _get(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return answer.partition(b"\r\n\r\n")[2]


@asynccontextmanager
async def open_stage(world: World, *, name: str, notes: Path | None = None) -> AsyncIterator[Stage]:
    """Start everything; with `notes`, the API and the worker note their statements there when they end."""
    api_port, simulator_port = free_port(), free_port()
    public, simulated = f"http://127.0.0.1:{api_port}", f"http://127.0.0.1:{simulator_port}"
    async with AsyncExitStack() as stack:
        found = await stack.enter_async_context(
            company(world, name=name, public_url=public, simulator_url=simulated, flow=True)
        )
        simulator = await stack.enter_async_context(
            child("-m", "simulator", "--port", str(simulator_port), "--webhook-url", public + found.webhook_path,
                  environment={}, port=simulator_port)
        )  # fmt: skip
        serve = (*_program(notes, "api"), "serve", "--port", str(api_port))
        api = await stack.enter_async_context(child(*serve, environment=found.environment, port=api_port))
        worker = await stack.enter_async_context(
            child(*_program(notes, "worker"), "work", environment=found.environment)
        )
        yield Stage(world=world, company=found, simulator=simulator, api=api, worker=worker)


def _program(notes: Path | None, name: str) -> tuple[str, ...]:
    if notes is None:
        return ("-m", "entrypoints.cli.main")
    return ("-m", "benchmarks.harness.capture", str(notes / name))
