"""A flow is copied, to make another of it."""

import msgspec

from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.copying import copy_of, copy_tests, name_of_copy
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId
from domain.tenants.plans import Metric


class DuplicateFlow(msgspec.Struct, frozen=True, kw_only=True):
    """Which flow, and what the copy is called."""

    flow_id: FlowId
    name: str | None = None


class DuplicateFlowHandler:
    """Keep a copy of a draft, with its tests, in the same chatbot. Needs flows:edit. Nothing of it runs."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: DuplicateFlow) -> FlowId:
        """Give the copy's id. Raises FlowNotFoundError, PlanLimitReachedError."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            tests = await tx.flow_tests.list(flow.id)
            await tx.usage.take(Metric.FLOWS)
            name = (command.name or "").strip() or name_of_copy(flow.name)
            copy = copy_of(flow, copy_id=FlowId(self._ids.new()), name=name, now=self._clock.now())
            await tx.flows.add(copy)
            await tx.flow_tests.replace(copy.id, copy_tests(tests, self._ids.new))
        return copy.id
