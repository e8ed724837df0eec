import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import msgspec
import pytest

from adapters.postgres import access_log as access_log_module
from adapters.postgres.access_log import PostgresAccessLog
from adapters.postgres.database import Database, Role
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.audit import AccessLogUnavailableError, Subject
from domain.audit.actions import AuditAction
from domain.audit.author import Author, AuthorKind
from domain.shared.ids import TenantId, UserId
from tests.doubles import FrozenClock, RecordedWakeups
from tests.integration.postgres.conftest import driver

ROWS = "SELECT seq, action, user_id, subject_type, subject_id, after FROM audit_log ORDER BY seq"


@pytest.fixture
async def log(uow: PostgresUnitOfWork, frozen_clock: FrozenClock) -> AsyncIterator[PostgresAccessLog]:
    log = PostgresAccessLog(uow, clock=frozen_clock)
    yield log
    await log.close()


@pytest.fixture
def ana(ids: SystemIds) -> Author:
    return person(ids)


def person(ids: SystemIds) -> Author:
    return Author(kind=AuthorKind.USER, user_id=UserId(ids.new()), ip="192.0.2.1")


def conversation(ids: SystemIds) -> Subject:
    return Subject(type="conversation", id=ids.new())


async def told(uow: PostgresUnitOfWork, tenant_id: TenantId) -> list[dict[str, object]]:
    async with uow(tenant_id) as tx:
        return [{**row, "after": msgspec.json.decode(row["after"])} for row in await driver(tx).fetch(ROWS)]


async def counts(uow: PostgresUnitOfWork, tenant_id: TenantId) -> list[int]:
    return [row["after"]["count"] for row in await told(uow, tenant_id)]  # type: ignore[index]  # its own JSON


async def test_who_saw_what_is_there_when_note_returns(
    log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds
) -> None:
    seen = conversation(ids)

    await log.note(tenant_id, AuditAction.MESSAGES_READ, by=ana, on=seen, count=20)

    assert await told(uow, tenant_id) == [
        {"seq": 1, "action": "messages.read", "user_id": ana.user_id, "subject_type": "conversation",
         "subject_id": seen.id, "after": {"count": 20}}
    ]  # fmt: skip


class TestOnceAMinute:
    async def test_the_same_again_is_told_a_minute_later(
        self, log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds,
        frozen_clock: FrozenClock,
    ) -> None:  # fmt: skip
        seen = conversation(ids)
        for seconds in (0, 59.9, 0.1, 59.9):
            frozen_clock.advance(timedelta(seconds=seconds))
            await log.note(tenant_id, AuditAction.CONVERSATION_READ, by=ana, on=seen)

        assert len(await told(uow, tenant_id)) == 2

    async def test_it_is_told_again_when_the_clock_was_set_back(
        self, log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds,
        frozen_clock: FrozenClock,
    ) -> None:  # fmt: skip
        seen = conversation(ids)
        await log.note(tenant_id, AuditAction.CONVERSATION_READ, by=ana, on=seen)
        frozen_clock.advance(timedelta(seconds=-1))
        await log.note(tenant_id, AuditAction.CONVERSATION_READ, by=ana, on=seen)

        assert len(await told(uow, tenant_id)) == 2

    async def test_another_person_place_action_or_subject_is_told(
        self, log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds
    ) -> None:
        seen = conversation(ids)
        elsewhere = msgspec.structs.replace(ana, ip="198.51.100.9")
        for by, on, action in (
            (ana, seen, AuditAction.CONVERSATION_READ),
            (person(ids), seen, AuditAction.CONVERSATION_READ),
            (elsewhere, seen, AuditAction.CONVERSATION_READ),
            (ana, conversation(ids), AuditAction.CONVERSATION_READ),
            (ana, seen, AuditAction.MESSAGES_READ),
        ):
            await log.note(tenant_id, action, by=by, on=on)

        assert len(await told(uow, tenant_id)) == 5

    async def test_another_request_of_the_same_person_is_not(
        self, log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds
    ) -> None:
        seen = conversation(ids)
        for request_id in ("req_1", "req_2"):
            by = msgspec.structs.replace(ana, request_id=request_id)
            await log.note(tenant_id, AuditAction.CONVERSATION_READ, by=by, on=seen)

        assert len(await told(uow, tenant_id)) == 1

    async def test_what_was_refused_is_not_taken_for_told(
        self, log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        seen = conversation(ids)
        with monkeypatch.context() as patch:
            patch.setattr(access_log_module, "STORE_SECONDS", 0.0)
            with pytest.raises(AccessLogUnavailableError):
                await log.note(tenant_id, AuditAction.CONVERSATION_READ, by=ana, on=seen)

        await log.note(tenant_id, AuditAction.CONVERSATION_READ, by=ana, on=seen)

        assert len(await told(uow, tenant_id)) == 1


class TestLists:
    async def test_an_inbox_that_is_asked_again_tells_of_what_is_new(
        self, log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds
    ) -> None:
        first, second, third = (ids.new() for _ in range(3))
        for shown in ([first, second], [first, second], [third, first], []):
            await log.note(
                tenant_id, AuditAction.CONVERSATIONS_LISTED, by=ana, on=Subject(type="conversation"), shown=shown
            )

        assert [row["after"] for row in await told(uow, tenant_id)] == [
            {"count": 2, "ids": [str(first), str(second)]},
            {"count": 1, "ids": [str(third)]},
        ]

    async def test_whoever_turns_the_pages_is_told_page_by_page(
        self, log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds
    ) -> None:
        for _ in range(5):
            await log.note(tenant_id, AuditAction.CONVERSATIONS_LISTED, by=ana, shown=[ids.new() for _ in range(100)])

        assert await counts(uow, tenant_id) == [100] * 5


async def test_readers_of_a_tenant_share_commits_and_one_chain(
    log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId, ids: SystemIds
) -> None:
    await asyncio.gather(
        *(
            log.note(tenant, AuditAction.CONVERSATION_READ, by=person(ids), on=conversation(ids))
            for _ in range(300)
            for tenant in (tenant_id, other_tenant)
        )
    )

    for tenant in (tenant_id, other_tenant):
        assert [row["seq"] for row in await told(uow, tenant)] == list(range(1, 301))
        async with uow(tenant) as tx:
            commits = await driver(tx).fetchval("SELECT count(DISTINCT xmin::text) FROM audit_log")
        assert commits <= 3


async def test_a_reader_who_gave_up_harms_nobody(
    log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds
) -> None:
    readers = [
        asyncio.create_task(log.note(tenant_id, AuditAction.CONVERSATION_READ, by=person(ids), on=conversation(ids)))
        for _ in range(10)
    ]
    await asyncio.sleep(0)
    for reader in readers[::2]:
        reader.cancel()
    results = await asyncio.gather(*readers, return_exceptions=True)

    assert [result for result in results if isinstance(result, Exception)] == []
    assert len(await told(uow, tenant_id)) >= 5


async def test_a_bad_entry_harms_its_own_reader_only(
    log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, ids: SystemIds
) -> None:
    bad = Author(kind=AuthorKind.USER, user_id="no uuid")  # type: ignore[arg-type]  # on purpose
    people = [ana, person(ids), bad, person(ids)]

    results = await asyncio.gather(
        *(log.note(tenant_id, AuditAction.CONVERSATION_READ, by=by, on=conversation(ids)) for by in people),
        return_exceptions=True,
    )

    assert [isinstance(result, Exception) for result in results] == [False, False, True, False]
    assert not isinstance(results[2], AccessLogUnavailableError)
    assert len(await told(uow, tenant_id)) == 3


async def test_without_the_database_readers_are_told_without_waiting(
    login_url: str,
    wakeups: RecordedWakeups,
    ids: SystemIds,
    frozen_clock: FrozenClock,
    ana: Author,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(access_log_module, "STORE_SECONDS", 3_600)
    database = await Database.open(login_url, role=Role.APP)
    log = PostgresAccessLog(
        PostgresUnitOfWork(database, wakeups=wakeups, ids=ids, clock=frozen_clock), clock=frozen_clock
    )
    await database.close()

    async with asyncio.timeout(60):
        results = await asyncio.gather(
            *(log.note(TenantId(ids.new()), AuditAction.CONVERSATION_READ, by=ana) for _ in range(20)),
            return_exceptions=True,
        )

    assert {type(result) for result in results} == {AccessLogUnavailableError}
    await log.close()


async def test_a_database_that_hangs_is_not_waited_for(
    log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log_module, "STORE_SECONDS", 0.2)
    await log.note(tenant_id, AuditAction.CONVERSATION_READ, by=ana)
    async with uow(tenant_id) as tx:
        await driver(tx).execute("SELECT 1 FROM audit_heads FOR UPDATE")

        with pytest.raises(AccessLogUnavailableError):
            await log.note(tenant_id, AuditAction.MESSAGES_READ, by=ana)

    await log.note(tenant_id, AuditAction.MESSAGES_READ, by=ana)
    assert len(await told(uow, tenant_id)) == 2


async def test_too_much_waiting_is_refused_at_once(
    log: PostgresAccessLog, tenant_id: TenantId, ids: SystemIds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log_module, "WAITING_NOTES", 3)

    results = await asyncio.gather(
        *(log.note(tenant_id, AuditAction.CONVERSATION_READ, by=person(ids)) for _ in range(10)),
        return_exceptions=True,
    )

    assert sum(isinstance(result, AccessLogUnavailableError) for result in results) == 7


async def test_what_is_in_flight_is_stored_before_it_closes_and_nothing_after(
    log: PostgresAccessLog, uow: PostgresUnitOfWork, tenant_id: TenantId, ana: Author
) -> None:
    reader = asyncio.create_task(log.note(tenant_id, AuditAction.CONVERSATION_READ, by=ana))
    await asyncio.sleep(0)

    await log.close()

    await reader
    assert len(await told(uow, tenant_id)) == 1
    with pytest.raises(AccessLogUnavailableError):
        await log.note(tenant_id, AuditAction.MESSAGES_READ, by=ana)
