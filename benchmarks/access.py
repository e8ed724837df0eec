"""What guarding a request costs: row-level security, session check and rate limit, beside the same route without."""

import asyncio
import gc
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, nullcontext
from unittest.mock import patch

import msgspec
from dishka import AsyncContainer, Provider
from litestar import Litestar
from redis.asyncio import Redis

from adapters.redis.client import close_redis, connect_redis
from benchmarks.harness.access_finding import (
    BARE,
    CALLERS,
    GUARDED,
    MANY_BARE,
    MANY_GUARDED,
    PATIENCE,
    POSTGRES,
    REDIS,
    REFUSED,
    STRIPPED,
    access_finding,
)
from benchmarks.harness.in_process import Call, Looped, closed_loop, unseen_logs
from benchmarks.harness.office import (
    BURST,
    ROUTE,
    app_of,
    expected_page,
    fill,
    known,
    log_in,
    log_out,
    more_sessions,
)
from benchmarks.harness.report import Finding
from benchmarks.harness.rounds import Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.unguarded import Known, NoLimits, NoStandings, NoTransaction, require_fences, take_fences_down
from benchmarks.harness.world import LOGIN, Company, World, address, clone, company, drop
from entrypoints.http.guards.rates import RateGate
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

NAME, OPEN_NAME = "access", "access_open"
POLL = 0.02
ENDS_EVERY = 5
"""Rounds between two sessions that are ended."""
UNAUTHENTICATED = 401


class Without(msgspec.Struct, frozen=True, kw_only=True):
    """What a side does without, and who asks there."""

    rls: bool = True
    standing: bool = True
    limits: bool = True
    binding: bool = False
    """Without the transaction that sets the tenant, and the gate's own work with buckets, too."""
    many: bool = False
    """Each request comes from another session."""


SIDES = {
    GUARDED: Without(rls=False, standing=False, limits=False),
    BARE: Without(),
    "bare + RLS": Without(rls=False),
    "bare + session check": Without(standing=False),
    "bare + rate limit": Without(limits=False),
    STRIPPED: Without(binding=True),
    MANY_GUARDED: Without(rls=False, standing=False, limits=False, many=True),
    MANY_BARE: Without(many=True),
}


class Stage(msgspec.Struct, frozen=True, kw_only=True):
    """What all sides share; `office` is another process as far as standings go."""

    world: World
    redis: Redis
    office: Litestar
    token: str
    many: list[str]
    expected: bytes


async def run(world: World, size: Size) -> Finding:
    """Measure all sides."""
    async with AsyncExitStack() as stack:
        stack.enter_context(unseen_logs())
        found = await stack.enter_async_context(company(world, name=NAME, public_url="http://127.0.0.1:9", flow=True))
        token, *many = await _prepare(found, size)
        open_url = await clone(world, name=OPEN_NAME, template=NAME)
        stack.push_async_callback(drop, world, OPEN_NAME)
        await take_fences_down(open_url)
        await require_fences(found.owner_url, are_up=True)
        redis = connect_redis(world.redis_url)
        stack.push_async_callback(close_redis, redis)
        office = await stack.enter_async_context(_container(found))
        bearer, app = await known(office, token), app_of(office)
        expected = await expected_page(found, app, token)
        stage = Stage(world=world, redis=redis, office=app, token=token, many=many, expected=expected)
        sides: dict[str, Side] = {}
        for name, without in SIDES.items():
            url = open_url if without.rls else found.owner_url
            container = await stack.enter_async_context(_container(found, url, *_overrides(without, bearer)))
            sides[name] = _side(stage, app_of(container), size, without)
        stack.enter_context(_applications_set_aside())
        return access_finding(await interleave("access", sides, rounds=size.access_rounds))


async def _prepare(found: Company, size: Size) -> list[str]:
    async with _container(found) as container:
        await fill(found, container)
        token = await log_in(app_of(container))
        return [token, *await more_sessions(found, container, token, count=size.access_sessions)]


@asynccontextmanager
async def _container(found: Company, url: str | None = None, *overrides: Provider) -> AsyncIterator[AsyncContainer]:
    settings = read_settings({**found.environment, "DATABASE_URL": address(url or found.owner_url, user=LOGIN)})
    container = make_container(settings, *overrides)
    try:
        yield container
    finally:
        await container.close()


def _overrides(without: Without, bearer: Known) -> list[Provider]:
    wanted = {
        NoStandings(bearer): without.standing,
        NoLimits(): without.limits,
        NoTransaction(): without.binding,
    }
    return [provider for provider, is_wanted in wanted.items() if is_wanted]


def _side(stage: Stage, app: Litestar, size: Size, without: Without) -> Side:
    call = Call(app, "GET", ROUTE, *(stage.many if without.many else [stage.token]))
    is_guarded = without == SIDES[GUARDED]

    async def measure(number: int) -> Sample:
        with _no_buckets() if without.binding else nullcontext():
            first = await closed_loop(call, stage.expected, callers=CALLERS, seconds=size.access_seconds / 8)
            postgres, redis = stage.world.cpu_seconds(), await _cpu_seconds(stage.redis)
            seen = await closed_loop(call, stage.expected, callers=CALLERS, seconds=size.access_seconds)
            postgres = stage.world.cpu_seconds() - postgres
            redis = await _cpu_seconds(stage.redis) - redis
        if not without.limits:
            _check_counted(first, seen)
        more = {POSTGRES: 1e6 * postgres / seen.answered, REDIS: 1e6 * redis / seen.answered}
        if is_guarded and number % ENDS_EVERY == 0:
            more[REFUSED] = await _end_a_session(stage, app)
        return Sample(
            rate=seen.answered / seen.seconds,
            cpu_us=1e6 * seen.cpu_seconds / seen.answered,
            more=more,
        )

    return measure


@contextmanager
def _applications_set_aside() -> Iterator[None]:
    """Keep the collector from looking through eight applications, for a third of a second, in anybody's round."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def _no_buckets() -> Iterator[None]:
    async def let_pass(*_: object) -> None:
        pass

    with patch.object(RateGate, "let_known", let_pass):
        yield


async def _cpu_seconds(redis: Redis) -> float:
    used = await redis.info("cpu")
    return float(used["used_cpu_sys"]) + float(used["used_cpu_user"])


def _check_counted(first: Looped, seen: Looped) -> None:
    """Every request must have been taken out of the buckets in Redis, which get one back in a second."""
    limits = {answer.header(b"ratelimit-limit") for answer in seen.last}
    counted = _left(first) - _left(seen)
    if limits != {str(BURST)} or not -1 <= seen.answered - counted <= seen.seconds + CALLERS:
        raise AssertionError(f"{seen.answered} requests were answered and {counted} counted; the limits were {limits}")


def _left(seen: Looped) -> int:
    return min(int(answer.header(b"ratelimit-remaining")) for answer in seen.last)


async def _end_a_session(stage: Stage, app: Litestar) -> float:
    """End a session in another process while the callers ask on; give when it was refused here."""
    token = await log_in(stage.office)
    doomed = Call(app, "GET", ROUTE, token)
    others = Call(app, "GET", ROUTE, stage.token)
    if (answer := await doomed()).body != stage.expected:
        raise AssertionError(f"a new session was answered {answer.status}")
    asking = asyncio.create_task(closed_loop(others, stage.expected, callers=CALLERS // 4, seconds=PATIENCE / 2))
    await log_out(stage.office, token)
    ended = time.perf_counter()
    while (answer := await doomed()).status != UNAUTHENTICATED:
        if time.perf_counter() - ended > PATIENCE:
            raise AssertionError(f"a session that ended {PATIENCE:g} s ago was answered {answer.status}")
        await asyncio.sleep(POLL)
    refused_after = time.perf_counter() - ended
    await asking
    return refused_after
