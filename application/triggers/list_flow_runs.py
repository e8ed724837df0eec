"""Somebody looks at what became of a schedule's times."""

from application.ports.readers.flow_runs import FlowRunList, FlowRunRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.flows.starts import RunStatus
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class ListFlowRuns:
    """Show when a flow ran by the clock, what it missed, and how many it asked. Needs flows:read."""

    def __init__(self, *, runs: FlowRunList) -> None:
        self._runs = runs

    async def __call__(
        self, actor: Actor, flow_id: FlowId, *, status: RunStatus | None, page: PageRequest
    ) -> Page[FlowRunRow]:
        """Give one page. Raises FlowNotFoundError, MalformedError."""
        actor.require(Permission.FLOWS_READ)
        return await self._runs.page(actor.tenant_id, flow_id=flow_id, status=status, page=page)
