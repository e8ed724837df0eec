"""Lanes under fire: many workers, leases that run out, wake-ups at the worst moment."""

import asyncio
import contextlib
from collections import defaultdict
from datetime import timedelta
from random import Random

import pytest

from adapters.postgres.lanes import PostgresLaneDesk
from application.ports.lanes import Lane, LaneKind, LeaseLostError
from tests.integration.postgres.bench import FAR_OFF, LONG_AGO, Bench, bodies
from tests.integration.postgres.conftest import Claim

SHORT_LEASE = timedelta(milliseconds=40)


async def test_a_waking_that_races_with_settling_is_never_lost(
    bench: Bench, claim: Claim, desk: PostgresLaneDesk
) -> None:
    chance = Random(7)
    await bench.wake("c1")
    for _ in range(200):
        [lane] = await claim()

        async def settle(lane: Lane = lane, pause: float = chance.random() / 500) -> None:
            await asyncio.sleep(pause)
            if chance.random() < 0.5:
                await desk.settle(lane, due_at=None)
            else:
                async with bench.uow(bench.tenant_id) as tx:
                    tx.lanes.settle(lane, due_at=FAR_OFF)

        async def wake(pause: float = chance.random() / 500) -> None:
            await asyncio.sleep(pause)
            await bench.wake("c1")

        await asyncio.gather(settle(), wake())


class Factory:
    """Workers that drain lanes, and what they have handled, by lane."""

    def __init__(self, bench: Bench, desk: PostgresLaneDesk, chance: Random) -> None:
        self.bench = bench
        self.desk = desk
        self.chance = chance
        self.handled: dict[str, list[str]] = defaultdict(list)
        self.lost_leases = 0
        self.claims = 0

    async def work(self, name: str, *, expected: int) -> None:
        while sum(map(len, self.handled.values())) < expected:
            lanes = await self.desk.claim(kinds=[LaneKind.CONTACT], owner=name, limit=3, lease=SHORT_LEASE)
            self.claims += len(lanes)
            for lane in lanes:
                try:
                    await self.drain(lane)
                except LeaseLostError:
                    self.lost_leases += 1
            if not lanes:
                await asyncio.sleep(0.005)

    async def drain(self, lane: Lane) -> None:
        items = await self.desk.items(lane, limit=3)
        if self.chance.random() < 0.1:
            await asyncio.sleep(self.chance.random() * 0.12)  # longer than the lease: we may be a zombie now
        if self.chance.random() < 0.1:
            return  # a crash: the lane is not given back
        async with self.bench.uow(self.bench.tenant_id) as tx:
            for item in items:
                tx.lanes.finish_item(item.id)
            tx.lanes.settle(lane, due_at=None if len(items) < 3 else LONG_AGO)
            await asyncio.sleep(self.chance.random() / 500)
        self.handled[lane.key] += bodies(items)


async def test_nothing_is_lost_doubled_or_misordered_by_workers_that_stall_and_crash(
    bench: Bench, desk: PostgresLaneDesk
) -> None:
    chance = Random(11)
    factory = Factory(bench, desk, chance)
    keys = [f"c{number}" for number in range(12)]
    each = 25

    async def produce(key: str) -> None:
        for number in range(each):
            await bench.put(key, f"{number}")
            await asyncio.sleep(chance.random() / 50)

    async with asyncio.timeout(60):
        await asyncio.gather(
            *(produce(key) for key in keys),
            *(factory.work(f"w{number}", expected=each * len(keys)) for number in range(6)),
        )

    assert factory.handled == {key: [str(number) for number in range(each)] for key in keys}
    assert factory.lost_leases > 0, "no worker ever became a zombie: the test tests nothing"


async def test_transactions_of_all_kinds_never_wait_in_a_circle(bench: Bench, claim: Claim) -> None:
    """Splitting webhooks, sending and answering lock the same lanes, each in an order of its own to begin with."""
    chance = Random(3)
    contacts = [f"c{number}" for number in range(8)]
    numbers = ["n0", "n1"]

    async def turn(kind: LaneKind, *, times: int) -> None:
        for _ in range(times):
            lanes = await claim(kinds=(kind,), limit=2)
            for lane in chance.sample(lanes, len(lanes)):
                async with bench.uow(bench.tenant_id) as tx:
                    tx.lanes.settle(lane, due_at=LONG_AGO)
                    for key in chance.sample(contacts, 5):
                        tx.lanes.wake(LaneKind.CONTACT, key, due_at=LONG_AGO)
                    for key in chance.sample(numbers, 2):
                        tx.lanes.wake(LaneKind.NUMBER, key, due_at=LONG_AGO)
                    tx.lanes.wake(LaneKind.JOURNAL, "j0", due_at=LONG_AGO)
            await asyncio.sleep(chance.random() / 200)

    async def beat() -> None:
        for _ in range(100):
            lanes = await claim(kinds=tuple(LaneKind), limit=6, owner="beater")
            await bench_desk(bench).extend(chance.sample(lanes, len(lanes)), owner="beater", lease=SHORT_LEASE)
            await asyncio.sleep(chance.random() / 100)

    await bench.wake(*contacts)
    await bench.wake(*numbers, kind=LaneKind.NUMBER)
    await bench.wake("j0", kind=LaneKind.JOURNAL)

    async with asyncio.timeout(60):
        await asyncio.gather(beat(), *(turn(kind, times=60) for kind in LaneKind for _ in range(3)))


def bench_desk(bench: Bench) -> PostgresLaneDesk:
    return PostgresLaneDesk(bench.database)


async def test_two_workers_never_have_the_same_lane(bench: Bench, claim: Claim) -> None:
    await bench.wake(*[f"c{number}" for number in range(200)])

    claimed = await asyncio.gather(*(claim(limit=10, owner=f"w{number}") for number in range(40)))

    keys = [lane.key for lanes in claimed for lane in lanes]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("rounds", [5])
async def test_what_a_claim_leaves_another_finds(bench: Bench, claim: Claim, rounds: int) -> None:
    """Skipping what others have locked must not hide it for good."""
    await bench.wake(*[f"c{number}" for number in range(100)])
    found: set[str] = set()

    for _ in range(rounds):
        with contextlib.suppress(LeaseLostError):
            claimed = await asyncio.gather(*(claim(limit=25, owner=f"w{number}") for number in range(4)))
            found |= {lane.key for lanes in claimed for lane in lanes}

    assert len(found) == 100
