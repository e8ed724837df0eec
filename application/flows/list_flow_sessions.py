"""Somebody looks at who went through a flow."""

from application.ports.audit import AccessLog, Subject
from application.ports.readers.flow_sessions import FlowSessionFilters, FlowSessionList, FlowSessionRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class ListFlowSessions:
    """Show a flow's sessions, of conversations that one may see, once it is written down who saw them.

    Needs flows:read.
    """

    def __init__(self, *, sessions: FlowSessionList, access: AccessLog) -> None:
        self._sessions, self._access = sessions, access

    async def __call__(
        self, actor: Actor, flow_id: FlowId, *, filters: FlowSessionFilters, page: PageRequest
    ) -> Page[FlowSessionRow]:
        """Give one page. Raises FlowNotFoundError, MalformedError, AccessLogUnavailableError."""
        actor.require(Permission.FLOWS_READ)
        found = await self._sessions.page(
            actor.tenant_id, viewer=actor.viewer, flow_id=flow_id, filters=filters, page=page
        )
        await self._access.note(
            actor.tenant_id,
            AuditAction.FLOW_SESSIONS_LISTED,
            by=actor.author,
            on=Subject(type="flow_session"),
            shown=[row.id for row in found.items],
        )
        return found
