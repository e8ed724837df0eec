"""A flow leaves as a file."""

from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.exported import ExportedFlow, exported
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class ExportFlowHandler:
    """Give a draft with its tests, as a file that can be imported. Needs flows:read. It holds no secret."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, flow_id: FlowId) -> ExportedFlow:
        """Give it. Raises FlowNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
            tests = await tx.flow_tests.list(flow_id)
        return exported(
            flow_id=flow.id,
            name=flow.name,
            description=flow.description,
            version=flow.published_number,
            document=flow.draft,
            tests=tests,
        )
