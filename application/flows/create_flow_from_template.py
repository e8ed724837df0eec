"""A company makes a flow of the gallery its own."""

import msgspec

from application.ports.clock import Clock
from application.ports.flow_gallery import FlowGallery, FlowTemplate
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow, encode_flow
from domain.flows.definition import Flow
from domain.flows.saved_tests import SavedTest, read_tests
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId, FlowId, FlowTestId
from domain.tenants.plans import Metric


class CreateFlowFromTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """Which template; what the flow is called, where the template's own name will not do; whose it is."""

    key: str
    name: str | None = None
    chatbot_id: ChatbotId | None = None
    priority: int = 0


class CreateFlowFromTemplateHandler:
    """Keep a draft that is the template, with its tests. Needs flows:edit. Nothing of it runs until it is published."""

    def __init__(self, *, gallery: FlowGallery, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._gallery, self._uow, self._clock, self._ids = gallery, uow, clock, ids

    async def __call__(self, actor: Actor, command: CreateFlowFromTemplate) -> FlowId:
        """Give the flow's id. Raises FlowTemplateNotFoundError, PlanLimitReachedError."""
        actor.require(Permission.FLOWS_EDIT)
        template = self._gallery.get(command.key)
        flow = self._flow(command, template)
        tests = [
            SavedTest(id=FlowTestId(self._ids.new()), name=name, document=document)
            for name, document in read_tests(template.tests)
        ]
        async with self._uow(actor.tenant_id) as tx:
            await tx.usage.take(Metric.FLOWS)
            await tx.flows.add(flow)
            await tx.flow_tests.replace(flow.id, tests)
        return flow.id

    def _flow(self, command: CreateFlowFromTemplate, template: FlowTemplate) -> Flow:
        document = decode_flow(bytes(template.document))
        now = self._clock.now()
        return Flow(
            id=FlowId(self._ids.new()),
            name=(command.name or "").strip() or document.name,
            description=template.description.pt_br,
            draft=msgspec.Raw(encode_flow(document)),
            created_at=now,
            updated_at=now,
            chatbot_id=command.chatbot_id,
            priority=command.priority,
        )
