import asyncio
from collections.abc import Sequence

import asyncpg
import pytest

from adapters.postgres.audit_trail import PostgresAuditTrail
from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.audit import Subject
from domain.audit.actions import AuditAction
from domain.audit.author import SYSTEM, Author, AuthorKind
from domain.audit.chain import BEGINNING, hash_of
from domain.audit.entry import Entry
from domain.shared.ids import ApiKeyId, DepartmentId, TenantId, UserId
from domain.tenants.tenant import PLATFORM
from tests.doubles import FrozenClock
from tests.integration.postgres.conftest import driver

ROWS = "SELECT * FROM audit_log ORDER BY seq, id"
HEAD = "SELECT seq, hash FROM audit_heads"


async def rows_of(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Sequence[asyncpg.Record]:
    async with uow(tenant_id) as tx:
        rows: Sequence[asyncpg.Record] = await driver(tx).fetch(ROWS)
        return rows


async def record(uow: PostgresUnitOfWork, tenant_id: TenantId, *names: str) -> None:
    async with uow(tenant_id) as tx:
        for name in names:
            tx.audit.record(AuditAction.USER_UPDATED, by=SYSTEM, after={"name": name})


def entry_of(row: asyncpg.Record) -> Entry:
    return Entry(**{name: row[name] for name in Entry.__struct_fields__})


async def assert_unbroken(uow: PostgresUnitOfWork, tenant_id: TenantId, *, length: int) -> None:
    rows = await rows_of(uow, tenant_id)
    async with uow(tenant_id) as tx:
        [head] = await driver(tx).fetch(HEAD)

    assert [row["seq"] for row in rows] == list(range(1, length + 1))
    previous = BEGINNING.hash
    for row in rows:
        assert row["previous_hash"] == previous
        assert row["hash"] == hash_of(entry_of(row), previous=previous)
        previous = row["hash"]
    assert (head["seq"], head["hash"]) == (length, previous)


async def test_an_entry_is_written_with_the_change(
    uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds, frozen_clock: FrozenClock
) -> None:
    user, key, subject = UserId(ids.new()), ApiKeyId(ids.new()), ids.new()
    author = Author(
        kind=AuthorKind.API_KEY, user_id=user, api_key_id=key, ip="2001:db8::1", user_agent="curl/8", request_id="req_1"
    )

    async with uow(tenant_id) as tx:
        tx.audit.record(
            AuditAction.USER_UPDATED,
            by=author,
            on=Subject(type="user", id=subject),
            before={"name": "Ana"},
            after={"name": "Ana Lima", "password": "x"},
        )

    [row] = await rows_of(uow, tenant_id)
    told = {name: row[name] for name in ("action", "actor_kind", "user_id", "api_key_id", "ip", "user_agent", "at")}
    assert told == {
        "action": "user.updated", "actor_kind": "api_key", "user_id": user, "api_key_id": key, "ip": "2001:db8::1",
        "user_agent": "curl/8", "at": frozen_clock.now(),
    }  # fmt: skip
    assert (row["subject_type"], row["subject_id"], row["request_id"]) == ("user", subject, "req_1")
    assert (bytes(row["before"]), bytes(row["after"])) == (
        b'{"name": "Ana"}', b'{"name": "Ana Lima", "password": "***"}',
    )  # fmt: skip


async def test_what_is_undone_is_not_told(uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds) -> None:
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - the block is what is tested
        async with uow(tenant_id) as tx:
            await tx.departments.add(DepartmentId(ids.new()), name="Vendas")
            tx.audit.record(AuditAction.DEPARTMENT_CREATED, by=SYSTEM)
            raise ZeroDivisionError

    assert await rows_of(uow, tenant_id) == []


async def test_a_transaction_that_tells_nothing_touches_no_head(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async with uow(tenant_id):
        pass

    async with uow(tenant_id) as tx:
        assert await driver(tx).fetch(HEAD) == []


async def test_entries_are_chained_within_and_between_transactions(
    uow: PostgresUnitOfWork, tenant_id: TenantId
) -> None:
    await record(uow, tenant_id, "a", "b", "c")
    await record(uow, tenant_id, "d")

    await assert_unbroken(uow, tenant_id, length=4)


async def test_twenty_at_once_give_one_chain(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    await asyncio.gather(*(record(uow, tenant_id, f"{number}", "twice") for number in range(20)))

    await assert_unbroken(uow, tenant_id, length=40)


async def test_each_tenant_has_its_own_chain_and_the_platform_one(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId
) -> None:
    await record(uow, tenant_id, "a", "b")
    await record(uow, other_tenant, "a")
    await record(uow, PLATFORM, "a")

    await assert_unbroken(uow, tenant_id, length=2)
    await assert_unbroken(uow, other_tenant, length=1)
    await assert_unbroken(uow, PLATFORM, length=1)


async def test_what_postgres_would_refuse_or_rewrite_is_hashed_as_it_is_kept(
    uow: PostgresUnitOfWork, tenant_id: TenantId
) -> None:
    hostile = Author(kind=AuthorKind.USER, user_agent="a\x00b" + "x" * 2_000)
    odd = {"zz": 1, "a": "\x00é\ud800", "n": 1e300, "big": 10**40, "many": {3, 1}, "in": {"b": [1.50, None, True]}}

    async with uow(tenant_id) as tx:
        tx.audit.record(AuditAction.USER_UPDATED, by=hostile, before=odd, after={"": {}})

    await assert_unbroken(uow, tenant_id, length=1)


async def test_the_head_is_asked_for_once_and_everything_written_in_one_go(
    uow: PostgresUnitOfWork, tenant_id: TenantId, ids: SystemIds, frozen_clock: FrozenClock
) -> None:
    await record(uow, tenant_id, "first")
    async with uow(tenant_id) as tx:
        counting = Counting(driver(tx))
        tx._connection.driver = counting
        trail = PostgresAuditTrail(tx._connection)
        for _ in range(50):
            trail.record(AuditAction.USER_UPDATED, by=SYSTEM)

        await trail.write(ids=ids, now=frozen_clock.now())

    assert counting.trips == 2
    await assert_unbroken(uow, tenant_id, length=51)


class Counting:
    """A connection that counts what it is asked."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection
        self.trips = 0

    def __getattr__(self, name: str) -> object:
        self.trips += 1
        return getattr(self._connection, name)


class TestGrants:
    @pytest.mark.parametrize(
        "change",
        ["UPDATE audit_log SET action = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log",
         "DELETE FROM audit_heads", "TRUNCATE audit_heads",
         "UPDATE audit_log_default SET action = 'x'", "DELETE FROM audit_log_default"],
    )  # fmt: skip
    async def test_the_application_changes_no_entry(
        self, change: str, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        await record(uow, tenant_id, "a")

        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            async with uow(tenant_id) as tx:
                await driver(tx).execute(change)

    async def test_the_platform_role_does_not_reach_it(self, platform_database: Database) -> None:
        for table in ("audit_log", "audit_heads"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with platform_database.connection() as connection:
                    await connection.execute(f"SELECT 1 FROM {table}")  # noqa: S608 - our own names


async def test_entries_of_these_months_lie_in_partitions_of_their_own(
    uow: PostgresUnitOfWork, tenant_id: TenantId
) -> None:
    await record(uow, tenant_id, "a")

    async with uow(tenant_id) as tx:
        place = await driver(tx).fetchval("SELECT tableoid::regclass::text FROM audit_log")
    assert place.rpartition("_")[2].isdigit()
