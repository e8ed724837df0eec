import asyncio
import random
from collections.abc import Callable, Sequence

from simulator.webhooks.updates import Update

Deliver = Callable[[Sequence[Update]], None]
SHUFFLE_SPREAD = 0.2  # seconds by which a shuffled update may be late: enough to overtake later ones


class Outbox:
    """Collects the updates of one callback and hands them on in batches."""

    def __init__(self, deliver: Deliver, *, window: float, busy_window: float, most: int) -> None:
        self._deliver = deliver
        self._window = window
        self._busy_window = busy_window
        self._most = most
        self._flushed_at = 0.0
        self._waiting: list[Update] = []
        self._timer: asyncio.TimerHandle | None = None
        self._is_closed = False
        self._random = random.Random(7)  # noqa: S311 — a fixed seed: a run can be repeated

    def add(self, update: Update, *, delay: float = 0.0, shuffle: bool = False) -> None:
        """Take an update, later when it is delayed or shuffled."""
        if shuffle:
            delay += self._random.random() * SHUFFLE_SPREAD
        if delay > 0:
            asyncio.get_running_loop().call_later(delay, self._take, update)
        else:
            self._take(update)

    def _take(self, update: Update) -> None:
        if self._is_closed:
            return
        self._waiting.append(update)
        if self._timer is None:
            loop = asyncio.get_running_loop()
            is_busy = loop.time() - self._flushed_at < self._busy_window
            self._timer = loop.call_later(self._busy_window if is_busy else self._window, self.flush)

    def flush(self) -> None:
        """Hand on everything that waits."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
            self._flushed_at = asyncio.get_running_loop().time()
        waiting, self._waiting = self._waiting, []
        for start in range(0, len(waiting), self._most):
            self._deliver(waiting[start : start + self._most])

    def close(self) -> None:
        """Forget everything that waits, and what is still delayed."""
        self._is_closed = True
        self._waiting = []
        self.flush()
