import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from uuid import UUID

import asyncpg
import pytest

from adapters.postgres import journal as journal_module
from adapters.postgres.database import Database, Role
from adapters.postgres.errors import connecting
from adapters.postgres.journal import PostgresJournal
from adapters.postgres.lanes import PostgresLaneDesk
from adapters.system.ids import SystemIds
from application.ports.journal import JournalUnavailableError
from application.ports.lanes import LaneKind, Webhook
from domain.shared.ids import JournalId, TenantId, WhatsAppConfigId
from tests.doubles import RecordedWakeups
from tests.integration.postgres.conftest import Claim

KILL_THE_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND usename = session_user AND pid <> pg_backend_pid()
"""
STORED = "SELECT id FROM platform.webhook_journal ORDER BY position"


@pytest.fixture
async def journal(platform_database: Database, wakeups: RecordedWakeups) -> AsyncIterator[PostgresJournal]:
    journal = PostgresJournal(platform_database, wakeups=wakeups)
    yield journal
    await journal.close()


def webhook(
    tenant_id: TenantId | None = None, *, config_id: WhatsAppConfigId | None = None, body: bytes = b"{}"
) -> Webhook:
    return Webhook(
        id=JournalId(SystemIds().new()),
        tenant_id=tenant_id,
        config_id=config_id,
        received_at=datetime(2026, 8, 12, tzinfo=UTC),
        body=body,
    )


async def stored(database: Database) -> list[UUID]:
    async with database.connection() as connection:
        return [row["id"] for row in await connection.fetch(STORED)]


async def test_a_webhook_is_stored_as_it_came_and_its_lane_woken(
    journal: PostgresJournal,
    claim: Claim,
    desk: PostgresLaneDesk,
    tenant_id: TenantId,
    ids: SystemIds,
    wakeups: RecordedWakeups,
) -> None:
    config_id = WhatsAppConfigId(ids.new())
    sent = webhook(tenant_id, config_id=config_id, body=b'\x00\xff{"not": json')

    await journal.append([sent])

    [lane] = await claim(kinds=(LaneKind.JOURNAL,))
    assert (lane.key, lane.tenant_id) == (str(config_id), tenant_id)
    assert await desk.webhooks(lane, limit=10) == [sent]
    assert wakeups.nudges == ["journal"]


async def test_a_webhook_of_nobody_waits_in_its_own_lane(
    journal: PostgresJournal, claim: Claim, desk: PostgresLaneDesk
) -> None:
    sent = webhook()

    await journal.append([sent])

    [lane] = await claim(kinds=(LaneKind.JOURNAL,))
    assert (lane.key, lane.tenant_id) == ("unrouted", None)
    assert await desk.webhooks(lane, limit=10) == [sent]


async def test_a_webhook_delivered_twice_is_there_once(journal: PostgresJournal, platform_database: Database) -> None:
    sent = webhook()

    await asyncio.gather(journal.append([sent]), journal.append([sent]))

    assert await stored(platform_database) == [sent.id]


async def test_callers_in_flight_share_commits(
    journal: PostgresJournal, platform_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches: list[int] = []
    insert = PostgresJournal._insert

    async def counted(self: PostgresJournal, webhooks: list[Webhook]) -> None:
        batches.append(len(webhooks))
        await insert(self, webhooks)

    monkeypatch.setattr(PostgresJournal, "_insert", counted)

    await asyncio.gather(*(journal.append([webhook()]) for _ in range(100)))

    assert len(await stored(platform_database)) == 100
    assert len(batches) <= 2


async def test_a_batch_has_bounds(
    journal: PostgresJournal, platform_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "BATCH_ROWS", 10)
    monkeypatch.setattr(journal_module, "BATCH_BYTES", 1000)

    await asyncio.gather(*(journal.append([webhook(body=b"x" * 400)]) for _ in range(30)))
    await journal.append([webhook(body=b"x" * 5000)])

    assert len(await stored(platform_database)) == 31


async def test_a_bad_row_harms_its_own_caller_only(journal: PostgresJournal, platform_database: Database) -> None:
    bad = webhook(config_id="no uuid")  # type: ignore[arg-type]  # on purpose
    good = [webhook() for _ in range(5)]

    results = await asyncio.gather(
        *(journal.append([one]) for one in [*good[:2], bad, *good[2:]]), return_exceptions=True
    )

    assert [type(result) for result in results] == [type(None)] * 2 + [asyncpg.DataError] + [type(None)] * 3
    assert set(await stored(platform_database)) == {one.id for one in good}


async def test_without_the_database_callers_are_told_without_waiting(
    login_url: str, wakeups: RecordedWakeups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "STORE_SECONDS", 3_600)
    database = await Database.open(login_url, role=Role.PLATFORM)
    journal = PostgresJournal(database, wakeups=wakeups)
    await database.close()

    async with asyncio.timeout(60):
        results = await asyncio.gather(*(journal.append([webhook()]) for _ in range(20)), return_exceptions=True)

    assert {type(result) for result in results} == {JournalUnavailableError}
    await journal.close()


async def test_a_database_that_hangs_is_not_waited_for(
    journal: PostgresJournal, platform_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal_module, "STORE_SECONDS", 0.2)
    async with platform_database.transaction() as connection:
        await connection.execute("LOCK TABLE platform.webhook_journal")
        with pytest.raises(JournalUnavailableError):
            await journal.append([webhook()])

    await journal.append([webhook()])
    assert len(await stored(platform_database)) == 1


async def test_a_caller_that_gives_up_harms_nobody(journal: PostgresJournal, platform_database: Database) -> None:
    impatient = asyncio.create_task(journal.append([webhook()]))
    await asyncio.sleep(0)
    impatient.cancel()
    patient = webhook()

    await journal.append([patient])

    assert patient.id in await stored(platform_database)


async def test_what_was_acknowledged_is_stored_though_backends_are_killed(
    journal: PostgresJournal, platform_database: Database, login_url: str
) -> None:
    acknowledged: set[UUID] = set()
    refused = 0

    async def caller() -> None:
        nonlocal refused
        for _ in range(60):
            sent = webhook(body=b"x" * 500)
            try:
                await journal.append([sent])
                acknowledged.add(sent.id)
            except JournalUnavailableError:
                refused += 1

    async def killer() -> None:
        async with connecting(login_url) as same_login:
            for _ in range(40):
                await asyncio.sleep(0.003)
                await same_login.execute(KILL_THE_OTHERS)

    async with asyncio.TaskGroup() as group:
        for work in (killer(), *(caller() for _ in range(16))):
            group.create_task(work)

    assert acknowledged <= set(await stored(platform_database))
    assert refused > 0, "no backend died at the wrong moment: the test tests nothing"
    assert len(acknowledged) > 100


async def test_a_closed_journal_takes_nothing(platform_database: Database, wakeups: RecordedWakeups) -> None:
    journal = PostgresJournal(platform_database, wakeups=wakeups)
    await journal.close()

    with pytest.raises(JournalUnavailableError):
        await journal.append([webhook()])
