"""Standings remembered in Redis for a minute, so that a request costs the database nothing.

Each is kept under its name. An index per user and per tenant tells which names to drop when theirs change. A mark,
random and changed by every forgetting, keeps a reader that was slow from bringing back what is over meanwhile.
"""

import asyncio
import secrets
import time
from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec
import structlog
from redis.asyncio import Redis

from adapters.redis.breaker import REDIS_AWAY, REST_SECONDS, Breaker
from adapters.redis.standing_scripts import FORGET, KEEP
from application.ports.standing_stores import Remembered, Standing, scopes_of

REMEMBERED_SECONDS = 60
"""How long one may count wrongly at worst: when a process forgot something while only it did not reach Redis."""
MARK = "standing:mark"
MARK_BYTES = 9
MOST_AT_ONCE = 64
"""Readers that share a round trip, most of whose cost is the client's own."""

_decoder: msgspec.msgpack.Decoder[Standing] = msgspec.msgpack.Decoder(Standing)
_log = structlog.get_logger(__name__)


class RedisStandings:
    """Remembers standings (`StandingCache`). What could not be forgotten is owed, and nothing is read before it is."""

    def __init__(self, redis: Redis, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._redis = redis
        self._keep, self._forget = redis.register_script(KEEP), redis.register_script(FORGET)
        self._breaker = Breaker(clock=clock)
        self._clock = clock
        self._owed: dict[str, float] = {}
        self._paying: asyncio.Task[None] | None = None
        self._waiting: list[tuple[Collection[str], asyncio.Future[Remembered]]] = []
        self._reading: asyncio.Task[None] | None = None

    async def read(self, names: Collection[str]) -> Remembered:
        """Give what is remembered; nothing while Redis is away. Who asks while others are read for comes next."""
        answer: asyncio.Future[Remembered] = asyncio.get_running_loop().create_future()
        self._waiting.append((names, answer))
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._read_for_all())
        return await answer

    async def _read_for_all(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            try:
                all_found, mark = await self._ask_redis(list({name for names, _ in batch for name in names}))
            except Exception as error:  # noqa: BLE001 - it belongs to those who asked
                for _, answer in batch:
                    if not answer.done():
                        answer.set_exception(error)
                continue
            for names, answer in batch:
                if not answer.done():
                    found = {name: all_found[name] for name in names if name in all_found}
                    answer.set_result(Remembered(found=found, mark=mark))

    async def _ask_redis(self, names: Sequence[str]) -> tuple[dict[str, Standing], str | None]:
        if self._owed or not self._breaker.allows():
            return {}, None
        try:
            mark, *values = await self._redis.mget(MARK, *(_key(name) for name in names))
            if mark is None:
                await self._redis.set(MARK, _new_mark(), nx=True)
        except REDIS_AWAY as error:
            self._failed(error)
            return {}, None
        self._breaker.succeeded()
        read = {name: _read(value) for name, value in zip(names, values, strict=True)}
        found = {name: one for name, one in read.items() if one is not None}
        return found, mark.decode() if isinstance(mark, bytes) else None

    async def keep(self, standings: Mapping[str, Standing], *, mark: str) -> None:
        """Remember these, unless anything was forgotten since `mark`."""
        keys: list[str] = [MARK]
        arguments: list[str | bytes | int] = [mark, REMEMBERED_SECONDS * 1000]
        for name, standing in standings.items():
            indexes = [_index(scope) for scope in scopes_of(standing) if scope != name]
            keys += [_key(name), *indexes]
            arguments += [msgspec.msgpack.encode(standing), len(indexes)]
        if not self._breaker.allows():
            return
        try:
            await self._keep(keys=keys, args=arguments)
        except REDIS_AWAY as error:
            self._failed(error)

    async def forget(self, scopes: Collection[str]) -> None:
        """Remember nothing of these scopes; as soon as Redis is back, when it is away."""
        until = self._clock() + REMEMBERED_SECONDS
        self._owed |= dict.fromkeys(scopes, until)
        is_paid = self._breaker.allows() and await self._pay()
        if not is_paid and (self._paying is None or self._paying.done()):
            self._paying = asyncio.create_task(self._pay_later())

    async def close(self) -> None:
        """Stop trying."""
        if self._paying is not None:
            self._paying.cancel()
            await asyncio.gather(self._paying, return_exceptions=True)

    async def _pay(self) -> bool:
        scopes = sorted(self._owed)
        keys = [MARK, *(key for scope in scopes for key in (_index(scope), _key(scope)))]
        try:
            await self._forget(keys=keys, args=[_new_mark()])
        except REDIS_AWAY as error:
            self._failed(error)
            return False
        self._breaker.succeeded()
        for scope in scopes:
            self._owed.pop(scope, None)
        return True

    async def _pay_later(self) -> None:
        """Try until Redis is back, or has dropped everything by itself."""
        while self._owed:
            await asyncio.sleep(REST_SECONDS)
            await self._pay()
            now = self._clock()
            self._owed = {scope: until for scope, until in self._owed.items() if until > now}

    def _failed(self, error: Exception) -> None:
        if self._breaker.failed():
            _log.warning("standings_uncached", error=type(error).__name__)


def _read(value: bytes | str | None) -> Standing | None:
    """Decode; what another version of ours wrote in another form is as good as nothing."""
    if not isinstance(value, bytes):
        return None
    try:
        return _decoder.decode(value)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def _key(name: str) -> str:
    return f"standing:{name}"


def _index(scope: str) -> str:
    return f"standing:of:{scope}"


def _new_mark() -> str:
    return secrets.token_urlsafe(MARK_BYTES)
