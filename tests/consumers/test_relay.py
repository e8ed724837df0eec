import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest

from application.ports.events import NumberedEvent
from entrypoints.consumers import relay as relay_module
from entrypoints.consumers.relay import BATCH, Relay


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
    def __init__(self) -> None:
        self.log, self.bus, self.nudge = Log(), Bus(), asyncio.Event()
        self.relay = Relay(event_log=self.log, realtime=self.bus, wait=self._wait)
        self.task = asyncio.create_task(self.relay.run())

    async def published(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.bus.published) < count:  # noqa: ASYNC110  # it has no event of its own
                await asyncio.sleep(0.005)

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.nudge.wait()
        except TimeoutError:
            return
        self.nudge.clear()


@pytest.fixture
async def running() -> AsyncIterator[Running]:
    started = Running()
    yield started
    started.relay.stop()
    async with asyncio.timeout(1):
        await started.task


async def test_a_nudge_publishes_at_once(running: Running) -> None:
    await asyncio.sleep(0.05)
    running.log.commit(1)
    running.nudge.set()

    async with asyncio.timeout(0.5):
        await running.published(1)


async def test_without_a_nudge_it_looks_every_second(running: Running) -> None:
    await asyncio.sleep(0.05)
    running.log.commit(1)

    async with asyncio.timeout(1.5):
        await running.published(1)


async def test_a_backlog_goes_out_whole_and_in_order(running: Running) -> None:
    running.log.commit(BATCH * 3 + 7)
    running.nudge.set()

    await running.published(BATCH * 3 + 7)

    numbers = [event.number for event in running.bus.published]
    assert numbers == list(range(1, BATCH * 3 + 8))


async def test_while_nothing_happens_it_looks_seldom(running: Running) -> None:
    await asyncio.sleep(1.5)

    assert running.log.looks <= 3


async def test_it_outlives_an_outage_and_does_not_hammer(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relay_module, "MAX_BACKOFF", 0.4)
    running.log.error = OSError("gone")
    await asyncio.sleep(2)
    looks = running.log.looks
    running.log.error = None
    running.log.commit(2)

    await running.published(2)

    assert 2 <= looks <= 10
