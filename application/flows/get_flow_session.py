"""Somebody looks at one contact's way through a flow."""

from application.ports.audit import AccessLog, Subject
from application.ports.readers.flow_sessions import FlowSessionDetail, FlowSessionList
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import FlowSessionId


class GetFlowSession:
    """Show a session step by step, once it is written down who saw it.

    Needs flows:read, and to see its conversation.
    """

    def __init__(self, *, sessions: FlowSessionList, access: AccessLog) -> None:
        self._sessions, self._access = sessions, access

    async def __call__(self, actor: Actor, session_id: FlowSessionId) -> FlowSessionDetail:
        """Give it. Raises FlowSessionNotFoundError, AccessLogUnavailableError."""
        actor.require(Permission.FLOWS_READ)
        found = await self._sessions.one(actor.tenant_id, viewer=actor.viewer, session_id=session_id)
        on = Subject(type="flow_session", id=session_id)
        await self._access.note(actor.tenant_id, AuditAction.FLOW_SESSION_READ, by=actor.author, on=on)
        return found
