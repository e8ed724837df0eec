"""Somebody reads what a flow must do."""

import msgspec

from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.saved_tests import SavedTest
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class FlowTests(msgspec.Struct, frozen=True, kw_only=True):
    """A flow's tests in their order, and its version."""

    tests: list[SavedTest]
    version: int


class ShowFlowTests:
    """Show the tests that lie beside a flow. Needs flows:read."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, flow_id: FlowId) -> FlowTests:
        """Give them. Raises FlowNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
            return FlowTests(tests=await tx.flow_tests.list(flow_id), version=flow.version)
