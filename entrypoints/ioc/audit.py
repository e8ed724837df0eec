"""The audit log."""

from collections.abc import AsyncIterator
from pathlib import Path

from dishka import Provider, Scope, provide, provide_all

from adapters.postgres.access_log import PostgresAccessLog
from adapters.postgres.readers.audit import PostgresAuditChain, PostgresAuditList
from adapters.system.anchors import FileAnchors
from application.audit.anchor_heads import AnchorHeads
from application.audit.export_audit import ExportAuditHandler
from application.audit.list_audit import ListAudit
from application.audit.verify_audit import VerifyAudit
from application.ports.anchors import Anchors
from application.ports.audit import AccessLog
from application.ports.clock import Clock
from application.ports.readers.audit import AuditChain, AuditList
from application.ports.unit_of_work import UnitOfWork
from entrypoints.ioc.stores import AppDatabase
from entrypoints.settings import Settings


class AuditProvider(Provider):
    """The audit log."""

    scope = Scope.APP
    plain = provide_all(AnchorHeads, ExportAuditHandler, ListAudit, VerifyAudit)

    @provide
    async def access_log(self, uow: UnitOfWork, clock: Clock) -> AsyncIterator[AccessLog]:
        """Open the access log; what is in flight is stored before it closes."""
        log = PostgresAccessLog(uow, clock=clock)
        yield log
        await log.close()

    @provide
    def audit_list(self, database: AppDatabase) -> AuditList:
        """Read entries."""
        return PostgresAuditList(database)

    @provide
    def audit_chain(self, database: AppDatabase) -> AuditChain:
        """Read chains."""
        return PostgresAuditChain(database)

    @provide
    def anchors(self, settings: Settings) -> Anchors:
        """Keep ends of chains where the settings say."""
        return FileAnchors(Path(settings.audit_anchors) if settings.audit_anchors else None)
