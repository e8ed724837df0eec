from pathlib import Path

import asyncpg
import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.audit.actions import AuditAction
from domain.audit.anchors import Anchor
from domain.audit.author import SYSTEM
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from tests.cli.commands import Commands

SLUG_OF = "SELECT slug FROM platform.tenants WHERE id = $1"
CUT = """
DELETE FROM audit_log WHERE seq > 2;
UPDATE audit_heads SET seq = 2, hash = (SELECT hash FROM audit_log WHERE audit_log.seq = 2) WHERE audit_heads.seq = 4;
"""


class Database:
    """The database in the hands of whoever owns it."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def run(self, sql: str) -> None:
        connection = await asyncpg.connect(dsn=self._url)
        tables = ("audit_log", "audit_heads")
        await connection.execute("; ".join(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY" for table in tables))
        await connection.execute(sql)
        await connection.execute("; ".join(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY" for table in tables))
        await connection.close()


@pytest.fixture
def owner(database_url: str) -> Database:
    return Database(database_url)


@pytest.fixture
async def slug(uow: PostgresUnitOfWork, tenant_id: TenantId) -> str:
    """A company with four entries, and one of the platform."""
    for whose, count in ((tenant_id, 4), (PLATFORM, 1)):
        async with uow(whose) as tx:
            for _ in range(count):
                tx.audit.record(AuditAction.USER_UPDATED, by=SYSTEM)
    return f"aurora-{tenant_id}"


def anchors(folder: Path, tenant_id: TenantId, **hashes: str) -> str:
    lines = [
        msgspec.json.encode(Anchor(tenant_id=tenant_id, seq=int(at[1:]), hash=told)) for at, told in hashes.items()
    ]
    file = folder / "anchors.jsonl"
    file.write_bytes(b"\n".join(lines))
    return str(file)


async def test_all_chains_are_verified_the_platforms_first(pytake: Commands, slug: str) -> None:
    told = (await pytake("audit", "verify")).splitlines()

    assert told[0].startswith("platform: 1 entries are sound; the last is 1 ")
    assert told[1].startswith(f"{slug}: 4 entries are sound; the last is 4 ")
    assert len(told) == 2


async def test_a_broken_one_is_told_and_ends_with_1(pytake: Commands, slug: str, owner: Database) -> None:
    await owner.run("UPDATE audit_log SET action = 'user.deleted' WHERE seq = 3")

    told = await pytake.fails("audit", "verify")

    assert f"{slug}: BROKEN at 3: edited; 2 entries before it are sound" in told
    assert "platform: 1 entries are sound" in told


async def test_one_company_is_verified_alone(pytake: Commands, slug: str, owner: Database) -> None:
    await owner.run(f"DELETE FROM audit_log WHERE tenant_id = '{PLATFORM}'")  # noqa: S608 - our own id

    assert (await pytake("audit", "verify", "--tenant", slug)).startswith(f"{slug}: 4 entries")
    assert "platform: BROKEN at 1: truncated" in await pytake.fails("audit", "verify")


async def test_anchors_tell_of_a_tail_that_was_cut(
    pytake: Commands, slug: str, owner: Database, tenant_id: TenantId, tmp_path: Path
) -> None:
    before = await pytake("audit", "verify", "--tenant", slug)
    file = anchors(tmp_path, tenant_id, _4=before.split()[-1])
    assert "1 anchors agree" in await pytake("audit", "verify", "--anchors", file)

    await owner.run(CUT)

    assert "2 entries are sound" in await pytake("audit", "verify", "--tenant", slug)
    assert f"{slug}: BROKEN at 3: truncated" in await pytake.fails("audit", "verify", "--anchors", file)


async def test_anchors_tell_of_a_chain_that_was_rewritten(
    pytake: Commands, slug: str, tenant_id: TenantId, tmp_path: Path
) -> None:
    told = await pytake.fails(
        "audit", "verify", "--tenant", slug, "--anchors", anchors(tmp_path, tenant_id, _3="aa" * 32)
    )

    assert f"{slug}: BROKEN at 1 to 3: rewritten; 2 entries before it are sound" in told


async def test_a_company_that_is_gone_is_named(pytake: Commands, slug: str, tmp_path: Path) -> None:
    gone = TenantId(msgspec.convert("0198a000-0000-7000-8000-0000000000ff", TenantId))

    told = await pytake("audit", "verify", "--anchors", anchors(tmp_path, gone, _3="aa" * 32))

    assert f"{gone}: anchored, and there is no such company; was it purged?" in told
    assert slug in told


@pytest.mark.usefixtures("slug")
async def test_anchors_that_cannot_be_read_are_told_in_a_line(pytake: Commands, tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    file.write_text("{")

    assert "Line 1 of the anchors is not one of ours. (ANCHORS_UNREADABLE)" in await pytake.fails(
        "audit", "verify", "--anchors", str(file)
    )


async def test_an_unknown_company_is_told_in_a_line(pytake: Commands) -> None:
    assert "No company has the slug 'nobody'" in await pytake.fails("audit", "verify", "--tenant", "nobody")
