"""A load generator that costs some microseconds a request: raw sockets, HTTP/1.1 keep-alive, one request at a time.

The closed loop keeps every connection busy and measures what goes through. The open loop sends when a request is due,
whatever became of those before it, and counts time from when it was due: nobody waits for a slow server unseen.
"""

import asyncio
import gc
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import msgspec

from benchmarks.harness.bodies import Delivery

PATIENCE = 30.0
"""Seconds for the last answers of an open loop; what has not come then counts as lost."""
OPEN_CONNECTIONS = 64
"""What a provider keeps open towards one callback, about; a request beyond them waits, and its clock runs."""
OK = 200
OnBody = Callable[[Delivery, bytes], None]
_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length: "


class Loaded(msgspec.Struct, kw_only=True):
    """What came of a load: `acked` are the ids of the updates that were answered with 200."""

    seconds: float = 0.0
    latencies: list[float] = []
    statuses: Counter[int] = msgspec.field(default_factory=Counter)
    acked: list[str] = []

    @property
    def answered(self) -> int:
        """How many requests got a 200."""
        return self.statuses[OK]

    def percentile_ms(self, share: float) -> float:
        """Give a latency in milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    def share_above(self, seconds: float) -> float:
        """Give how many of a hundred took longer."""
        return 100 * sum(latency > seconds for latency in self.latencies) / max(1, len(self.latencies))


class _Connection(asyncio.Protocol):
    """One request at a time; tells its owner when the answer is whole."""

    def __init__(self, on_answer: Callable[["_Connection", int, bytes], None]) -> None:
        self._on_answer = on_answer
        self._buffer = b""
        self._transport: asyncio.Transport
        self.delivery: Delivery
        self.due = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # a stream's transport

    def send(self, delivery: Delivery, *, due: float) -> None:
        self.delivery, self.due = delivery, due
        self._transport.write(delivery.request)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        end = self._buffer.find(_HEAD_END)
        if end < 0:
            return
        head = self._buffer[:end].lower()
        place = head.find(_LENGTH)
        length = int(head[place + len(_LENGTH) :].split(b"\r\n", 1)[0]) if place >= 0 else 0
        start = end + len(_HEAD_END)
        if len(self._buffer) - start < length:
            return
        body, self._buffer = self._buffer[start : start + length], self._buffer[start + length :]
        self._on_answer(self, int(head[9:12]), body)

    def close(self) -> None:
        self._transport.close()


@contextmanager
def _without_collections() -> Iterator[None]:
    """Keep our own pauses out of the figures."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def closed_loop(
    port: int, work: Sequence[Delivery], *, connections: int, seconds: float, on_body: OnBody | None = None
) -> Loaded:
    """Keep `connections` busy with `work`, for `seconds` or until there is none left."""
    seen, waiting, done = Loaded(), iter(work), asyncio.get_running_loop().create_future()
    busy = connections
    until = 0.0

    def go_on(connection: _Connection) -> None:
        nonlocal busy
        now = time.perf_counter()
        delivery = next(waiting, None) if now < until else None
        if delivery is None:
            busy -= 1
            if not busy and not done.done():
                done.set_result(None)
        else:
            connection.send(delivery, due=now)

    def answer(connection: _Connection, status: int, body: bytes) -> None:
        seen.latencies.append(time.perf_counter() - connection.due)
        _count(seen, connection.delivery, status)
        if on_body is not None:
            on_body(connection.delivery, body)
        go_on(connection)

    open_ones = await _connect(port, connections, answer)
    with _without_collections():
        began = time.perf_counter()
        until = began + seconds
        for connection in open_ones:
            go_on(connection)
        await asyncio.wait_for(done, seconds + PATIENCE)
        seen.seconds = time.perf_counter() - began
    _close(open_ones)
    return seen


class _OpenLoop:
    """Deliveries that are due, connections that are free."""

    def __init__(self, work: Sequence[Delivery], *, on_body: OnBody | None) -> None:
        self.seen = Loaded()
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.free: list[_Connection] = []
        self._late: deque[tuple[Delivery, float]] = deque()
        self._flying: dict[_Connection, float] = {}
        self._left = len(work)
        self._on_body = on_body

    def send(self, delivery: Delivery, *, due: float) -> None:
        if self.free:
            self._fly(self.free.pop(), delivery, due=due)
        else:
            self._late.append((delivery, due))

    def answer(self, connection: _Connection, status: int, body: bytes) -> None:
        self.seen.latencies.append(time.perf_counter() - self._flying.pop(connection))
        _count(self.seen, connection.delivery, status)
        if self._on_body is not None:
            self._on_body(connection.delivery, body)
        self._left -= 1
        if not self._left:
            self.done.set_result(None)
        if self._late:
            delivery, due = self._late.popleft()
            self._fly(connection, delivery, due=due)
        else:
            self.free.append(connection)

    async def end(self) -> None:
        """Wait for the last answers, but not for ever: what is not answered by then has taken that long at least."""
        try:
            await asyncio.wait_for(self.done, PATIENCE)
        except TimeoutError:
            now = time.perf_counter()
            missing = [*self._flying.values(), *(due for _, due in self._late)]
            self.seen.latencies.extend(now - due for due in missing)
            self.seen.statuses[0] += len(missing)

    def _fly(self, connection: _Connection, delivery: Delivery, *, due: float) -> None:
        self._flying[connection] = due
        connection.send(delivery, due=due)


async def open_loop(port: int, work: Sequence[Delivery], *, rate: float, on_body: OnBody | None = None) -> Loaded:
    """Send each at its time, `rate` a second; latency counts from that time."""
    flow = _OpenLoop(work, on_body=on_body)
    open_ones = await _connect(port, OPEN_CONNECTIONS, flow.answer)
    flow.free.extend(open_ones)
    with _without_collections():
        began = time.perf_counter()
        for place, delivery in enumerate(work):
            due = began + place / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            flow.send(delivery, due=due)
        await flow.end()
    flow.seen.seconds = time.perf_counter() - began
    _close(open_ones)
    return flow.seen


def _count(seen: Loaded, delivery: Delivery, status: int) -> None:
    seen.statuses[status] += 1
    if status == OK:
        seen.acked.extend(delivery.ids)


async def _connect(port: int, connections: int, answer: Callable[[_Connection, int, bytes], None]) -> list[_Connection]:
    loop = asyncio.get_running_loop()
    pairs = [await loop.create_connection(lambda: _Connection(answer), "127.0.0.1", port) for _ in range(connections)]
    return [connection for _, connection in pairs]


def _close(open_ones: Sequence[_Connection]) -> None:
    for connection in open_ones:
        connection.close()
