"""Somebody looks into the audit log."""

from application.ports.audit import AccessLog, Subject
from application.ports.readers.audit import AuditFilters, AuditList, AuditRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission

AUDIT_LOG = Subject(type="audit_log")


class ListAudit:
    """Show entries, and add one that says who looked. Needs audit:read."""

    def __init__(self, *, entries: AuditList, access: AccessLog) -> None:
        self._entries, self._access = entries, access

    async def __call__(self, actor: Actor, *, filters: AuditFilters, page: PageRequest) -> Page[AuditRow]:
        """Give one page. Raises MalformedError."""
        actor.require(Permission.AUDIT_READ)
        found = await self._entries.page(actor.tenant_id, filters=filters, page=page)
        await self._access.note(
            actor.tenant_id, AuditAction.AUDIT_READ, by=actor.author, on=AUDIT_LOG, count=len(found.items)
        )
        return found
