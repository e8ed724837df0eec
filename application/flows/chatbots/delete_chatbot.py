"""A bot is not wanted any more."""

from application.flows.chatbots.telling import told
from application.ports.audit import Subject
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.flows.errors import ChatbotInUseError
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ChatbotId


class DeleteChatbotHandler:
    """Remove a chatbot that has no flows and answers on no number. Needs flows:edit."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, chatbot_id: ChatbotId) -> None:
        """Remove it. Raises ChatbotNotFoundError, ChatbotInUseError with what is to be done first."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            chatbot = await tx.chatbots.get(chatbot_id)
            await _refuse_use(tx, chatbot_id)
            await tx.chatbots.delete(chatbot_id)
            on = Subject(type="chatbot", id=chatbot_id)
            tx.audit.record(AuditAction.CHATBOT_DELETED, by=actor.author, on=on, before=told(chatbot))


async def _refuse_use(tx: Transaction, chatbot_id: ChatbotId) -> None:
    wrong = [
        ErrorDetail(field="flows", message="move or delete the flow '{name}' first", values={"name": flow.name})
        for flow in await tx.flows.of_chatbot(chatbot_id)
    ]
    wrong += [
        ErrorDetail(
            field="whatsapp_configs",
            message="give the number '{name}' another chatbot, or none, first",
            values={"name": name},
        )
        for name in await tx.chatbots.numbers(chatbot_id)
    ]
    if wrong:
        raise ChatbotInUseError("The chatbot is in use.", details=tuple(wrong[:50]))
