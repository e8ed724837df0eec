from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest

from adapters.postgres.database import Database
from adapters.postgres.dead_letters import PostgresDeadLetters
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.lanes import LaneKind
from domain.shared.ids import TenantId
from tests.cli.commands import Commands
from tests.integration.postgres.bench import Bench
from tests.integration.postgres.conftest import LEASE


@pytest.fixture
def bench(uow: PostgresUnitOfWork, tenant_id: TenantId, platform_database: Database) -> Bench:
    return Bench(uow, tenant_id, platform_database)


@pytest.fixture
async def letter_id(bench: Bench, platform_database: Database) -> UUID:
    """A message that was given up."""
    desk = PostgresLaneDesk(platform_database)
    [item] = await bench.put("c1", "olá " + "x" * 3_000)
    [lane] = await desk.claim(kinds=[LaneKind.CONTACT], owner="w1", limit=1, lease=LEASE)
    await desk.park(item, lane=lane, error="ValueError: it broke")
    await desk.settle(lane, due_at=None)
    return item


class TestList:
    async def test_nothing_is_behind(self, pytake: Commands) -> None:
        assert await pytake("lanes", "list") == "behind: nothing; webhooks 0, items 0, dead letters 0\n"

    async def test_a_lane_is_shown_with_its_trouble(
        self, pytake: Commands, bench: Bench, platform_database: Database
    ) -> None:
        await bench.put("c1", "olá")
        desk = PostgresLaneDesk(platform_database)
        [lane] = await desk.claim(kinds=[LaneKind.CONTACT], owner="w1", limit=1, lease=LEASE)
        await desk.back_off(lane, due_at=datetime.now(UTC), error="ValueError at x:1")
        await bench.wake("n1", kind=LaneKind.NUMBER)
        [held] = await desk.claim(kinds=[LaneKind.NUMBER], owner="w1", limit=1, lease=LEASE)

        told = await pytake("lanes", "list")

        assert "errors 1, crashes 0: ValueError at x:1" in told
        assert "leased by w1" in told
        assert "items 1" in told
        assert held.key == "n1"

    async def test_one_kind_is_shown_alone(self, pytake: Commands, bench: Bench) -> None:
        await bench.wake("c1")
        await bench.wake("n1", kind=LaneKind.NUMBER)

        told = await pytake("lanes", "list", "--kind", "number")

        assert "n1" in told
        assert "c1" not in told


class TestDead:
    async def test_letters_are_listed_with_their_reason_and_without_their_words(
        self, pytake: Commands, letter_id: UUID
    ) -> None:
        told = await pytake("lanes", "dead")

        assert str(letter_id) in told
        assert "ValueError: it broke" in told
        assert "olá" not in told

    async def test_a_letter_is_shown_and_its_end_only_when_asked_for(self, pytake: Commands, letter_id: UUID) -> None:
        short, full = (
            await pytake("lanes", "dead", str(letter_id)),
            await pytake("lanes", "dead", str(letter_id), "--full"),
        )

        assert "olá" in short
        assert "x" * 3_000 not in short
        assert "x" * 3_000 in full

    async def test_the_next_page_begins_behind_the_last(self, pytake: Commands, letter_id: UUID) -> None:
        assert await pytake("lanes", "dead", "--before", str(letter_id)) == ""

    async def test_a_letter_that_is_gone_is_one_line(self, pytake: Commands) -> None:
        assert "no such letter" in await pytake.fails("lanes", "dead", str(uuid4()))


class TestReplay:
    async def test_a_letter_goes_back_into_its_lane(
        self, pytake: Commands, letter_id: UUID, platform_database: Database
    ) -> None:
        told = await pytake("lanes", "replay", str(letter_id))

        assert told == f"{letter_id}  put back\n"
        assert await PostgresDeadLetters(platform_database).get(letter_id) is None
        assert "items 1" in await pytake("lanes", "list")

    async def test_what_is_gone_is_said_and_the_others_are_replayed(self, pytake: Commands, letter_id: UUID) -> None:
        gone = uuid4()

        told = await pytake("lanes", "replay", str(gone), str(letter_id))

        assert f"{gone}  is gone already" in told
        assert f"{letter_id}  put back" in told

    async def test_what_is_no_id_is_refused(self, pytake: Commands) -> None:
        await pytake.fails("lanes", "replay", "everything", code=2)
