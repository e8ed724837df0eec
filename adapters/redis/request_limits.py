"""Request limits: in Redis for all processes together, and at a safe share in each process while Redis is away."""

import asyncio
import math
import time
from collections.abc import Callable, Sequence
from itertools import pairwise

import structlog
from redis.asyncio import Redis
from redis.exceptions import NoScriptError

from adapters.redis.breaker import REDIS_AWAY, Breaker
from adapters.redis.local_rates import LocalRates, Rate
from adapters.redis.request_scripts import TAKE
from application.ports.request_limits import Allowance, Bucket

LOCAL_SHARE = 0.25
"""Of every rate, for each process while Redis is away: together they keep the rate up to four processes.

The process counts there also what Redis granted it before, so it does not begin with a full burst.
"""
MOST_AT_ONCE = 64
"""Requests that share a round trip; Redis works on them for a fraction of a millisecond."""
MICROSECONDS = 1_000_000

Buckets = Sequence[Bucket]
States = list[tuple[float, float]]
"""Each bucket's wait (0: it had one) and its time until it is full, in seconds."""

_log = structlog.get_logger(__name__)


class RedisRequestLimits:
    """Takes requests out of buckets (`RequestLimits`): one round trip a request, and one for all that wait meanwhile.

    Most of a round trip's cost is the client's own, so under load a request pays a quarter of it.
    """

    def __init__(self, redis: Redis, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._redis = redis
        self._script = redis.register_script(TAKE)
        self._breaker = Breaker(clock=clock)
        self._local = LocalRates(clock=clock)
        self._waiting: list[tuple[Buckets, asyncio.Future[Allowance]]] = []
        self._asking: asyncio.Task[None] | None = None

    async def take(self, buckets: Buckets) -> Allowance:
        """Take one request out of every bucket, or out of none."""
        answer: asyncio.Future[Allowance] = asyncio.get_running_loop().create_future()
        self._waiting.append((buckets, answer))
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask_for_all())
        return await answer

    async def _ask_for_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            try:
                answers = await self._ask_redis([buckets for buckets, _ in batch])
            except Exception as error:  # noqa: BLE001 - it belongs to those who asked
                for _, answer in batch:
                    if not answer.done():
                        answer.set_exception(error)
                continue
            for place, (buckets, answer) in enumerate(batch):
                allowance = self._allowance(buckets, None if answers is None else answers[place])
                if not answer.done():
                    answer.set_result(allowance)

    def _allowance(self, buckets: Buckets, states: States | None) -> Allowance:
        shares = [_share(bucket) for bucket in buckets]
        if states is None:
            return _tightest(shares, self._local.take([(bucket.key, _rate(bucket)) for bucket in shares]))
        if not any(wait for wait, _ in states):
            for bucket in shares:
                self._local.count(bucket.key, _rate(bucket))
        return _tightest(buckets, states)

    async def _ask_redis(self, batch: Sequence[Buckets]) -> list[States] | None:
        """Give each request's states; None while Redis is away."""
        if not self._breaker.allows():
            return None
        try:
            answers = [await self._one(batch[0])] if len(batch) == 1 else await self._many(batch)
        except REDIS_AWAY as error:
            if self._breaker.failed():
                _log.warning("request_limits_local", error=type(error).__name__)
            return None
        self._breaker.succeeded()
        return [[(wait / MICROSECONDS, full / MICROSECONDS) for wait, full in _pairs(times)] for times in answers]

    async def _one(self, buckets: Buckets) -> Sequence[int]:
        times: Sequence[int] = await self._script(keys=_keys(buckets), args=_shapes(buckets))
        return times

    async def _many(self, batch: Sequence[Buckets]) -> list[Sequence[int]]:
        """Ask for all at once; Redis may have forgotten the script, which whoever asks alone brings again."""
        pipeline = self._redis.pipeline(transaction=False)
        for buckets in batch:
            pipeline.execute_command("EVALSHA", self._script.sha, len(buckets), *_keys(buckets), *_shapes(buckets))
        answers = await pipeline.execute(raise_on_error=False)
        for place, answer in enumerate(answers):
            if isinstance(answer, NoScriptError):
                answers[place] = await self._one(batch[place])
            elif isinstance(answer, Exception):
                raise answer
        return list(answers)


def _keys(buckets: Buckets) -> list[str]:
    return [f"limit:{bucket.key}" for bucket in buckets]


def _shapes(buckets: Buckets) -> list[int]:
    return [part for bucket in buckets for part in (math.ceil(MICROSECONDS / bucket.per_second), bucket.burst)]


def _pairs(times: Sequence[int]) -> list[tuple[int, int]]:
    return list(pairwise(times))[::2]


def _share(bucket: Bucket) -> Bucket:
    burst = max(1, int(bucket.burst * LOCAL_SHARE))
    return Bucket(key=bucket.key, per_second=bucket.per_second * LOCAL_SHARE, burst=burst)


def _rate(bucket: Bucket) -> Rate:
    return Rate(interval=1 / bucket.per_second, burst=bucket.burst)


def _tightest(buckets: Buckets, states: States) -> Allowance:
    """Tell of the bucket that refuses longest, else of the one with the fewest left."""
    allowances = [_told(bucket, *state) for bucket, state in zip(buckets, states, strict=True)]
    return max(allowances, key=lambda allowance: (allowance.retry_after or 0.0, -allowance.remaining))


def _told(bucket: Bucket, wait: float, full: float) -> Allowance:
    left = 0 if wait > 0 else max(0, math.floor(bucket.burst - full * bucket.per_second + _ROUNDING))
    return Allowance(limit=bucket.burst, remaining=left, reset=full, retry_after=wait if wait > 0 else None)


_ROUNDING = 1e-3
"""Of a request: intervals are whole microseconds, so a full bucket seems to lack a hair."""
