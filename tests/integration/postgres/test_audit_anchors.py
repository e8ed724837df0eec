"""The turn that a worker takes every five minutes."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from adapters.postgres.database import Database
from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.readers.audit import PostgresAuditChain
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.anchors import FileAnchors
from application.audit.anchor_heads import AnchorHeads
from domain.audit.actions import AuditAction
from domain.audit.anchors import read_anchors
from domain.audit.author import SYSTEM
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId
from domain.tenants.tenant import PLATFORM
from entrypoints.consumers.anchoring import Anchoring
from tests.doubles import FrozenClock


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "anchors.jsonl"


@pytest.fixture
def turn(app_database: Database, directory: PostgresDirectory, file: Path, frozen_clock: FrozenClock) -> Anchoring:
    chain, anchors = PostgresAuditChain(app_database), FileAnchors(file)
    return Anchoring(AnchorHeads(chain=chain, directory=directory, anchors=anchors, clock=frozen_clock))


async def write(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async with uow(tenant_id) as tx:
        tx.audit.record(AuditAction.USER_UPDATED, by=SYSTEM)


def lines_of(file: Path) -> list[bytes]:
    return file.read_bytes().splitlines()


def block(file: Path) -> None:
    file.mkdir()


def unblock(file: Path) -> None:
    file.rmdir()


async def test_heads_are_kept_and_logged(
    turn: Anchoring, file: Path, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId
) -> None:
    await write(uow, tenant_id)
    await write(uow, tenant_id)
    await write(uow, PLATFORM)

    with capture_logs() as logged:
        await turn()

    kept = read_anchors(lines_of(file))
    assert {whose: list(hashes) for whose, hashes in kept.items()} == {tenant_id: [2], PLATFORM: [1]}
    assert other_tenant not in kept
    assert {(line["event"], line["tenant_id"], line["seq"], line["hash"]) for line in logged} == {
        ("audit_head", str(whose), seq, hashes[seq].hex() if hashes[seq] else None)
        for whose, hashes in kept.items()
        for seq in hashes
    }


async def test_a_chain_that_stands_still_is_kept_once(
    turn: Anchoring, file: Path, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant: TenantId
) -> None:
    await write(uow, tenant_id)
    await write(uow, other_tenant)
    await turn()
    await write(uow, tenant_id)
    await turn()

    kept = read_anchors(lines_of(file))
    assert (list(kept[tenant_id]), list(kept[other_tenant])) == ([1, 2], [1])
    assert len(lines_of(file)) == 3


async def test_what_could_not_be_kept_is_kept_the_next_time(
    turn: Anchoring, file: Path, uow: PostgresUnitOfWork, tenant_id: TenantId
) -> None:
    await write(uow, tenant_id)
    block(file)
    with pytest.raises(UnavailableError):
        await turn()
    unblock(file)

    await turn()

    assert list(read_anchors(lines_of(file))) == [tenant_id]
