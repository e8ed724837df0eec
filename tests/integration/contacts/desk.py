"""What tests do with files of contacts."""

from collections.abc import AsyncIterator
from typing import Any

import msgspec
from dishka import AsyncContainer

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.contacts.export_contacts import ExportContacts, ExportContactsHandler
from application.contacts.import_contacts import ImportContacts, ImportContactsHandler
from application.contacts.run_contact_export import RunContactExport, RunContactExportHandler
from application.contacts.run_contact_import import RunContactImport, RunContactImportHandler
from application.ports.file_store import FileStore
from application.ports.readers.contact_transfers import ContactTransferList, ImportErrorRow
from application.shared.actor import Actor
from domain.contacts.contact import Contact
from domain.contacts.contact_import import ContactImport, SheetFormat
from domain.contacts.import_plan import ImportPlan
from domain.identity.permissions import ROLE_PERMISSIONS, Role
from domain.shared.ids import ContactImportId, TenantId, UserId
from tests.contract.repositories.stored import new_id


class TransferDesk:
    """One tenant's imports and exports."""

    def __init__(
        self, uow: PostgresUnitOfWork, *, container: AsyncContainer, tenant_id: TenantId, app: Database
    ) -> None:
        self.uow, self.container, self.tenant_id, self.app = uow, container, tenant_id, app
        self.supervisor = Actor(
            user_id=UserId(new_id()),
            tenant_id=tenant_id,
            session_id=None,
            permissions=ROLE_PERMISSIONS[Role.SUPERVISOR],
        )

    async def bring(self, body: str | bytes, *, is_dry_run: bool = False, **plan: object) -> ContactImportId:
        """Order an import."""
        use_case = await self.container.get(ImportContactsHandler)
        return await use_case(
            self.supervisor,
            ImportContacts(
                chunks=_once(body if isinstance(body, bytes) else body.encode()),
                filename="pessoas.csv",
                plan=msgspec.convert(plan, ImportPlan),
                is_dry_run=is_dry_run,
            ),
        )

    async def run(self, import_id: ContactImportId) -> ContactImport:
        """Have it read; give what it has become."""
        use_case = await self.container.get(RunContactImportHandler)
        await use_case(RunContactImport(tenant_id=self.tenant_id, import_id=import_id))
        return await self.found(import_id)

    async def imported(self, body: str | bytes, *, is_dry_run: bool = False, **plan: object) -> ContactImport:
        """Order it and have it read."""
        return await self.run(await self.bring(body, is_dry_run=is_dry_run, **plan))

    async def exported(self, kind: SheetFormat, *, filter: bytes | None = None) -> bytes:  # noqa: A002 - as the order
        """Order an export and have it written; give the file."""
        order, run = await self.container.get(ExportContactsHandler), await self.container.get(RunContactExportHandler)
        export_id = await order(self.supervisor, ExportContacts(format=kind, filter=filter))
        job = RunContactExport(tenant_id=self.tenant_id, export_id=export_id)
        await run(job)
        await run(job)
        async with self.uow(self.tenant_id) as tx:
            export = await tx.contact_exports.get(export_id)
        store = await self.container.get(FileStore)
        return b"".join([piece async for piece in store.read(export.storage_key or "")])

    async def found(self, import_id: ContactImportId) -> ContactImport:
        """Load it."""
        async with self.uow(self.tenant_id) as tx:
            return await tx.contact_imports.get(import_id)

    async def errors(self, importing: ContactImport) -> list[ImportErrorRow]:
        """Give what was wrong."""
        reader = await self.container.get(ContactTransferList)
        return await reader.errors(self.tenant_id, import_id=importing.id, after=0, limit=100)

    async def contact(self, phone: str) -> Contact | None:
        """Find somebody by the phone."""
        async with self.uow(self.tenant_id) as tx:
            found = await tx.contact_batches.known(phone_keys=[phone], emails=[])
        return found[0].contact if found else None

    async def add(self, contact: Contact) -> None:
        """Write a contact."""
        async with self.uow(self.tenant_id) as tx:
            await tx.contacts.add(contact)

    async def fetch(self, sql: str) -> list[dict[str, Any]]:
        """Ask a statement with the tenant as its only parameter."""
        async with self.app.tenant_transaction(self.tenant_id) as connection:
            return [dict(row) for row in await connection.fetch(sql, self.tenant_id)]


async def _once(body: bytes) -> AsyncIterator[bytes]:
    yield body
