"""Things that change faster than anybody wants to hear of, at most once a second each."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Generic, TypeVar

Signal = TypeVar("Signal")

EVERY_SECONDS = 1.0
"""What people still feel as immediate for a colleague's typing or absence."""


class Coalescer(Generic[Signal]):
    """Sends the first signal of a key at once and of those that follow within a second only the last, after it."""

    def __init__(self, send: Callable[[Signal], Coroutine[None, None, None]]) -> None:
        self._send = send
        self._waiting: dict[str, Signal | None] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._sending: set[asyncio.Task[None]] = set()

    def offer(self, key: str, signal: Signal) -> None:
        """Send now or, if the key was sent within the last second, after it."""
        if key in self._waiting:
            self._waiting[key] = signal
        else:
            self._send_now(key, signal)

    def close(self) -> None:
        """Forget what waits."""
        for timer in self._timers.values():
            timer.cancel()
        self._waiting.clear()
        self._timers.clear()

    def _send_now(self, key: str, signal: Signal) -> None:
        task = asyncio.create_task(self._send(signal))
        self._sending.add(task)
        task.add_done_callback(self._sending.discard)
        self._waiting[key] = None
        self._timers[key] = asyncio.get_running_loop().call_later(EVERY_SECONDS, self._lapse, key)

    def _lapse(self, key: str) -> None:
        signal = self._waiting.pop(key)
        del self._timers[key]
        if signal is not None:
            self._send_now(key, signal)
