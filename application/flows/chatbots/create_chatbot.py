"""A company makes a bot."""

import msgspec

from application.flows.chatbots.telling import told
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.flows.chatbot_variables import chatbot_variables
from domain.flows.definition import Chatbot
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId


class CreateChatbot(msgspec.Struct, frozen=True, kw_only=True):
    """What it is called and for, and what its flows begin with."""

    name: str
    description: str = ""
    variables: dict[str, object] = {}
    is_active: bool = True


class CreateChatbotHandler:
    """Keep a chatbot without flows. Needs flows:edit."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: CreateChatbot) -> ChatbotId:
        """Give its id. Raises InvalidError."""
        actor.require(Permission.FLOWS_EDIT)
        now = self._clock.now()
        chatbot = Chatbot(
            id=ChatbotId(self._ids.new()),
            name=command.name.strip(),
            description=command.description.strip(),
            variables=chatbot_variables(command.variables),
            is_active=command.is_active,
            created_at=now,
            updated_at=now,
        )
        async with self._uow(actor.tenant_id) as tx:
            await tx.chatbots.add(chatbot)
            on = Subject(type="chatbot", id=chatbot.id)
            tx.audit.record(AuditAction.CHATBOT_CREATED, by=actor.author, on=on, after=told(chatbot))
        return chatbot.id
