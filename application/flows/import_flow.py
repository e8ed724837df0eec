"""A flow comes in as a file."""

import msgspec

from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.definition import Flow
from domain.flows.importing.imported import Imported, ImportReport
from domain.flows.importing.read_import import read_import
from domain.flows.saved_tests import SavedTest, read_tests
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId, FlowId, FlowTestId, TenantId
from domain.tenants.plans import Metric


class ImportFlow(msgspec.Struct, frozen=True, kw_only=True):
    """The file, JSON; what the flow is called, and whose it is."""

    file: bytes
    name: str | None = None
    chatbot_id: ChatbotId | None = None
    priority: int = 0


class ImportedFlow(msgspec.Struct, frozen=True, kw_only=True):
    """The flow that was made, and what became of the file."""

    flow_id: FlowId
    report: ImportReport


class ImportFlowHandler:
    """Keep a file as a draft: our own export, a document alone, or a Typebot. Needs flows:edit. Nothing of it runs."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: ImportFlow) -> ImportedFlow:
        """Give the flow. Raises ImportRefusedError, InvalidError with the place, PlanLimitReachedError."""
        actor.require(Permission.FLOWS_EDIT)
        return await self.keep(actor.tenant_id, command)

    async def keep(self, tenant_id: TenantId, command: ImportFlow) -> ImportedFlow:
        """Do it for the operator of the platform, who asks from the command line. Raises the same."""
        read = read_import(command.file)
        flow = self._flow(command, read)
        tests = [
            SavedTest(id=FlowTestId(self._ids.new()), name=name, document=document)
            for name, document in read_tests(read.tests)
        ]
        async with self._uow(tenant_id) as tx:
            await tx.usage.take(Metric.FLOWS)
            await tx.flows.add(flow)
            await tx.flow_tests.replace(flow.id, tests)
        return ImportedFlow(flow_id=flow.id, report=read.report)

    def _flow(self, command: ImportFlow, read: Imported) -> Flow:
        now = self._clock.now()
        return Flow(
            id=FlowId(self._ids.new()),
            name=(command.name or "").strip() or read.name,
            description=read.description,
            draft=read.document,
            created_at=now,
            updated_at=now,
            chatbot_id=command.chatbot_id,
            priority=command.priority,
        )
