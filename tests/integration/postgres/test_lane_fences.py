import msgspec
import pytest

from adapters.postgres.database import Database
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.lanes import Lane, LeaseLostError
from domain.shared.ids import DepartmentId, TenantId
from domain.whatsapp.inbound import MessageReceived
from tests.integration.postgres.bench import LONG_AGO, Bench, bodies, message
from tests.integration.postgres.conftest import LEASE, Claim


class TestFencing:
    """A worker that was paused, and whose lane another worker has, changes nothing."""

    @pytest.fixture
    async def zombie(self, bench: Bench, claim: Claim) -> Lane:
        await bench.put("c1", "a")
        [zombie] = await claim(owner="zombie")
        await bench.expire()
        await claim(owner="successor")
        return zombie

    @pytest.mark.parametrize("settles", [True, False])
    async def test_its_transaction_is_rolled_back(
        self, zombie: Lane, uow: PostgresUnitOfWork, tenant_id: TenantId, *, settles: bool
    ) -> None:
        with pytest.raises(LeaseLostError):  # noqa: PT012 - the block is what is tested
            async with uow(tenant_id) as tx:
                await tx.departments.add(DepartmentId(SystemIds().new()), name="z")
                if settles:
                    tx.lanes.settle(zombie, due_at=None)
                else:
                    tx.lanes.confirm(zombie)

        async with uow(tenant_id) as tx:
            assert await tx.departments.find("z") is None

    async def test_it_can_neither_settle_nor_back_off_nor_park(self, zombie: Lane, desk: PostgresLaneDesk) -> None:
        [item] = await desk.items(zombie, limit=1)
        with pytest.raises(LeaseLostError):
            await desk.settle(zombie, due_at=None)
        with pytest.raises(LeaseLostError):
            await desk.back_off(zombie, due_at=LONG_AGO, error="x")
        with pytest.raises(LeaseLostError):
            await desk.park(item.id, lane=zombie, error="x")

    async def test_it_cannot_begin_it_as_a_suspect(self, zombie: Lane, desk: PostgresLaneDesk, bench: Bench) -> None:
        before = await bench.column("crashes")

        with pytest.raises(LeaseLostError):
            await desk.begin_suspect(zombie)

        assert await bench.column("crashes") == before

    async def test_it_cannot_extend(self, zombie: Lane, desk: PostgresLaneDesk, bench: Bench, claim: Claim) -> None:
        await bench.expire()

        await desk.extend([zombie], owner="zombie", lease=LEASE)

        assert len(await claim()) == 1

    async def test_an_owner_extends_its_own(self, bench: Bench, claim: Claim, desk: PostgresLaneDesk) -> None:
        await bench.wake("c1", "c2")
        lanes = await claim()
        await bench.expire()

        await desk.extend(lanes, owner="worker", lease=LEASE)

        assert await claim() == []

    async def test_a_lane_is_given_back_once(self, bench: Bench, claim: Claim, desk: PostgresLaneDesk) -> None:
        await bench.wake("c1")
        [lane] = await claim()
        await desk.settle(lane, due_at=None)

        with pytest.raises(LeaseLostError):
            await desk.settle(lane, due_at=None)


class TestPoison:
    async def test_failures_are_counted(self, bench: Bench, claim: Claim, desk: PostgresLaneDesk) -> None:
        [item_id] = await bench.put("c1", "a")

        assert [await desk.count_failure(item_id, error="boom") for _ in range(3)] == [1, 2, 3]
        [lane] = await claim()
        assert (await desk.items(lane, limit=1))[0].attempts == 3

    async def test_a_parked_item_frees_its_lane(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk, platform_database: Database
    ) -> None:
        [bad, _] = await bench.put("c1", "bad", "good")
        [lane] = await claim()

        await desk.park(bad, lane=lane, error="cannot")

        assert bodies(await desk.items(lane, limit=10)) == ["good"]
        async with platform_database.connection() as connection:
            [letter] = await connection.fetch("SELECT id, kind, lane_key, body, error FROM platform.dead_letters")
        assert (letter["id"], letter["kind"], letter["lane_key"], letter["error"]) == (bad, "contact", "c1", "cannot")
        assert msgspec.json.decode(letter["body"], type=MessageReceived) == message("bad")

    async def test_an_item_of_an_unknown_kind_is_parked_and_the_rest_goes_on(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk, platform_database: Database
    ) -> None:
        await bench.put("c1", "old", "new")
        async with platform_database.connection() as connection:
            await connection.execute(
                """UPDATE platform.inbound_items SET item = '{"item": "from_the_future"}' WHERE position =
                   (SELECT min(position) FROM platform.inbound_items)"""
            )
        [lane] = await claim()

        assert bodies(await desk.items(lane, limit=10)) == ["new"]
        async with platform_database.connection() as connection:
            assert await connection.fetchval("SELECT count(*) FROM platform.dead_letters") == 1
