"""Somebody ends a flow's session."""

from application.conversations.change_conversation import ChangeConversation
from application.conversations.default_queue import default_queue
from application.conversations.silence_bot import silence_bot
from application.ports.readers.flow_sessions import FlowSessionNotFoundError
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.conversations.timeline import TimelineKind
from domain.flows.starts import FlowSessionOverError
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId, FlowSessionId, TenantId

REASON = "cancelled"


class CancelFlowSession:
    """End it, with its timers, its calls and what it has not sent. Needs conversations:handle or flows:edit.

    The conversation stays the bot's: the contact's next message starts a flow. It goes to people if that is asked, or
    if the contact said something that the session had not answered yet. Of two who change it at once one is told so.
    """

    def __init__(self, *, uow: UnitOfWork, change: ChangeConversation) -> None:
        self._uow, self._change = uow, change

    async def __call__(self, actor: Actor, session_id: FlowSessionId, *, hand_over: bool = False) -> None:
        """Do it.

        Raises FlowSessionNotFoundError, FlowSessionOverError, ConversationNotFoundError for one that the actor may not
        see, StaleVersionError.
        """
        actor.require_either(Permission.CONVERSATIONS_HANDLE, Permission.FLOWS_EDIT)
        conversation_id = await self._conversation_of(actor.tenant_id, session_id)
        async with self._change(actor, conversation_id) as change:
            running = await change.tx.flow_sessions.find_running(conversation_id)
            if running is None or running.session.id != session_id:
                raise FlowSessionOverError("The session is over.")
            await silence_bot(change.tx, conversation_id, reason=REASON, now=change.now)
            data: dict[str, object] = {"session_id": session_id, "flow_id": running.session.flow_id}
            change.conversation.note_in_timeline(TimelineKind.FLOW_CANCELLED, by=change.by, at=change.now, data=data)
            unheard = running.session.pending or running.session.heard
            if (hand_over or unheard) and not change.conversation.is_over:
                queue = change.conversation.department_id or await default_queue(change.tx)
                change.conversation.hand_to_people(
                    department_id=queue, reason="flow_cancelled", by=change.by, now=change.now
                )

    async def _conversation_of(self, tenant_id: TenantId, session_id: FlowSessionId) -> ConversationId:
        async with self._uow(tenant_id) as tx:
            record = await tx.flow_sessions.get(session_id)
        if record is None:
            raise FlowSessionNotFoundError("There is no such flow session.")
        return record.conversation_id
