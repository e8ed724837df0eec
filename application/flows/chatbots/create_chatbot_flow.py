"""A flow is drawn for a bot."""

from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId, FlowId


class CreateChatbotFlowHandler:
    """Keep a draft of a chatbot. Needs flows:edit. What cannot be read is said before whose it would be."""

    def __init__(self, *, uow: UnitOfWork, create: CreateFlowHandler) -> None:
        self._uow, self._create = uow, create

    async def __call__(self, actor: Actor, chatbot_id: ChatbotId, command: CreateFlow) -> FlowId:
        """Give the flow's id. Raises InvalidError, ChatbotNotFoundError, PlanLimitReachedError."""
        actor.require(Permission.FLOWS_EDIT)
        decode_flow(command.document)
        async with self._uow(actor.tenant_id) as tx:
            await tx.chatbots.get(chatbot_id)
        return await self._create(actor, command)
