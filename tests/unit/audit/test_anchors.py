from datetime import UTC, datetime
from uuid import UUID

import msgspec
import pytest

from domain.audit.anchors import Anchor, AnchorsUnreadableError, read_anchors
from domain.shared.ids import TenantId

ONE, OTHER = TenantId(UUID(int=1)), TenantId(UUID(int=2))
A, B = "aa" * 32, "bb" * 32


def line(tenant: TenantId, seq: int, told: str) -> bytes:
    anchor = Anchor(tenant_id=tenant, seq=seq, hash=told, at=datetime(2026, 8, 12, tzinfo=UTC))
    return msgspec.json.encode(anchor) + b"\n"


def test_each_tenant_has_its_own():
    kept = read_anchors([line(ONE, 3, A), line(OTHER, 3, B), line(ONE, 9, B), b"\n"])

    assert kept == {ONE: {3: bytes.fromhex(A), 9: bytes.fromhex(B)}, OTHER: {3: bytes.fromhex(B)}}


def test_what_two_workers_kept_is_one():
    assert read_anchors([line(ONE, 3, A), line(ONE, 3, A)]) == {ONE: {3: bytes.fromhex(A)}}


@pytest.mark.parametrize("hashes", [(A, B), (A, B, A), (A, B, B), (B, A, A)])
def test_two_hashes_of_one_number_are_no_hash(hashes: tuple[str, ...]):
    assert read_anchors([line(ONE, 3, told) for told in hashes]) == {ONE: {3: None}}


def test_a_line_of_the_log_is_an_anchor_too():
    logged = {"event": "audit_head", "level": "info", "tenant_id": str(ONE), "seq": 3, "hash": A, "timestamp": "now"}

    assert read_anchors([msgspec.json.encode(logged)]) == {ONE: {3: bytes.fromhex(A)}}


@pytest.mark.parametrize(
    "broken",
    [b"{", b"\xff", b"[]", line(ONE, 3, A)[:-20], line(ONE, 3, A).strip() * 2, line(ONE, 0, A), line(ONE, 3, "aa")],
)
def test_a_line_that_is_not_ours_is_refused_by_its_number(broken: bytes):
    with pytest.raises(AnchorsUnreadableError, match="Line 2"):
        read_anchors([line(ONE, 3, A), broken])
