"""Send slots: in Redis for all workers together, and at a safe share in each worker while Redis is away."""

import hashlib
import math
import time
from collections.abc import Callable

import structlog
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY, Breaker
from adapters.redis.gcra import SCRIPT
from adapters.redis.local_rates import LocalRates, Rate
from application.ports.rate_limits import Grants
from domain.shared.ids import WhatsAppConfigId

NUMBER_BURST_SECONDS = 0.1
"""A number's burst is what it sends in this time: Meta counts per second, so a second may see a tenth more."""
SECONDS_A_MINUTE = 60
MINUTE_BURST = 1 / 3
"""Of a limit by the minute this much may go at once; with what comes after it, no minute sees more than the limit."""
PAIR_RATE = Rate(interval=6.0, burst=45)
"""Meta: one message per 6 s to the same user, with bursts of 45 that are borrowed from later (error 131056)."""
LOCAL_SHARE = 0.25
"""Of both rates, for each worker while Redis is away: together they keep the rate up to four workers.

The worker counts there also what Redis granted it before, so it does not begin with a full burst.
"""
MICROSECONDS = 1_000_000

_log = structlog.get_logger(__name__)


class RedisSendRates:
    """Reserves send slots (`SendRates`), one round trip for a batch."""

    def __init__(self, redis: Redis, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._script = redis.register_script(SCRIPT)
        self._breaker = Breaker(clock=clock)
        self._local = LocalRates(clock=clock)

    async def reserve(
        self, config_id: WhatsAppConfigId, *, per_second: int, recipients: list[str], per_minute: int | None = None
    ) -> Grants:
        """Reserve one slot per recipient, in order; nothing is reserved for a refused one."""
        keys = [f"rate:{{{config_id}}}", *(_pair_key(config_id, recipient) for recipient in recipients)]
        number = _number_rate(per_second, per_minute)
        waits = await self._ask_redis(keys, number)
        if waits is None:
            waits = self._local.reserve(keys, number=_share(number), pair=_share(PAIR_RATE))
        else:
            self._count_locally(keys, waits, number)
        return Grants(
            granted=tuple(position for position, wait in enumerate(waits) if wait <= 0),
            retry_after={position: wait for position, wait in enumerate(waits) if wait > 0},
        )

    async def _ask_redis(self, keys: list[str], number: Rate) -> list[float] | None:
        if not self._breaker.allows():
            return None
        arguments = (*_shape(number), *_shape(PAIR_RATE))
        try:
            waits = await self._script(keys=keys, args=arguments)
        except REDIS_AWAY as error:
            if self._breaker.failed():
                _log.warning("send_rates_local", error=type(error).__name__)
            return None
        self._breaker.succeeded()
        return [wait / MICROSECONDS for wait in waits]

    def _count_locally(self, keys: list[str], waits: list[float], number: Rate) -> None:
        for pair_key, wait in zip(keys[1:], waits, strict=True):
            if wait <= 0:
                self._local.count(keys[0], _share(number))
                self._local.count(pair_key, _share(PAIR_RATE))


def _number_rate(per_second: int, per_minute: int | None = None) -> Rate:
    """Give the rate that holds both: of a limit by the minute a part goes at once, and the rest is spread over it."""
    rate = max(1, per_second)
    burst = max(1, int(rate * NUMBER_BURST_SECONDS))
    if per_minute is None or per_minute >= rate * SECONDS_A_MINUTE:
        return Rate(interval=1 / rate, burst=burst)
    burst = min(burst, max(1, int(per_minute * MINUTE_BURST)))
    return Rate(interval=max(1 / rate, SECONDS_A_MINUTE / (per_minute - burst + 1)), burst=burst)


def _share(rate: Rate) -> Rate:
    return Rate(interval=rate.interval / LOCAL_SHARE, burst=max(1, int(rate.burst * LOCAL_SHARE)))


def _shape(rate: Rate) -> tuple[int, int]:
    return math.ceil(rate.interval * MICROSECONDS), rate.burst


def _pair_key(config_id: WhatsAppConfigId, recipient: str) -> str:
    """Name the pair without the phone number; the braces keep a number's keys on one node of a cluster."""
    digest = hashlib.blake2b(recipient.encode(), digest_size=12).hexdigest()
    return f"rate:{{{config_id}}}:{digest}"
