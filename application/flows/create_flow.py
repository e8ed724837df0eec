"""A flow is drawn."""

import msgspec

from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow, encode_flow
from domain.flows.definition import Flow
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId, FlowId, TenantId
from domain.tenants.plans import Metric


class CreateFlow(msgspec.Struct, frozen=True, kw_only=True):
    """A flow document, JSON as in docs/guides/flows.md, perhaps in a chatbot; a higher priority is tried first."""

    document: bytes
    chatbot_id: ChatbotId | None = None
    description: str = ""
    priority: int = 0


class CreateFlowHandler:
    """Keep a draft. Needs flows:edit. The document must decode; whether it may run is asked when it is published."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: CreateFlow) -> FlowId:
        """Give the flow's id. Raises InvalidError with the place of what cannot be decoded, PlanLimitReachedError."""
        actor.require(Permission.FLOWS_EDIT)
        return await self.create(actor.tenant_id, command)

    async def create(self, tenant_id: TenantId, command: CreateFlow) -> FlowId:
        """Do it for the operator of the platform, who asks from the command line."""
        document = decode_flow(command.document)
        now = self._clock.now()
        flow = Flow(
            id=FlowId(self._ids.new()),
            name=document.name,
            draft=msgspec.Raw(encode_flow(document)),
            created_at=now,
            updated_at=now,
            chatbot_id=command.chatbot_id,
            description=command.description.strip(),
            priority=command.priority,
        )
        async with self._uow(tenant_id) as tx:
            await tx.usage.take(Metric.FLOWS)
            await tx.flows.add(flow)
        return flow.id
