"""Anchors, in a file."""

import asyncio
import stat
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from adapters.system.anchors import FileAnchors
from domain.audit.anchors import Anchor, read_anchors
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId

TENANT = TenantId(UUID(int=1))


def anchor(seq: int) -> Anchor:
    return Anchor(tenant_id=TENANT, seq=seq, hash=f"{seq:064x}", at=datetime(2026, 8, 12, tzinfo=UTC))


def hashes(*seqs: int) -> dict[int, bytes]:
    return {seq: bytes.fromhex(f"{seq:064x}") for seq in seqs}


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"

    await FileAnchors(file).append([anchor(1), anchor(2)])
    await FileAnchors(file).append([anchor(3)])

    assert read_anchors(file.read_bytes().splitlines()) == {TENANT: hashes(1, 2, 3)}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_many_at_once_do_not_tear_each_others_lines(tmp_path: Path) -> None:
    file = tmp_path / "anchors.jsonl"
    batches = [range(begin, begin + 100) for begin in range(1, 1_001, 100)]

    await asyncio.gather(*(FileAnchors(file).append([anchor(seq) for seq in batch]) for batch in batches))

    assert read_anchors(file.read_bytes().splitlines()) == {TENANT: hashes(*range(1, 1_001))}


async def test_without_a_file_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    await FileAnchors(None).append([anchor(1)])

    assert files_in(tmp_path) == []


async def test_nothing_to_keep_makes_no_file(tmp_path: Path) -> None:
    await FileAnchors(tmp_path / "anchors.jsonl").append([])

    assert files_in(tmp_path) == []


async def test_a_place_that_takes_nothing_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError):
        await FileAnchors(tmp_path / "nowhere" / "anchors.jsonl").append([anchor(1)])
