"""Somebody looks at what customers said of the service."""

from application.ports.audit import AccessLog, Subject
from application.ports.readers.csat import CsatFilters, CsatReport, CsatRow, CsatSummary
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission


class ListCsat:
    """Show questions, answers and their sum, once it is written down who saw them. Needs settings:manage."""

    def __init__(self, *, report: CsatReport, access: AccessLog) -> None:
        self._report, self._access = report, access

    async def __call__(self, actor: Actor, *, filters: CsatFilters, page: PageRequest) -> Page[CsatRow]:
        """Give one page. Raises MalformedError, AccessLogUnavailableError."""
        actor.require(Permission.SETTINGS_MANAGE)
        found = await self._report.page(actor.tenant_id, filters=filters, page=page)
        await self._access.note(
            actor.tenant_id,
            AuditAction.CSAT_LISTED,
            by=actor.author,
            on=Subject(type="csat"),
            shown=[row.conversation_id for row in found.items],
        )
        return found

    async def summary(self, actor: Actor, *, filters: CsatFilters) -> CsatSummary:
        """Sum up; it tells of nobody."""
        actor.require(Permission.SETTINGS_MANAGE)
        return await self._report.summary(actor.tenant_id, filters=filters)
