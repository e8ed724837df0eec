import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest

from application.ports.events import NumberedEvent
from entrypoints.consumers.relay import BATCH, BUSY_PAUSE, FIRST_BACKOFF, IDLE_PAUSE, MAX_BACKOFF, Relay
from tests.consumers.workshop import until


class Log:
    """Events wait in `waiting`; while `error` is set, the database is away."""

    def __init__(self) -> None:
        self.waiting: list[NumberedEvent] = []
        self.error: Exception | None = None
        self.looks = 0

    def commit(self, count: int) -> None:
        for _ in range(count):
            self.waiting.append(
                NumberedEvent(
                    tenant_id=UUID(int=1),
                    number=len(self.waiting) + 1,
                    type="message_sent",
                    at=datetime.now(UTC),
                    data=msgspec.Raw(b"{}"),
                )
            )

    async def number_new(self, *, limit: int) -> list[NumberedEvent]:
        self.looks += 1
        if self.error:
            raise self.error
        batch, self.waiting = self.waiting[:limit], self.waiting[limit:]
        return batch

    async def after(self, tenant_id: UUID, *, number: int, limit: int) -> list[NumberedEvent]:
        raise NotImplementedError

    async def last_number(self, tenant_id: UUID) -> int:
        raise NotImplementedError


class Bus:
    def __init__(self) -> None:
        self.published: list[NumberedEvent] = []

    async def publish(self, events: list[NumberedEvent]) -> None:
        self.published.extend(events)


class Running:
    """A relay whose waits last until the test ends them: with a nudge, or as if their time had run out."""

    def __init__(self) -> None:
        self.log, self.bus, self.wake = Log(), Bus(), asyncio.Event()
        self.waits: list[float] = []
        self.relay = Relay(event_log=self.log, realtime=self.bus, wait=self._wait)
        self.task = asyncio.create_task(self.relay.run())

    async def published(self, count: int) -> None:
        await until(lambda: len(self.bus.published) >= count)

    async def waiting(self, count: int) -> None:
        """Wait until it waits for so many'th time."""
        await until(lambda: len(self.waits) >= count)

    async def _wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        await self.wake.wait()
        self.wake.clear()


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    started = Running()
    yield started
    started.relay.stop()
    async with asyncio.timeout(60):
        await started.task


async def test_a_nudge_publishes_and_without_one_it_looks_every_second(running: Running) -> None:
    for number in range(1, 4):
        await running.waiting(2 * number - 1)
        running.log.commit(1)
        running.wake.set()
        await running.published(number)
        await running.waiting(2 * number)
        running.wake.set()

    assert running.waits[:6] == [IDLE_PAUSE, BUSY_PAUSE] * 3
    assert IDLE_PAUSE == 1


async def test_a_backlog_goes_out_whole_and_in_order(running: Running) -> None:
    running.log.commit(BATCH * 3 + 7)
    running.wake.set()

    await running.published(BATCH * 3 + 7)

    numbers = [event.number for event in running.bus.published]
    assert numbers == list(range(1, BATCH * 3 + 8))


async def test_while_nothing_happens_it_looks_seldom(running: Running) -> None:
    for count in range(1, 4):
        await running.waiting(count)
        running.wake.set()
    await running.waiting(4)

    assert running.waits == [IDLE_PAUSE] * 4
    assert running.log.looks == 4


async def test_it_outlives_an_outage_and_does_not_hammer(running: Running) -> None:
    running.log.error = OSError("gone")
    for count in range(1, 9):
        await running.waiting(count)
        running.wake.set()
    await running.waiting(9)
    looks, running.log.error = running.log.looks, None
    running.log.commit(2)
    running.wake.set()

    await running.published(2)

    doubling = running.waits[running.waits.index(FIRST_BACKOFF) :][:8]
    assert doubling == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, MAX_BACKOFF, MAX_BACKOFF]
    assert looks == 9
