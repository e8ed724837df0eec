"""ContactExportRepository, on PostgreSQL."""

import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.contact_export import LIVES, ContactExport, ExportScope
from domain.contacts.contact_import import SheetFormat
from domain.contacts.errors import ExportNotFoundError, ExportNotReadyError
from domain.contacts.filter_codec import read_filter
from domain.shared.ids import ContactExportId, TenantId, UserId
from tests.contract.repositories.stored import NOW, facts, new_id

SCOPE = ExportScope(filter=read_filter(b'{"type": "blocked"}'))


async def test_is_kept_with_its_filter_and_is_there_for_a_day(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    export = ContactExport(
        id=ContactExportId(new_id()),
        format=SheetFormat.XLSX,
        filter=SCOPE,
        created_at=NOW,
        created_by=UserId(new_id()),
    )
    with pytest.raises(ExportNotReadyError):
        export.key_at(NOW)
    async with uow(tenant_id) as tx:
        await tx.contact_exports.add(export)
        assert await tx.contact_exports.unfinished() == 1
        export.finish("k", rows=2, size=3, now=NOW)
        await tx.contact_exports.save(export)
        loaded = await tx.contact_exports.get(export.id)
        assert await tx.contact_exports.unfinished() == 0
    async with uow(other_tenant_id) as tx:
        with pytest.raises(ExportNotFoundError):
            await tx.contact_exports.get(export.id)

    assert facts(loaded) == facts(export)
    assert loaded.key_at(NOW) == "k"
    with pytest.raises(ExportNotFoundError):
        loaded.key_at(NOW + LIVES)
