"""A bot is otherwise."""

import msgspec
from msgspec import UNSET, UnsetType

from application.flows.chatbots.telling import told
from application.flows.lost_race import require_version
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.flows.chatbot_variables import chatbot_variables
from domain.flows.definition import Chatbot, FlowNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ChatbotId, FlowId


class UpdateChatbot(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; `version` is the one that was read, where the caller cares."""

    chatbot_id: ChatbotId
    name: str | UnsetType = UNSET
    description: str | UnsetType = UNSET
    variables: dict[str, object] | UnsetType = UNSET
    main_flow_id: FlowId | UnsetType | None = UNSET
    version: int | None = None


class UpdateChatbotHandler:
    """Change a chatbot: its name, its variables as a whole, its main flow. Needs flows:edit.

    Another main flow changes what answers customers, and so needs flows:publish. Sessions that run keep what they
    began with.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, command: UpdateChatbot) -> None:
        """Write it. Raises ChatbotNotFoundError, InvalidError, StaleVersionError."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            chatbot = await tx.chatbots.get(command.chatbot_id)
            require_version(chatbot, command.version)
            before = told(chatbot)
            if command.name is not UNSET:
                chatbot.name = command.name.strip()
            if command.description is not UNSET:
                chatbot.description = command.description.strip()
            if command.variables is not UNSET:
                chatbot.variables = chatbot_variables(command.variables)
            if command.main_flow_id is not UNSET and command.main_flow_id != chatbot.main_flow_id:
                actor.require(Permission.FLOWS_PUBLISH)
                await _require_own(tx, chatbot, command.main_flow_id)
                chatbot.main_flow_id = command.main_flow_id
            chatbot.updated_at = self._clock.now()
            await tx.chatbots.save(chatbot)
            on = Subject(type="chatbot", id=chatbot.id)
            tx.audit.record(AuditAction.CHATBOT_UPDATED, by=actor.author, on=on, before=before, after=told(chatbot))


async def _require_own(tx: Transaction, chatbot: Chatbot, flow_id: FlowId | None) -> None:
    if flow_id is None:
        return
    try:
        flow = await tx.flows.get(flow_id)
        is_own = flow.chatbot_id == chatbot.id
    except FlowNotFoundError:
        is_own = False
    if not is_own:
        wrong = ErrorDetail(field="main_flow_id", message="one of the chatbot's own flows")
        raise InvalidError("This is no flow of the chatbot.", details=(wrong,))
