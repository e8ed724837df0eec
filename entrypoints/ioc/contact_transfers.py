"""Files of contacts: brought and written."""

from dishka import Provider, Scope, provide, provide_all

from adapters.postgres.readers.contact_transfers import PostgresContactTransferList
from adapters.postgres.readers.exported_contacts import PostgresExportedContacts
from adapters.sheets.reading import SheetWorkshop
from adapters.sheets.writing import StreamedSheets
from application.contacts.cancel_contact_import import CancelContactImport
from application.contacts.export_addresses import ExportAddresses
from application.contacts.export_contacts import ExportContactsHandler
from application.contacts.get_contact_export import GetContactExport
from application.contacts.import_contacts import ImportContactsHandler
from application.contacts.list_import_errors import ListImportErrors
from application.contacts.open_contact_export import OpenContactExport
from application.contacts.run_contact_export import ExportTools, RunContactExportHandler
from application.contacts.run_contact_import import ImportTools, RunContactImportHandler
from application.contacts.show_imports import ShowImports
from application.contacts.transfer_files import TransferFiles
from application.ports.clock import Clock
from application.ports.readers.contact_transfers import ContactTransferList
from application.ports.readers.exported_contacts import ExportedContacts
from application.ports.sheets import SheetReader, SheetWriter
from application.ports.signatures import Signatures
from entrypoints.ioc.stores import AppDatabase
from entrypoints.ioc.tools import provide_tools
from entrypoints.settings import Settings


class ContactTransfersProvider(Provider):
    """Imports and exports of contacts."""

    scope = Scope.APP
    plain = provide_all(
        CancelContactImport,
        ExportContactsHandler,
        GetContactExport,
        ImportContactsHandler,
        ListImportErrors,
        OpenContactExport,
        RunContactExportHandler,
        RunContactImportHandler,
        ShowImports,
    ) + provide_tools(ExportTools, ImportTools, TransferFiles)

    @provide
    def reader(self) -> SheetReader:
        """Read tables in processes of their own."""
        return SheetWorkshop()

    @provide
    def writer(self) -> SheetWriter:
        """Write tables."""
        return StreamedSheets()

    @provide
    def exported(self, database: AppDatabase) -> ExportedContacts:
        """Read contacts for files."""
        return PostgresExportedContacts(database)

    @provide
    def addresses(self, signatures: Signatures, clock: Clock, settings: Settings) -> ExportAddresses:
        """Write signed addresses."""
        return ExportAddresses(signatures, clock, base_url=f"{settings.public_url}/api/v1")

    @provide
    def transfers(self, database: AppDatabase) -> ContactTransferList:
        """Read imports."""
        return PostgresContactTransferList(database)
