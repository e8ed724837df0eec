"""The same throttle in one process's memory, for while Redis is away."""

import time
from collections.abc import Callable

from adapters.redis.throttle_rules import LONGER_TIMES, PAIR_TRIES, WIDE_TRIES, WINDOW_SECONDS, Keys

MAX_NAMES = 50_000
"""Above this many names those whose tries are all old are forgotten; some megabytes."""


class LocalThrottle:
    """Sliding logs of tries, by name."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tries: dict[str, dict[str, float]] = {}
        self._levels: dict[str, int] = {}
        self._known: set[str] = set()

    def attempt(self, keys: Keys, *, number: str) -> float:
        """Count a try; or count nothing and give how many seconds to wait."""
        wide = [] if keys.known in self._known else [keys.account]
        wide += [] if keys.network is None else [keys.network]
        waits = [self._wait(keys.pair, self._pair_window(keys), PAIR_TRIES)]
        waits += [self._wait(name, WINDOW_SECONDS, WIDE_TRIES) for name in wide]
        if max(waits) > 0:
            return max(waits)
        self._tidy()
        for name in (keys.pair, keys.account, keys.network):
            if name is not None:
                self._tries.setdefault(name, {})[number] = self._clock()
        if len(self._tries[keys.pair]) >= PAIR_TRIES:
            self._levels[keys.level] = self._levels.get(keys.level, 0) + 1
        return 0.0

    def succeeded(self, keys: Keys, *, number: str) -> None:
        """Forget the pair's tries and this one of the others, and know the pair from now on."""
        self._tries.pop(keys.pair, None)
        self._levels.pop(keys.level, None)
        for name in (keys.account, keys.network):
            self._tries.get(name or "", {}).pop(number, None)
        self._known.add(keys.known)

    def _pair_window(self, keys: Keys) -> float:
        reached = self._levels.get(keys.level, 0)
        return float(WINDOW_SECONDS * 2 ** min(max(reached - 1, 0), LONGER_TIMES))

    def _wait(self, name: str, window: float, tries: int) -> float:
        now = self._clock()
        kept = {number: at for number, at in self._tries.get(name, {}).items() if at > now - window}
        if kept:
            self._tries[name] = kept
        else:
            self._tries.pop(name, None)
        times = sorted(kept.values())
        return 0.0 if len(times) < tries else times[-tries] + window - now

    def _tidy(self) -> None:
        if len(self._tries) + len(self._known) < MAX_NAMES:
            return
        since = self._clock() - WINDOW_SECONDS * 2**LONGER_TIMES
        self._tries = {name: tries for name, tries in self._tries.items() if max(tries.values(), default=0) > since}
        self._levels.clear()
        self._known.clear()
