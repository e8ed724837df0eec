"""What a worker does about rates on its own while Redis is away: the same GCRA, at a safe share."""

import time
from collections.abc import Callable, Sequence

import msgspec

MAX_KEYS = 20_000
"""Above this many buckets those that are empty again are forgotten; some megabytes."""


ROUNDING = 1e-6
"""Seconds below which a wait is the rounding of floating-point numbers; Redis counts in microseconds too."""


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """A bucket's shape: one slot per `interval` seconds, and how many at once after a silence."""

    interval: float
    burst: int


class LocalRates:
    """Buckets in memory, by key."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._times: dict[str, float] = {}
        self._crowded = MAX_KEYS

    def reserve(self, keys: Sequence[str], *, number: Rate, pair: Rate) -> list[float]:
        """Reserve for `keys[1:]` on the number `keys[0]`; gives the seconds to wait, 0 where it is granted."""
        now = self._clock()
        refused = dict.fromkeys(keys, 0)
        return [self._reserve(keys[0], key, number=number, pair=pair, now=now, refused=refused) for key in keys[1:]]

    def take(self, buckets: Sequence[tuple[str, Rate]]) -> list[tuple[float, float]]:
        """Take one out of every bucket, or out of none; give each one's wait (0: it had one) and its time till full."""
        now = self._clock()
        waits = [self._wait(key, rate, now=now, ahead=0) for key, rate in buckets]
        if max(waits) <= ROUNDING:
            for key, rate in buckets:
                self._take(key, rate, now=now)
        times = [max(0.0, self._times.get(key, now) - now) for key, _ in buckets]
        return [(wait if wait > ROUNDING else 0.0, full) for wait, full in zip(waits, times, strict=True)]

    def count(self, key: str, rate: Rate) -> None:
        """Count a slot that was granted elsewhere."""
        now = self._clock()
        full = now + rate.interval * rate.burst
        self._take(key, rate, now=now)
        self._times[key] = min(self._times[key], full)

    def _reserve(
        self, number_key: str, pair_key: str, *, number: Rate, pair: Rate, now: float, refused: dict[str, int]
    ) -> float:
        waits = {
            number_key: self._wait(number_key, number, now=now, ahead=refused[number_key]),
            pair_key: self._wait(pair_key, pair, now=now, ahead=refused[pair_key]),
        }
        for key, wait in waits.items():
            refused[key] += wait > ROUNDING
        longest = max(waits.values())
        if longest > ROUNDING:
            return longest
        self._take(number_key, number, now=now)
        self._take(pair_key, pair, now=now)
        return 0.0

    def _wait(self, key: str, rate: Rate, *, now: float, ahead: int) -> float:
        return max(now, self._times.get(key, now)) + rate.interval * (ahead + 1 - rate.burst) - now

    def _take(self, key: str, rate: Rate, *, now: float) -> None:
        if len(self._times) > self._crowded:
            self._times = {key: at for key, at in self._times.items() if at > now}
            self._crowded = max(MAX_KEYS, 2 * len(self._times))
        self._times[key] = max(now, self._times.get(key, now)) + rate.interval
