"""What a socket costs, how fast many are told, and how soon all of them are back: beside bare sockets on uvicorn."""

import asyncio
import resource
import statistics
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from importlib.util import find_spec

import asyncpg
import msgspec

from benchmarks.harness.followers import Followers
from benchmarks.harness.halls import Hall, bare_hall, enter, kill, pytake_hall, socketio_hall
from benchmarks.harness.report import Finding
from benchmarks.harness.rounds import Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.socket_clients import Crowd, SocketClient, connect_all
from benchmarks.harness.sockets_finding import (
    BARE,
    BURST,
    CONNECTED,
    KIB,
    MISSED,
    P95,
    P99,
    PYTAKE,
    RESUMED,
    SOCKETIO,
    sockets_finding,
)
from benchmarks.harness.world import World, company
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

PEOPLE = 100
"""Of each company but the last, in which AGENTS follow."""
PATIENCE = 60.0


def has_socketio() -> bool:
    """Whether the peer is installed (the `bench` extra)."""
    return find_spec("socketio") is not None


async def run(world: World, size: Size) -> Finding:
    """Measure both sides, and the storm on ours."""
    _allow_many_files(size.sockets)
    companies = _companies(size)
    async with AsyncExitStack() as stack:
        found = await stack.enter_async_context(company(world, name="sockets", public_url="http://127.0.0.1:9"))
        container = make_container(read_settings(found.environment))
        stack.push_async_callback(container.close)
        owner = await asyncpg.connect(found.owner_url)
        stack.push_async_callback(owner.close)

        async def ours(_: int) -> Sample:
            followers = await Followers.found(container, owner, companies=companies)
            async with pytake_hall(found.environment, followers, companies) as hall:
                sample = await _measure(hall, companies, size)
                storm = await _storm(hall, followers, companies)
                return msgspec.structs.replace(sample, more={**sample.more, **storm})

        async def bare(_: int) -> Sample:
            async with bare_hall(companies) as hall:
                return await _measure(hall, companies, size)

        async def socketio(_: int) -> Sample:
            async with socketio_hall(companies) as hall:
                return await _measure(hall, companies, size)

        sides: dict[str, Side] = {PYTAKE: ours, BARE: bare, **({SOCKETIO: socketio} if has_socketio() else {})}
        seen = await interleave("sockets", sides, rounds=size.rounds)
    return sockets_finding(seen, size, companies)


def _companies(size: Size) -> list[int]:
    people = min(PEOPLE, size.sockets)
    return [*[people] * max(1, (size.sockets - size.agents) // people), size.agents]


def _allow_many_files(sockets: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < sockets + 1_000:
        raise SystemExit(f"{sockets} sockets need as many open files; the limit is {hard}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


async def _measure(hall: Hall, companies: list[int], size: Size) -> Sample:
    """Tell all companies a burst, and then the one with the agents steadily."""
    cpu = hall.server.cpu_seconds()
    hall.crowd.begin()
    began = time.monotonic()
    for _ in range(BURST):
        await hall.tell(range(len(companies)))
    await _heard(hall.crowd, BURST * sum(companies))
    took, cpu = hall.crowd.last_at - began, hall.server.cpu_seconds() - cpu
    delivered, p99 = hall.crowd.heard, _percentile(hall.crowd.latencies, 99)
    hall.crowd.begin()
    count = max(2, int(size.socket_seconds * size.socket_events))
    for _ in range(count):
        await hall.tell([len(companies) - 1])
        await asyncio.sleep(1 / size.socket_events)
    await _heard(hall.crowd, count * companies[-1])
    more = {KIB: hall.kib, P99: p99, P95: _percentile(hall.crowd.latencies, 95), CONNECTED: hall.connected_in}
    return Sample(rate=delivered / took, cpu_us=1e6 * cpu / delivered, more=more)


async def _storm(hall: Hall, followers: Followers, companies: list[int]) -> dict[str, float]:
    """Have all clients vanish, something happen meanwhile, and all come back and resume."""
    homes = [tenant for tenant, count in zip(followers.tenants, companies, strict=True) for _ in range(count)]
    after = {tenant: followers.last_number(tenant) for tenant in followers.tenants}
    kill(hall.clients)
    for _ in range(BURST):
        await hall.tell(range(len(companies)))
    hall.crowd.begin()
    began = time.monotonic()

    async def greet(client: SocketClient, number: int) -> None:
        await enter(client, followers.tokens[number], after=after[homes[number]])

    back = await connect_all(hall.crowd, hall.server.port, ["/ws"] * len(homes), greet)
    took = time.monotonic() - began
    wrong = sum(not _is_all(client, after[home]) for client, home in zip(back, homes, strict=True))
    hall.clients[:] = back
    if wrong:
        raise AssertionError(f"{wrong} of {len(back)} clients missed events or got some twice")
    return {RESUMED: took, MISSED: float(wrong)}


def _is_all(client: SocketClient, after: int) -> bool:
    return client.numbers == list(range(after + 1, after + BURST + 1))


async def _heard(crowd: Crowd, count: int) -> None:
    until = time.monotonic() + PATIENCE
    while crowd.heard < count:
        if time.monotonic() > until:
            raise AssertionError(f"{crowd.heard} of {count} frames were delivered in {PATIENCE:g} s")
        await asyncio.sleep(0.005)
    if crowd.heard != count:
        raise AssertionError(f"{crowd.heard} frames were delivered where {count} were due")


def _percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]
