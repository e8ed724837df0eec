"""Lanes: claim, handle in order, settle; beside two plain queues that keep no order."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from time import perf_counter, process_time
from uuid import UUID

import asyncpg
from dishka import AsyncContainer

from application.inbound.drain_contact_lane import DrainContactLane
from application.inbound.scene import Scene
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.lanes import LaneDesk, LaneKind
from application.ports.operations import Workers
from application.ports.unit_of_work import UnitOfWork
from application.ports.wakeup_listener import WakeupListener
from benchmarks.harness.report import Finding, Row, table
from benchmarks.harness.rounds import Rounds, Sample, Side, interleave
from benchmarks.harness.size import Size
from benchmarks.harness.world import Company, World, ask, company, rows
from domain.shared.ids import ItemId
from domain.whatsapp.inbound import ContactItem, Sender, SendFailed
from entrypoints.consumers.worker import Worker, WorkerTools
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

PYTAKE, BATCH_QUEUE, SINGLE_QUEUE = "lanes", "SKIP LOCKED, 100 a commit", "SKIP LOCKED, 1 a commit"
REMARK = (
    "The queues keep no order, serve no tenant in turn, have no lease, no fence, no row-level security and no handler: "
    "they show what a commit costs."
)
HANDS = 16
"""What a worker has in hand at once, and as many connections for the queues."""
BATCH = 100
PATIENCE = 300.0
QUEUE = """
DROP TABLE IF EXISTS bench_queue;
CREATE TABLE bench_queue (id uuid PRIMARY KEY, position bigint GENERATED ALWAYS AS IDENTITY, lane text NOT NULL,
  payload jsonb NOT NULL);
CREATE INDEX bench_queue_position ON bench_queue (position);
"""
FILL = """
INSERT INTO bench_queue (id, lane, payload)
SELECT gen_random_uuid(), 'lane-' || (number % $1), '{"kind": "send_failed", "code": "1", "detail": ""}'
FROM generate_series(0, $2 - 1) AS number
"""
CLAIM = """
SELECT id, lane, payload FROM bench_queue ORDER BY position LIMIT $1 FOR UPDATE SKIP LOCKED
"""
DELETE = "DELETE FROM bench_queue WHERE id = ANY($1::uuid[])"


class _Handled:
    """A handler that only remembers; `drained` when there is nothing more to come."""

    def __init__(self, *, expected: int) -> None:
        self.by_lane: dict[str, list[int]] = defaultdict(list)
        self.drained = asyncio.Event()
        self.timer: Callable[..., Awaitable[None]]
        self._left = expected

    async def __call__(self, scene: Scene, item: ContactItem) -> None:
        if isinstance(item, SendFailed):
            self.by_lane[scene.lane_key].append(int(item.code))
        self._left -= 1
        if not self._left:
            self.drained.set()


async def run(world: World, size: Size) -> Finding:
    """Measure all three."""
    async with AsyncExitStack() as stack:
        found = await stack.enter_async_context(company(world, name="lanes", public_url="http://127.0.0.1:9"))
        container = await stack.enter_async_context(_container(found))
        sides: dict[str, Side] = {
            PYTAKE: _lanes(world, found, container, size),
            BATCH_QUEUE: _queue(world, found, size, batch=BATCH),
            SINGLE_QUEUE: _queue(world, found, size, batch=1),
        }
        seen = await interleave("lanes", sides, rounds=size.rounds)
    return Finding(
        title="Lanes",
        how=f"{size.lanes:,} lanes with {size.lane_events} events each, the real worker and desk ({HANDS} lanes at a "
        "time), a handler that only remembers. A lane's events are handled in one transaction bound to their tenant, "
        f"which confirms the lease: {size.lane_events} events a commit. The queues are {HANDS} asyncpg connections in "
        "one process. Every event must be handled once; in lanes, in order.",
        rows=_rows(seen),
        details=_details(seen),
        remarks=(REMARK, *seen.notes),
        loads=tuple(seen.loads),
    )


@asynccontextmanager
async def _container(found: Company) -> AsyncContainer:
    container = make_container(read_settings(found.environment))
    try:
        yield container
    finally:
        await container.close()


def _lanes(world: World, found: Company, container: AsyncContainer, size: Size) -> Side:
    async def measure(_: int) -> Sample:
        await _fill_lanes(found, container, size)
        total = size.lanes * size.lane_events
        handled = _Handled(expected=total)
        worker = await _worker(container, handled)
        before, own, began = world.cpu_seconds(), process_time(), perf_counter()
        running = asyncio.create_task(worker.run())
        await asyncio.wait_for(handled.drained.wait(), PATIENCE)
        worker.stop()
        await running
        sample = _sample(total, seconds=perf_counter() - began, own=process_time() - own, world=world, before=before)
        await _check_lanes(found, handled, size)
        return sample

    return measure


async def _fill_lanes(found: Company, container: AsyncContainer, size: Size) -> None:
    uow, ids = await container.get(UnitOfWork), await container.get(Ids)
    now = datetime.now(UTC)
    async with uow(found.tenant_id) as tx:
        for event in range(size.lane_events):
            for lane in range(size.lanes):
                item = SendFailed(
                    message_id=UUID(int=event), recipient=Sender(wa_id=str(lane)), code=str(event), detail=""
                )
                tx.lanes.put(f"{found.config_id}:{lane}", item=item, item_id=ItemId(ids.new()), at=now)
    await ask(found.owner_url, "VACUUM ANALYZE platform.lanes", "VACUUM ANALYZE platform.inbound_items", "CHECKPOINT")


async def _worker(container: AsyncContainer, handled: _Handled) -> Worker:
    desk, clock, counters = await container.get(LaneDesk), await container.get(Clock), await container.get(Counters)
    drain = DrainContactLane(
        desk=desk,
        uow=await container.get(UnitOfWork),
        handlers=handled,  # type: ignore[arg-type]  # it has what is used of ItemHandlers
        clock=clock,
        counters=counters,
    )
    tools = WorkerTools(
        desk=desk,
        listener=await container.get(WakeupListener),
        workers=await container.get(Workers),
        clock=clock,
        counters=counters,
    )
    return Worker(name="bench", handlers={LaneKind.CONTACT: drain}, tools=tools, concurrency=HANDS)


async def _check_lanes(found: Company, handled: _Handled, size: Size) -> None:
    if len(handled.by_lane) != size.lanes:
        raise AssertionError(f"{len(handled.by_lane)} of {size.lanes} lanes were handled")
    wrong = [key for key, events in handled.by_lane.items() if events != list(range(size.lane_events))]
    if wrong:
        raise AssertionError(f"{len(wrong)} lanes lost, doubled or reordered events")
    left = await rows(found.owner_url, "SELECT count(*) AS items FROM platform.inbound_items")
    if left[0]["items"]:
        raise AssertionError(f"{left[0]['items']} handled events are still there")
    await ask(found.owner_url, "TRUNCATE platform.lanes, platform.inbound_items")


def _queue(world: World, found: Company, size: Size, *, batch: int) -> Side:
    async def measure(_: int) -> Sample:
        total = size.lanes * size.lane_events
        pool = await asyncpg.create_pool(found.owner_url, min_size=HANDS, max_size=HANDS)
        await pool.execute(QUEUE)
        await pool.execute(FILL, size.lanes, total)
        await pool.execute("VACUUM ANALYZE bench_queue")
        await pool.execute("CHECKPOINT")
        done: list[UUID] = []
        before, own, began = world.cpu_seconds(), process_time(), perf_counter()
        await asyncio.gather(*(_take_all(pool, done, batch=batch) for _ in range(HANDS)))
        sample = _sample(total, seconds=perf_counter() - began, own=process_time() - own, world=world, before=before)
        await pool.close()
        if len(done) != total or len(set(done)) != total:
            raise AssertionError(f"the queue handled {len(done)} of {total}, {len(set(done))} of them different")
        return sample

    return measure


async def _take_all(pool: asyncpg.Pool, done: list[UUID], *, batch: int) -> None:
    async with pool.acquire() as connection:
        while True:
            async with connection.transaction():
                found = await connection.fetch(CLAIM, batch)
                ids = [row["id"] for row in found]
                await connection.execute(DELETE, ids)
            if not ids:
                return
            done.extend(ids)


def _sample(total: int, *, seconds: float, own: float, world: World, before: float) -> Sample:
    by_postgres = world.cpu_seconds() - before
    return Sample(rate=total / seconds, cpu_us=1e6 * own / total, more={"PostgreSQL µs": 1e6 * by_postgres / total})


def _rows(seen: Rounds) -> tuple[Row, ...]:
    return tuple(
        Row(
            what=f"lanes: ordered, leased, fenced events/s beside {other}",
            goal="≥ 0.5× with one commit an event (P3)" if other == SINGLE_QUEUE else "(none set)",
            seen=f"{seen.rate(PYTAKE):,.0f} beside {seen.rate(other):,.0f} events/s",
            ratio=str(seen.ratio(PYTAKE, other)),
            met=seen.ratio(PYTAKE, other).median >= 0.5 if other == SINGLE_QUEUE else None,  # noqa: PLR2004 - the goal
        )
        for other in (SINGLE_QUEUE, BATCH_QUEUE)
    )


def _details(seen: Rounds) -> tuple[str, ...]:
    head = ("side", "events/s", "our µs/event", "PostgreSQL µs/event")
    lines = [
        (side, seen.rates(side), f"{seen.cpu_us(side):,.0f}", f"{seen.median(side, 'PostgreSQL µs'):,.0f}")
        for side in seen.samples
    ]
    return table(head, lines)
