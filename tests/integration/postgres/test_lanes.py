import pytest

from adapters.postgres.database import Database
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.lanes import LaneKind, LeaseLostError
from domain.shared.ids import TenantId
from tests.integration.postgres.bench import FAR_OFF, LONG_AGO, Bench, bodies, message
from tests.integration.postgres.conftest import Claim, NewTenant


class TestWaking:
    async def test_the_earlier_time_wins(self, bench: Bench) -> None:
        await bench.wake("c1", due_at=LONG_AGO)
        await bench.wake("c1", due_at=FAR_OFF)

        assert await bench.column("due_at") == LONG_AGO

    async def test_a_lane_with_nothing_to_do_gets_the_time(self, bench: Bench, claim: Claim, desk: PostgresLaneDesk):
        await bench.wake("c1")
        [lane] = await claim()
        await desk.settle(lane, due_at=None)

        await bench.wake("c1", due_at=FAR_OFF)

        assert await bench.column("due_at") == FAR_OFF

    async def test_each_waking_counts(self, bench: Bench) -> None:
        await bench.wake("c1")
        await bench.wake("c1")

        assert await bench.column("signal") == 2

    async def test_an_item_put_twice_is_there_once(
        self, bench: Bench, uow: PostgresUnitOfWork, tenant_id: TenantId, claim: Claim, desk: PostgresLaneDesk
    ) -> None:
        [item_id] = await bench.put("c1", "a")
        async with uow(tenant_id) as tx:
            tx.lanes.put("c1", item=message("again"), item_id=item_id, at=LONG_AGO)

        [lane] = await claim()
        assert bodies(await desk.items(lane, limit=10)) == ["a"]


class TestClaiming:
    async def test_what_is_not_due_stays(self, bench: Bench, claim: Claim) -> None:
        await bench.wake("c1", due_at=FAR_OFF)

        assert await claim() == []

    async def test_other_kinds_stay(self, bench: Bench, claim: Claim) -> None:
        await bench.wake("c1")

        assert await claim(kinds=(LaneKind.NUMBER, LaneKind.JOURNAL)) == []

    async def test_a_leased_lane_is_not_leased_again(self, bench: Bench, claim: Claim) -> None:
        await bench.wake("c1")

        assert len(await claim()) == 1
        assert await claim() == []

    async def test_the_oldest_come_first(self, bench: Bench, claim: Claim) -> None:
        for day in (3, 1, 2):
            await bench.wake(f"c{day}", due_at=LONG_AGO.replace(day=day))

        assert [lane.key for lane in await claim(limit=2)] == ["c1", "c2"]

    async def test_a_lease_that_ran_out_counts_as_a_crash(self, bench: Bench, claim: Claim) -> None:
        await bench.wake("c1")
        [first] = await claim()
        await bench.expire()

        [second] = await claim()

        assert (first.crashes, second.crashes) == (0, 1)
        assert second.fence == first.fence + 1

    async def test_a_suspect_that_is_begun_counts_each_time_until_it_is_given_back(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk
    ) -> None:
        await bench.wake("c1")
        await claim()
        seen = []
        for _ in range(2):
            await bench.expire()
            [suspect] = await claim()
            await desk.begin_suspect(suspect)
            seen.append((suspect.crashes, await bench.column("crashes")))

        await desk.settle(suspect, due_at=None)

        assert seen == [(1, 2), (2, 3)]
        assert await bench.column("crashes") == 0

    async def test_a_lane_that_was_given_back_cannot_be_begun(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk
    ) -> None:
        await bench.wake("c1")
        [lane] = await claim()
        await desk.settle(lane, due_at=None)

        with pytest.raises(LeaseLostError):
            await desk.begin_suspect(lane)

    async def test_a_lane_given_back_is_no_crash(self, bench: Bench, claim: Claim, desk: PostgresLaneDesk) -> None:
        await bench.wake("c1")
        [lane] = await claim()
        await desk.settle(lane, due_at=LONG_AGO)

        assert (await claim())[0].crashes == 0

    async def test_a_claim_never_exceeds_its_limit(self, bench: Bench, claim: Claim) -> None:
        for kind in LaneKind:
            await bench.wake("a", "b", "c", "d", kind=kind)

        for limit in (1, 2, 5):
            assert len(await claim(limit=limit, kinds=tuple(LaneKind))) <= limit


class TestFairness:
    async def test_a_claim_is_shared_among_tenants(
        self, bench: Bench, new_tenant: NewTenant, uow: PostgresUnitOfWork, platform_database: Database, claim: Claim
    ) -> None:
        await bench.wake(*[f"big{number}" for number in range(100)])
        small = Bench(uow, await new_tenant(), platform_database)
        await small.wake("small", due_at=LONG_AGO.replace(year=2021))

        assert "small" in {lane.key for lane in await claim(limit=8)}

    async def test_tenants_take_turns(
        self, new_tenant: NewTenant, uow: PostgresUnitOfWork, platform_database: Database, claim: Claim
    ) -> None:
        tenants = [await new_tenant() for _ in range(5)]
        for tenant in tenants:
            await Bench(uow, tenant, platform_database).wake(*[f"{tenant}{number}" for number in range(4)])

        served = [(await claim(limit=1))[0].tenant_id for _ in range(20)]

        for start in range(0, 20, 5):
            assert set(served[start : start + 5]) == set(tenants)


class TestSettling:
    async def test_a_settled_lane_is_due_when_it_was_said(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk
    ) -> None:
        await bench.wake("c1")
        [lane] = await claim()

        await desk.settle(lane, due_at=FAR_OFF)

        assert await bench.column("due_at") == FAR_OFF
        assert await bench.column("lease_owner") is None

    async def test_a_waking_meanwhile_makes_it_due_at_once(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk
    ) -> None:
        await bench.wake("c1")
        [lane] = await claim()
        await bench.wake("c1")

        await desk.settle(lane, due_at=None)

        assert len(await claim()) == 1

    async def test_in_a_transaction_it_is_settled_with_the_work(
        self, bench: Bench, uow: PostgresUnitOfWork, tenant_id: TenantId, claim: Claim, desk: PostgresLaneDesk
    ) -> None:
        [first, _] = await bench.put("c1", "a", "b")
        [lane] = await claim()

        async with uow(tenant_id) as tx:
            tx.lanes.finish_item(first)
            tx.lanes.settle(lane, due_at=LONG_AGO)

        [again] = await claim()
        assert bodies(await desk.items(again, limit=10)) == ["b"]

    async def test_a_waking_by_the_settling_transaction_counts_as_a_due_time(
        self, bench: Bench, uow: PostgresUnitOfWork, tenant_id: TenantId, claim: Claim
    ) -> None:
        await bench.wake("c1")
        [lane] = await claim()

        async with uow(tenant_id) as tx:
            tx.lanes.wake(LaneKind.CONTACT, "c1", due_at=FAR_OFF)
            tx.lanes.settle(lane, due_at=None)

        assert await bench.column("due_at") == FAR_OFF

    async def test_a_lane_backed_off_waits_even_if_woken(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk
    ) -> None:
        await bench.wake("c1")
        [lane] = await claim()
        await bench.wake("c1")

        await desk.back_off(lane, due_at=FAR_OFF, error="x" * 5000)

        assert await bench.column("due_at") == FAR_OFF
        assert await bench.column("attempts") == 1
        assert await bench.column("length(error)") == 1000

    async def test_success_forgets_the_errors(self, bench: Bench, claim: Claim, desk: PostgresLaneDesk) -> None:
        await bench.wake("c1")
        [lane] = await claim()
        await desk.back_off(lane, due_at=LONG_AGO, error="once")
        [lane] = await claim()

        await desk.settle(lane, due_at=None)

        assert (lane.attempts, await bench.column("attempts"), await bench.column("error")) == (1, 0, None)
