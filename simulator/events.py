import asyncio
from collections.abc import AsyncIterator

import msgspec
from msgspec import Struct

SUBSCRIBER_MAX = 1000  # events a slow page may lag behind before it is told to reload
HEARTBEAT_SECONDS = 15.0  # keeps proxies from closing a silent stream


class Resync(Struct, frozen=True, tag="resync", tag_field="kind"):
    """The listener was too slow: read everything again."""


class EventHub:
    """Tells every open phone page what changed; costs nothing when no page is open."""

    def __init__(self) -> None:
        self._queues: set[asyncio.Queue[bytes]] = set()
        self._is_closed = False

    @property
    def is_idle(self) -> bool:
        """Say whether nobody listens, so that callers can skip the work."""
        return not self._queues

    def publish(self, event: Struct) -> None:
        """Send an event to every listener, never waiting for one."""
        if not self._queues:
            return
        body = msgspec.json.encode(event)
        for queue in self._queues:
            if queue.full():
                _empty(queue)
                queue.put_nowait(msgspec.json.encode(Resync()))
            else:
                queue.put_nowait(body)

    def close(self) -> None:
        """End every stream: the server stops."""
        self._is_closed = True
        for queue in self._queues:
            _empty(queue)
            queue.put_nowait(b"")

    async def listen(self) -> AsyncIterator[bytes]:
        """Yield the server-sent events of one listener until it leaves."""
        queue: asyncio.Queue[bytes] = asyncio.Queue(SUBSCRIBER_MAX)
        self._queues.add(queue)
        try:
            yield b": hello\n\n"
            while not self._is_closed:
                try:
                    body = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if body:
                    yield b"data: " + body + b"\n\n"
        finally:
            self._queues.discard(queue)


def _empty(queue: asyncio.Queue[bytes]) -> None:
    while not queue.empty():
        queue.get_nowait()
