"""Find what would go wrong if a draft ran."""

from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow
from domain.flows.definition import Flow
from domain.flows.document import FlowDocument
from domain.flows.inspection import Finding, inspect
from domain.flows.language import Language
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class FlowInspector:
    """Decode a draft and find what is wrong with it, knowing which flows it may jump to."""

    def __init__(self, language: Language) -> None:
        self._language = language

    async def __call__(self, tx: Transaction, flow: Flow) -> tuple[FlowDocument, list[Finding]]:
        """Give the document and the findings."""
        document = decode_flow(bytes(flow.draft))
        others = [published.flow_id for published in await tx.flows.published()]
        return document, list(inspect(document, self._language, flows=others))


class ValidateFlowHandler:
    """Inspect a draft. Needs flows:read."""

    def __init__(self, *, uow: UnitOfWork, inspector: FlowInspector) -> None:
        self._uow, self._inspector = uow, inspector

    async def __call__(self, actor: Actor, flow_id: FlowId) -> list[Finding]:
        """Give the findings, errors and warnings. Raises FlowNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
            _, findings = await self._inspector(tx, flow)
        return findings
