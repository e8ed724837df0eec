"""A flow's draft is edited."""

import msgspec
from msgspec import UNSET, UnsetType

from application.flows.flow_users import is_main_of
from application.flows.lost_race import require_version
from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow, encode_flow
from domain.flows.definition import Flow
from domain.flows.errors import FlowInUseError
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ChatbotId, FlowId


class UpdateFlow(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it, but of the chatbot. `version` is the one that was read, where the caller cares."""

    flow_id: FlowId
    document: bytes | None = None
    name: str | None = None
    description: str | None = None
    priority: int | None = None
    chatbot_id: ChatbotId | UnsetType | None = UNSET
    version: int | None = None


class UpdateFlowHandler:
    """Replace a draft. Needs flows:edit. What runs goes on running as it was published.

    A lost race tells the version that is there now. A chatbot's main flow stays with its chatbot.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, command: UpdateFlow) -> None:
        """Write the draft. Raises FlowNotFoundError, InvalidError, StaleVersionError, FlowInUseError."""
        actor.require(Permission.FLOWS_EDIT)
        document = decode_flow(command.document) if command.document is not None else None
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            require_version(flow, command.version)
            draft = msgspec.Raw(encode_flow(document)) if document is not None else flow.draft
            name = command.name or (document.name if document is not None else flow.name)
            flow.edit(name=name, draft=draft, now=self._clock.now())
            flow.priority = flow.priority if command.priority is None else command.priority
            flow.description = flow.description if command.description is None else command.description.strip()
            await _move(tx, flow, command.chatbot_id)
            await tx.flows.save(flow)


async def _move(tx: Transaction, flow: Flow, chatbot_id: ChatbotId | UnsetType | None) -> None:
    if chatbot_id is UNSET or chatbot_id == flow.chatbot_id:
        return
    if (bot := await is_main_of(tx, flow)) is not None:
        detail = ErrorDetail(
            field="chatbot_id", message="choose another main flow of '{bot}' first", values={"bot": bot}
        )
        raise FlowInUseError("It is a chatbot's main flow.", details=(detail,))
    flow.chatbot_id = chatbot_id
