"""A bot is silent."""

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId


class DeactivateChatbotHandler:
    """Let none of a chatbot's flows start; sessions that run go on to their end. Needs flows:publish.

    Done twice it is done once.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, chatbot_id: ChatbotId) -> None:
        """Do it. Raises ChatbotNotFoundError."""
        actor.require(Permission.FLOWS_PUBLISH)
        async with self._uow(actor.tenant_id) as tx:
            chatbot = await tx.chatbots.get(chatbot_id)
            if chatbot.is_active is False:
                return
            chatbot.is_active, chatbot.updated_at = False, self._clock.now()
            await tx.chatbots.save(chatbot)
            on = Subject(type="chatbot", id=chatbot.id)
            tx.audit.record(AuditAction.CHATBOT_DEACTIVATED, by=actor.author, on=on, after={"name": chatbot.name})
