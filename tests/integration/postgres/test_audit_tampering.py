"""F29(c) on the real table: whoever may write to the database is found out, with the first bad number."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import asyncpg
import pytest

from adapters.postgres.access_log import PostgresAccessLog
from adapters.postgres.database import Database
from adapters.postgres.readers.audit import PostgresAuditChain
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.audit import verify_audit as verify_audit_module
from application.audit.verify_audit import VerifyAudit
from domain.audit.actions import AuditAction
from domain.audit.author import SYSTEM
from domain.audit.verification import Break, BreakReason
from domain.shared.errors import InvalidError
from domain.shared.ids import TenantId
from tests.doubles import FrozenClock

LENGTH = 12
Tamper = Callable[[str], Awaitable[None]]


@pytest.fixture
def verify(app_database: Database, uow: PostgresUnitOfWork, frozen_clock: FrozenClock) -> VerifyAudit:
    return VerifyAudit(chain=PostgresAuditChain(app_database), access=PostgresAccessLog(uow, clock=frozen_clock))


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify_audit_module, "BATCH", 5)


@pytest.fixture
async def chain(uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId) -> TenantId:
    """Twelve entries of a tenant, beside another's."""
    for number in range(LENGTH):
        for whose in (tenant_id, other_tenant):
            async with uow(whose) as tx:
                tx.audit.record(AuditAction.USER_UPDATED, by=SYSTEM, after={"number": number})
    return tenant_id


@pytest.fixture
async def tamper(database_url: str, chain: TenantId) -> AsyncIterator[Tamper]:
    """Runs SQL as whom nothing stops: row-level security and grants are off. `:t` is the tenant."""
    connection = await asyncpg.connect(dsn=database_url)
    await connection.execute("ALTER TABLE audit_log NO FORCE ROW LEVEL SECURITY")
    await connection.execute("ALTER TABLE audit_heads NO FORCE ROW LEVEL SECURITY")

    async def run(sql: str) -> None:
        assert not (await connection.execute(sql.replace(":t", f"'{chain}'"))).endswith(" 0")

    yield run
    await connection.execute("ALTER TABLE audit_log FORCE ROW LEVEL SECURITY")
    await connection.execute("ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY")
    await connection.close()


async def test_a_chain_is_sound_as_it_was_written(verify: VerifyAudit, chain: TenantId) -> None:
    found = await verify.verify(chain)

    assert (found.ok, found.complete, found.checked, found.until) == (True, True, LENGTH, LENGTH)


async def test_no_entries_are_sound_too(verify: VerifyAudit, tenant_id: TenantId) -> None:
    found = await verify.verify(tenant_id)

    assert (found.ok, found.complete, found.checked, found.hash) == (True, True, 0, "00" * 32)


FORGED = """
INSERT INTO audit_log (tenant_id, id, seq, action, actor_kind, at, previous_hash, hash)
SELECT tenant_id, gen_random_uuid(), {seq}, action, actor_kind, at, previous_hash, hash
FROM audit_log WHERE tenant_id = :t AND seq = {like}
"""


RENUMBERED = """
WITH gone AS (DELETE FROM audit_log WHERE tenant_id = :t AND seq = 3)
UPDATE audit_log SET seq = seq - 1 WHERE tenant_id = :t AND seq > 3
"""


@pytest.mark.parametrize(
    ("sql", "seq", "reason"),
    [
        ("UPDATE audit_log SET action = 'user.created' WHERE tenant_id = :t AND seq = 7", 7, BreakReason.EDITED),
        ("UPDATE audit_log SET after = '{\"number\": 7}' WHERE tenant_id = :t AND seq = 7", 7, BreakReason.EDITED),
        ("UPDATE audit_log SET after = NULL WHERE tenant_id = :t AND seq = 1", 1, BreakReason.EDITED),
        ("UPDATE audit_log SET at = at + interval '1 microsecond' WHERE tenant_id = :t AND seq = 6",
         6, BreakReason.EDITED),
        ("UPDATE audit_log SET user_id = gen_random_uuid() WHERE tenant_id = :t AND seq = 5", 5, BreakReason.EDITED),
        ("UPDATE audit_log SET hash = previous_hash WHERE tenant_id = :t AND seq = 5", 5, BreakReason.EDITED),
        ("UPDATE audit_log SET previous_hash = hash WHERE tenant_id = :t AND seq = 9", 9, BreakReason.EDITED),
        ("UPDATE audit_heads SET hash = '\\x00' WHERE tenant_id = :t", LENGTH, BreakReason.EDITED),
        ("DELETE FROM audit_log WHERE tenant_id = :t AND seq = 4", 4, BreakReason.MISSING),
        ("DELETE FROM audit_log WHERE tenant_id = :t AND seq <= 10", 1, BreakReason.MISSING),
        (FORGED.format(seq=8, like=8), 8, BreakReason.FORKED),
        (FORGED.format(seq=LENGTH + 1, like=LENGTH), LENGTH, BreakReason.INSERTED),
        (FORGED.format(seq=0, like=1), 0, BreakReason.INSERTED),
        ("UPDATE audit_log SET seq = 11 - seq WHERE tenant_id = :t AND seq IN (5, 6)", 5, BreakReason.REORDERED),
        (RENUMBERED, 3, BreakReason.REORDERED),
        ("DELETE FROM audit_log WHERE tenant_id = :t AND seq > 9", 10, BreakReason.TRUNCATED),
        ("DELETE FROM audit_log WHERE tenant_id = :t", 1, BreakReason.TRUNCATED),
        ("DELETE FROM audit_heads WHERE tenant_id = :t", LENGTH + 1, BreakReason.HEAD_LOST),
    ],
)  # fmt: skip
async def test_tampering_is_found(
    sql: str, seq: int, reason: BreakReason, tamper: Tamper, verify: VerifyAudit, chain: TenantId
) -> None:
    await tamper(sql)

    found = await verify.verify(chain)

    assert (found.ok, found.complete, found.broken) == (False, False, Break(seq=seq, reason=reason))


async def test_a_fork_is_found_where_the_lock_was_passed_by(
    tamper: Tamper, verify: VerifyAudit, uow: PostgresUnitOfWork, chain: TenantId
) -> None:
    """Two writers that both begin at the same end: as if the head had not been locked."""
    await tamper(
        "UPDATE audit_heads SET seq = 11, hash = (SELECT hash FROM audit_log WHERE tenant_id = :t AND seq = 11) "
        "WHERE tenant_id = :t"
    )
    async with uow(chain) as tx:
        tx.audit.record(AuditAction.USER_DELETED, by=SYSTEM)

    found = await verify.verify(chain)

    assert found.broken == Break(seq=12, reason=BreakReason.FORKED)


async def test_another_tenants_break_is_theirs(
    tamper: Tamper, verify: VerifyAudit, chain: TenantId, other_tenant: TenantId
) -> None:
    await tamper("DELETE FROM audit_log WHERE tenant_id = :t AND seq = 4")

    assert not (await verify.verify(chain)).ok
    assert (await verify.verify(other_tenant)).ok


async def test_a_tail_cut_with_its_head_is_found_by_an_anchor(
    tamper: Tamper, verify: VerifyAudit, chain: TenantId
) -> None:
    anchors = {LENGTH: bytes.fromhex((await verify.verify(chain)).hash)}
    await tamper("DELETE FROM audit_log WHERE tenant_id = :t AND seq > 9")
    await tamper(
        "UPDATE audit_heads SET seq = 9, hash = (SELECT hash FROM audit_log WHERE tenant_id = :t AND seq = 9) "
        "WHERE tenant_id = :t"
    )

    assert (await verify.verify(chain)).ok
    assert (await verify.verify(chain, anchors=anchors)).broken == Break(seq=10, reason=BreakReason.TRUNCATED)


class TestPartByPart:
    async def test_one_question_goes_on_where_another_ended(self, verify: VerifyAudit, chain: TenantId) -> None:
        first = await verify.verify(chain, limit=5)
        second = await verify.verify(chain, after=first.until, limit=5)
        third = await verify.verify(chain, after=second.until, limit=5)

        assert [(part.complete, part.checked, part.until) for part in (first, second, third)] == [
            (False, 5, 5), (False, 5, 10), (True, 2, LENGTH),
        ]  # fmt: skip

    async def test_a_fork_between_two_questions_is_found(
        self, tamper: Tamper, verify: VerifyAudit, chain: TenantId
    ) -> None:
        await tamper(
            FORGED.format(seq=5, like=5).replace("gen_random_uuid()", "'ffffffff-ffff-7fff-bfff-ffffffffffff'")
        )

        first = await verify.verify(chain, limit=5)
        second = await verify.verify(chain, after=first.until, limit=5)

        assert first.ok
        assert second.broken == Break(seq=5, reason=BreakReason.FORKED)

    async def test_what_is_not_there_is_no_beginning(self, verify: VerifyAudit, chain: TenantId) -> None:
        with pytest.raises(InvalidError):
            await verify.verify(chain, after=LENGTH + 1)


async def test_a_chain_that_grows_meanwhile_is_sound(
    verify: VerifyAudit, uow: PostgresUnitOfWork, chain: TenantId
) -> None:
    rounds = written = 0

    async def write() -> None:
        nonlocal written
        while rounds < 4:
            async with uow(chain) as tx:
                tx.audit.record(AuditAction.USER_UPDATED, by=SYSTEM)
            written += 1

    writing = asyncio.gather(*(write() for _ in range(3)))
    while not writing.done():
        assert (await verify.verify(chain)).ok
        rounds += 1
    await writing

    assert written > 3
    assert (await verify.verify(chain)).until == LENGTH + written
