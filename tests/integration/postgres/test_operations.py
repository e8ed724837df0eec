"""Dead letters, the board of lanes, and the workers: what operators look at."""

from datetime import timedelta
from uuid import uuid4

import pytest

from adapters.postgres.database import Database
from adapters.postgres.dead_letters import PostgresDeadLetters
from adapters.postgres.journal import PostgresJournal
from adapters.postgres.lane_board import PostgresLaneBoard
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.postgres.workers import PostgresWorkers
from application.ports.lanes import DeadLetter, LaneKind
from application.ports.operations import NotReplayableError
from tests.doubles import RecordedWakeups
from tests.integration.postgres.bench import FAR_OFF, LONG_AGO, Bench, bodies
from tests.integration.postgres.conftest import Claim
from tests.integration.postgres.test_journal import webhook


@pytest.fixture
def letters(platform_database: Database) -> PostgresDeadLetters:
    return PostgresDeadLetters(platform_database)


class TestDeadLetters:
    async def test_a_contacts_item_goes_back_to_the_end_of_its_lane(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk, letters: PostgresDeadLetters
    ) -> None:
        [bad, good] = await bench.put("c1", "bad", "good")
        [lane] = await claim()
        await desk.park(bad, lane=lane, error="cannot")
        await desk.settle(lane, due_at=None)

        assert await letters.replay(bad)

        [lane] = await claim()
        assert bodies(await desk.items(lane, limit=10)) == ["good", "bad"]
        assert await letters.get(bad) is None
        assert good != bad

    async def test_they_are_counted_by_their_errors_without_the_text(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk, letters: PostgresDeadLetters
    ) -> None:
        [first, second, third] = await bench.put("c1", "a", "b", "c")
        [lane] = await claim()
        for item, error in (
            (first, "KeyError: what was written"),
            (second, "KeyError: more"),
            (third, "unreadable: x"),
        ):
            await desk.park(item, lane=lane, error=error)

        assert [(count.error, count.last_hour, count.total) for count in await letters.tally()] == [
            ("KeyError", 2, 2),
            ("unreadable", 1, 1),
        ]

    async def test_a_webhook_goes_back_to_the_journal(
        self,
        platform_database: Database,
        wakeups: RecordedWakeups,
        claim: Claim,
        desk: PostgresLaneDesk,
        letters: PostgresDeadLetters,
    ) -> None:
        sent = webhook(body=b"\x00{")
        await PostgresJournal(platform_database, wakeups=wakeups).append([sent])
        [lane] = await claim(kinds=(LaneKind.JOURNAL,))
        await desk.park(sent.id, lane=lane, error="cannot")
        await desk.settle(lane, due_at=None)

        assert await letters.replay(sent.id)

        [lane] = await claim(kinds=(LaneKind.JOURNAL,))
        [back] = await desk.webhooks(lane, limit=10)
        assert (back.id, back.tenant_id, back.config_id, back.body) == (sent.id, None, None, b"\x00{")

    async def test_a_letter_that_is_gone_is_not_replayed(self, letters: PostgresDeadLetters) -> None:
        assert not await letters.replay(uuid4())

    @pytest.mark.parametrize(("kind", "body"), [(LaneKind.NUMBER, b"{}"), (LaneKind.CONTACT, b"\xffnot ours")])
    async def test_what_no_lane_takes_stays(
        self, bench: Bench, letters: PostgresDeadLetters, kind: LaneKind, body: bytes
    ) -> None:
        await bury(bench, kind=kind, body=body)
        [letter] = await letters.page(limit=10)

        with pytest.raises(NotReplayableError):
            await letters.replay(letter.id)

        assert await letters.get(letter.id) == letter

    async def test_pages_go_from_new_to_old(self, bench: Bench, letters: PostgresDeadLetters) -> None:
        for number in range(5):
            await bury(bench, kind=LaneKind.NUMBER, body=str(number).encode())

        first = await letters.page(limit=2)
        second = await letters.page(limit=2, before=first[-1].id)

        assert [letter.body for letter in [*first, *second]] == [b"4", b"3", b"2", b"1"]

    async def test_a_page_can_be_one_tenants(self, bench: Bench, letters: PostgresDeadLetters) -> None:
        await bury(bench, kind=LaneKind.NUMBER, body=b"ours")

        assert [letter.tenant_id for letter in await letters.page(tenant_id=bench.tenant_id, limit=9)] == [
            bench.tenant_id
        ]
        assert await letters.page(tenant_id=uuid4(), limit=9) == []  # type: ignore[arg-type]  # nobody's


async def bury(bench: Bench, *, kind: LaneKind, body: bytes) -> None:
    async with bench.uow(bench.tenant_id) as tx:
        tx.lanes.bury(DeadLetter(kind=kind, key="k", tenant_id=None, config_id=None, body=body, error="why"))


class TestBoard:
    async def test_it_shows_lanes_with_something_to_do(
        self, bench: Bench, claim: Claim, desk: PostgresLaneDesk, platform_database: Database
    ) -> None:
        await bench.wake("done", "leased", "late")
        await bench.wake("later", due_at=FAR_OFF)
        for lane in await claim():
            match lane.key:
                case "done":
                    await desk.settle(lane, due_at=None)
                case "late":
                    await desk.back_off(lane, due_at=LONG_AGO, error="boom")

        shown = {lane.key: lane for lane in await PostgresLaneBoard(platform_database).lanes(limit=10)}

        assert set(shown) == {"leased", "late", "later"}
        assert (shown["late"].attempts, shown["late"].error) == (1, "boom")
        assert (shown["leased"].lease_owner, shown["leased"].tenant_id) == ("worker", bench.tenant_id)

    async def test_lag_is_the_age_of_the_oldest_due_lane(self, bench: Bench, platform_database: Database) -> None:
        await bench.put("c1", "a", "b")
        await bench.wake("later", due_at=FAR_OFF, kind=LaneKind.NUMBER)

        lag = await PostgresLaneBoard(platform_database).lag()

        assert set(lag.oldest_due) == {LaneKind.CONTACT}
        assert lag.oldest_due[LaneKind.CONTACT] > timedelta(days=365)
        assert (lag.webhooks, lag.items, lag.dead_letters) == (0, 2, 0)


async def test_workers_are_known_from_their_first_beat_to_their_end(platform_database: Database) -> None:
    workers = PostgresWorkers(platform_database)
    await workers.beat("w1", busy=0)
    await workers.beat("w2", busy=3)
    await workers.beat("w1", busy=5)

    assert [(worker.id, worker.busy) for worker in await workers.all()] == [("w1", 5), ("w2", 3)]

    await workers.remove("w1")
    assert [worker.id for worker in await workers.all()] == ["w2"]
