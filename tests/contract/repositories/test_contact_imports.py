"""ContactImportRepository, on PostgreSQL."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.contact_transfers import PostgresContactTransferList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.contacts.contact_import import ContactImport, ImportState, RowError, SheetFormat, Tally
from domain.contacts.errors import ImportNotFoundError
from domain.contacts.import_plan import DuplicatePolicy, ImportPlan, PreviewRow, SheetFound
from domain.shared.ids import ContactImportId, TenantId, UserId
from tests.contract.repositories.stored import NOW, facts, new_id


def an_import() -> ContactImport:
    return ContactImport(
        id=ContactImportId(new_id()),
        filename="clientes.csv",
        format=SheetFormat.CSV,
        storage_key="k",
        plan=ImportPlan(mapping={"Nome": "name"}, duplicates=DuplicatePolicy.UPDATE),
        is_dry_run=False,
        created_at=NOW,
        created_by=UserId(new_id()),
    )


async def test_is_kept_with_its_plan_and_counts(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    importing = an_import()
    preview = (PreviewRow(row_number=2, values={"name": "Ana"}),)
    async with uow(tenant_id) as tx:
        await tx.contact_imports.add(importing)
    async with uow(tenant_id) as tx:
        locked = await tx.contact_imports.lock(importing.id)
        locked.begin(importing.plan, found=SheetFound(headings=("Nome",), preview=preview), total_rows=9, now=NOW)
        locked.advance(Tally(rows_read=3, created=2, refused=1), is_told=True)
        await tx.contact_imports.save(locked)
        loaded, unfinished = await tx.contact_imports.get(importing.id), await tx.contact_imports.unfinished()
    async with uow(other_tenant_id) as tx:
        assert await tx.contact_imports.unfinished() == 0
        with pytest.raises(ImportNotFoundError):
            await tx.contact_imports.get(importing.id)

    assert (facts(loaded), unfinished) == (facts(locked), 1)
    assert (loaded.state, loaded.tally) == (ImportState.RUNNING, Tally(rows_read=3, created=2, refused=1))


async def test_keeps_no_more_errors_than_there_is_room_for(
    uow: PostgresUnitOfWork, app_database: Database, tenant_id: TenantId
) -> None:
    importing, reader = an_import(), PostgresContactTransferList(app_database)
    errors = [RowError(row_number=n, field="phone", code="WRONG_VALUE", message="m", raw="a,b") for n in range(1, 6)]

    async def kept() -> list[int]:
        found = await reader.errors(tenant_id, import_id=importing.id, after=1, limit=10)
        return [error.row_number for error in found]

    async with uow(tenant_id) as tx:
        await tx.contact_imports.add(importing)
        await tx.contact_imports.add_errors(importing.id, errors[:2], room=3)
        await tx.contact_imports.add_errors(importing.id, errors[2:], room=3)
    some = await kept()
    async with uow(tenant_id) as tx:
        await tx.contact_imports.forget_errors(importing.id)

    assert (some, await kept()) == ([2, 3], [])
