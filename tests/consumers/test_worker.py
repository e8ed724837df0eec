import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import asyncpg
import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from adapters.postgres import migrations
from adapters.postgres.database import Database, Role
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.redis.wakeups import RedisWakeupListener, RedisWakeups
from adapters.system.ids import SystemIds
from application.ports.lanes import Lane, LaneKind
from application.ports.operations import WorkerState
from domain.shared.ids import TenantId
from domain.tenants.tenant import Tenant, TenantStatus
from entrypoints.consumers import worker as worker_module
from tests.consumers.workshop import PATIENCE, Workshop, lose_lease, open_workshop, until
from tests.doubles import FrozenClock, RecordedWakeups
from tests.integration.postgres.bench import FAR_OFF
from tests.integration.postgres.own_server import own_postgres

Condition = Callable[[], Awaitable[bool]]
KEYS = [f"c{number}" for number in range(1, 13)]


@pytest.mark.usefixtures("hasty")
class TestWorking:
    async def test_due_lanes_are_handled_and_others_are_left(self, workshop: Workshop) -> None:
        await workshop.bench.wake("c1", "c2")
        await workshop.bench.wake("c3", due_at=FAR_OFF)

        workshop.start()
        await workshop.handled("c1", "c2")
        await asyncio.sleep(0.2)

        assert sorted(workshop.ended) == ["c1", "c2"]
        assert workshop.tally.counts == {"lane": 2}

    async def test_no_more_lanes_are_in_hand_than_it_may_have(self, workshop: Workshop) -> None:
        in_hand: set[str] = set()
        most = 0

        async def work(lane: Lane) -> None:
            nonlocal most
            in_hand.add(lane.key)
            most = max(most, len(in_hand))
            await asyncio.sleep(0.05)
            in_hand.discard(lane.key)

        await workshop.bench.wake(*KEYS)
        workshop.start(workshop.settling(work), concurrency=3)
        await workshop.handled(*KEYS)

        assert most == 3

    async def test_a_lane_that_is_woken_while_in_hand_is_handled_again(self, workshop: Workshop) -> None:
        async def work(_lane: Lane) -> None:
            if len(workshop.began) == 1:
                await workshop.bench.wake("c1")

        await workshop.bench.wake("c1")
        workshop.start(workshop.settling(work))

        await until(lambda: workshop.ended == ["c1", "c1"])

    async def test_two_workers_never_have_one_lane_at_once(self, workshop: Workshop) -> None:
        in_hand: list[str] = []
        doubled: list[str] = []

        async def work(lane: Lane) -> None:
            doubled.extend(key for key in in_hand if key == lane.key)
            in_hand.append(lane.key)
            await asyncio.sleep(0.01)
            in_hand.remove(lane.key)

        for name in ("w1", "w2"):
            workshop.start(workshop.settling(work), name=name, concurrency=2)
        for _ in range(20):
            await workshop.bench.wake("c1", "c2", "c3")
            await asyncio.sleep(0.02)
        await workshop.handled("c1", "c2", "c3")

        assert doubled == []
        assert len(workshop.ended) > 3
        assert workshop.tally.counts["leases_lost"] == 0


@pytest.mark.usefixtures("hasty")
class TestStopping:
    async def test_what_is_in_hand_is_finished_and_nothing_more_is_taken(self, workshop: Workshop) -> None:
        gate = asyncio.Event()
        await workshop.bench.wake("c1")
        worker = workshop.start(workshop.settling(lambda _lane: gate.wait()))  # type: ignore[arg-type,return-value]  # its True is nobody's
        await until(lambda: workshop.began == ["c1"])

        worker.stop()
        await workshop.bench.wake("c2")
        await asyncio.sleep(0.3)
        was_still_running = not workshop.tasks[0].done()
        gate.set()
        await asyncio.wait_for(workshop.tasks[0], PATIENCE)

        assert was_still_running
        assert workshop.ended == ["c1"]
        assert await workshop.bench.column("lease_owner", "c2") is None

    async def test_an_idle_worker_ends_at_once(self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(worker_module, "IDLE_PAUSE", 60.0)
        worker = workshop.start()
        await until(_has_workers(workshop, 1))

        worker.stop()

        await asyncio.wait_for(workshop.tasks[0], PATIENCE)

    async def test_a_worker_that_is_cancelled_leaves_its_lane_to_its_lease(self, workshop: Workshop) -> None:
        await workshop.bench.wake("c1")
        workshop.start(workshop.settling(lambda _lane: asyncio.sleep(60)))
        await until(lambda: workshop.began == ["c1"])

        workshop.tasks[0].cancel()
        await asyncio.gather(*workshop.tasks, return_exceptions=True)

        assert workshop.ended == []
        assert await workshop.bench.column("lease_owner") == "w1"
        assert await workshop.workers.all() == []

    async def test_its_row_is_there_while_it_lives(self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(worker_module, "HEARTBEAT", 0.05)
        gate = asyncio.Event()
        await workshop.bench.wake("c1")
        workers = [
            workshop.start(workshop.settling(lambda _lane: gate.wait()), name=name)  # type: ignore[arg-type,return-value]  # its True is nobody's
            for name in ("w1", "w2")
        ]

        await until(_busy_hands(workshop, [("w1", 0), ("w2", 1)], [("w1", 1), ("w2", 0)]))
        gate.set()
        for worker in workers:
            worker.stop()
        await asyncio.gather(*workshop.tasks)

        assert await workshop.workers.all() == []


@pytest.mark.usefixtures("hasty")
class TestTrouble:
    async def test_a_failing_handler_backs_its_lane_off_and_the_others_go_on(self, workshop: Workshop) -> None:
        async def work(lane: Lane) -> None:
            if lane.key == "c1":
                raise ValueError("words of a customer")

        await workshop.bench.wake("c1", "c2")
        with capture_logs() as logs:
            workshop.start(workshop.settling(work))
            await workshop.handled("c2")
            await until(_column_is(workshop, "attempts > 0 AND lease_owner IS NULL"))

        assert not workshop.tasks[0].done()
        assert str(await workshop.bench.column("error")).startswith("ValueError at ")
        assert "words" not in str(await workshop.bench.column("error"))
        assert [line["event"] for line in logs] == ["lane_failed"]
        assert "words" not in str(logs)

    async def test_a_lane_that_failed_is_tried_again_and_forgiven(self, workshop: Workshop) -> None:
        async def work(_lane: Lane) -> None:
            if len(workshop.began) == 1:
                raise ValueError

        await workshop.bench.wake("c1")
        workshop.start(workshop.settling(work))
        await workshop.handled("c1")

        assert workshop.began == ["c1", "c1"]
        assert await workshop.bench.column("attempts") == 0
        assert await workshop.bench.column("error") is None

    async def test_a_lost_lease_is_counted_and_nothing_is_given_back(self, workshop: Workshop) -> None:
        await workshop.bench.wake("c1")
        workshop.start(lose_lease)
        await until(lambda: workshop.tally.counts["leases_lost"] == 1)
        await asyncio.sleep(0.1)

        assert not workshop.tasks[0].done()
        assert await workshop.bench.column("lease_owner") == "w1"
        assert workshop.tally.counts["lane_failures"] == 0

    async def test_broken_connections_are_survived(self, workshop: Workshop, database_url: str) -> None:
        workshop.start()
        await until(_has_workers(workshop, 1))

        for key in ("c1", "c2", "c3"):
            await _break_connections(database_url)
            await until(_try(lambda key=key: workshop.bench.wake(key)))  # type: ignore[misc]  # the key of this round
            await workshop.handled(key)

        assert not workshop.tasks[0].done()


@pytest.mark.usefixtures("hasty")
class TestHeartbeat:
    async def test_a_long_handler_keeps_its_lane(self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(worker_module, "LEASE", timedelta(seconds=1.5))
        monkeypatch.setattr(worker_module, "HEARTBEAT", 0.1)

        await self._work_for(2.0, workshop)

        assert workshop.began == ["c1"]
        assert workshop.tally.counts["leases_lost"] == 0

    async def test_without_it_another_takes_the_lane_and_the_first_is_refused(
        self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(worker_module, "LEASE", timedelta(seconds=0.3))
        monkeypatch.setattr(worker_module, "HEARTBEAT", 60.0)

        await self._work_for(1.0, workshop)

        assert len(workshop.began) > 1
        assert workshop.tally.counts["leases_lost"] > 0

    async def test_a_beat_that_fails_is_not_the_last(self, workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(worker_module, "HEARTBEAT", 0.05)
        stumbling = StumblingWorkers(workshop)

        workshop.start(workers=stumbling)
        await until(lambda: stumbling.beats > 2)

        assert [state.id for state in await workshop.workers.all()] == ["w1"]

    async def _work_for(self, seconds: float, workshop: Workshop) -> None:
        """Let two workers meet a lane whose first handling takes so long."""

        async def work(_lane: Lane) -> None:
            if len(workshop.began) == 1:
                await asyncio.sleep(seconds)

        await workshop.bench.wake("c1")
        for name in ("w1", "w2"):
            workshop.start(workshop.settling(work), name=name)
        await until(lambda: len(workshop.began) > 0)
        await asyncio.sleep(seconds + 0.5)
        await workshop.handled("c1")


class StumblingWorkers:
    """Meets an error of its own kind at the first beat, such as a row that a constraint refuses."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop, self.beats = workshop, 0

    async def beat(self, worker_id: str, *, busy: int) -> None:
        self.beats += 1
        if self.beats == 1:
            raise RuntimeError("a bug")
        await self._workshop.workers.beat(worker_id, busy=busy)

    async def remove(self, worker_id: str) -> None:
        await self._workshop.workers.remove(worker_id)

    async def all(self) -> list[WorkerState]:
        return await self._workshop.workers.all()


async def test_a_nudge_is_much_faster_than_the_idle_look(
    workshop: Workshop, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "IDLE_PAUSE", 600.0)
    workshop.start()
    await until(_has_workers(workshop, 1))
    await asyncio.sleep(0.3)
    await workshop.bench.wake("c1")
    await asyncio.sleep(0.3)
    assert workshop.ended == []

    await RedisWakeups(redis).nudge([LaneKind.CONTACT])

    await workshop.handled("c1")


@pytest.mark.usefixtures("hasty")
async def test_a_restart_of_the_database_is_survived(
    ids: SystemIds, frozen_clock: FrozenClock, listener: RedisWakeupListener
) -> None:
    with own_postgres() as running:
        await migrations.upgrade(running.services.owner_url)
        platform = await Database.open(running.services.owner_url, role=Role.PLATFORM)
        app = await Database.open(running.services.owner_url, role=Role.APP)
        tenant_id = TenantId(ids.new())
        tenant = Tenant(
            id=tenant_id, name="Aurora", slug="aurora", status=TenantStatus.ACTIVE, created_at=frozen_clock.now()
        )
        await PostgresDirectory(platform).add_tenant(tenant)
        uow = PostgresUnitOfWork(app, wakeups=RecordedWakeups(), ids=ids, clock=frozen_clock)
        async with open_workshop(uow, tenant_id, platform, listener) as workshop:
            worker = workshop.start()
            await workshop.bench.wake("c1")
            await workshop.handled("c1")

            await asyncio.to_thread(running.postgres.stop, mode="immediate")
            await asyncio.sleep(0.5)
            was_alive = not workshop.tasks[0].done()
            await asyncio.to_thread(running.postgres.start)
            await workshop.bench.wake("c2")
            await workshop.handled("c2")
            worker.stop()
            await asyncio.wait_for(workshop.tasks[0], PATIENCE)

            assert was_alive
            assert await workshop.workers.all() == []
        await app.close()
        await platform.close()


def _has_workers(workshop: Workshop, count: int) -> Condition:
    async def condition() -> bool:
        return len(await workshop.workers.all()) == count

    return condition


def _busy_hands(workshop: Workshop, *wanted: list[tuple[str, int]]) -> Condition:
    async def condition() -> bool:
        return sorted((state.id, state.busy) for state in await workshop.workers.all()) in wanted

    return condition


def _column_is(workshop: Workshop, expression: str) -> Condition:
    async def condition() -> bool:
        return bool(await workshop.bench.column(expression))

    return condition


def _try(action: Callable[[], Awaitable[object]]) -> Condition:
    """Do it; true when the database did not refuse."""

    async def condition() -> bool:
        try:
            await action()
        except Exception:  # noqa: BLE001 - the connections were just broken
            return False
        return True

    return condition


async def _break_connections(database_url: str) -> None:
    owner = await asyncpg.connect(dsn=database_url)
    try:
        await owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
    finally:
        await owner.close()
