"""A real session is told to the draft."""

from application.flows.stored_sessions import Retold, StoredSessions, retell
from application.ports.audit import AccessLog, Subject
from application.ports.readers.flow_sessions import FlowSessionNotFoundError, PlayedSessions
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId, FlowSessionId


class RetellSession:
    """Show what the draft would have made of a real session. Needs flows:read, and to see its conversation.

    Nothing is sent, asked or kept; that the session was looked at is written down.
    """

    def __init__(self, *, uow: UnitOfWork, played: PlayedSessions, sessions: StoredSessions, access: AccessLog) -> None:
        self._uow, self._played, self._sessions, self._access = uow, played, sessions, access

    async def __call__(self, actor: Actor, flow_id: FlowId, session_id: FlowSessionId) -> Retold:
        """Tell it.

        Raises FlowNotFoundError, FlowSessionNotFoundError, SessionNotReplayableError, AccessLogUnavailableError.
        """
        actor.require(Permission.FLOWS_READ)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
        played = await self._played.one(actor.tenant_id, viewer=actor.viewer, session_id=session_id)
        if played.recording.flow_id != flow_id:
            raise FlowSessionNotFoundError("There is no such session of this flow.")
        async with self._uow(actor.tenant_id) as tx:
            stage = await self._sessions.stage(tx, flow, [played])
        retold = retell(stage, played)
        on = Subject(type="flow_session", id=session_id)
        await self._access.note(actor.tenant_id, AuditAction.FLOW_SESSION_READ, by=actor.author, on=on)
        return retold
