"""Find what would go wrong if a draft ran."""

import asyncio

from application.flows.check_trigger import CheckTrigger
from application.flows.gather_world import GatherWorld
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
    """Decode a draft and find what is wrong with it, knowing what of the things it names is there.

    The largest flows take a second of computing: a thread of its own lets others have their turn meanwhile.
    """

    def __init__(self, *, language: Language, gather: GatherWorld, trigger: CheckTrigger) -> None:
        self._language, self._gather, self._trigger = language, gather, trigger

    async def __call__(self, tx: Transaction, flow: Flow) -> tuple[FlowDocument, list[Finding]]:
        """Give the document and the findings."""
        document = decode_flow(bytes(flow.draft))
        world = await self._gather(tx, flow, document)
        found = await asyncio.to_thread(inspect, document, self._language, world=world)
        return document, [*await self._trigger(tx, document), *found]


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
