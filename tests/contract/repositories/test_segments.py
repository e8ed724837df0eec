"""SegmentRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.errors import SegmentNotFoundError, SegmentTakenError
from domain.contacts.filter_codec import read_filter
from domain.contacts.segment import Segment
from domain.shared.ids import SegmentId, TenantId
from tests.contract.repositories.stored import NOW, facts, new_id

FILTER = read_filter(
    b"""{"type": "and", "filters": [
      {"type": "time", "field": "last_seen_at", "op": "before", "at": "2026-08-01T00:00:00Z"},
      {"type": "not", "filter": {"type": "attribute", "key": "plano", "op": "at_least", "value": 2.5}}]}"""
)


def a_segment(name: str = "Ativos") -> Segment:
    return Segment(id=SegmentId(new_id()), name=name, description="d", filter=FILTER, created_at=NOW)


async def test_is_kept_with_its_filter(uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId) -> None:
    segment = a_segment()
    async with uow(tenant_id) as tx:
        await tx.segments.add(segment)
        segment.name = "Inativos"
        await tx.segments.save(segment)
        loaded, count = await tx.segments.get(segment.id), await tx.segments.count()
    async with uow(other_tenant_id) as tx:
        assert await tx.segments.count() == 0
        with pytest.raises(SegmentNotFoundError):
            await tx.segments.get(segment.id)
        with pytest.raises(SegmentNotFoundError):
            await tx.segments.delete(segment.id)
    async with uow(tenant_id) as tx:
        await tx.segments.delete(segment.id)

    assert (facts(loaded), count) == (facts(segment), 1)


async def test_has_a_name_of_its_own(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    async def add() -> None:
        async with uow(tenant_id) as tx:
            await tx.segments.add(a_segment())

    await add()

    with pytest.raises(SegmentTakenError):
        await add()
