"""A flow is not wanted any more."""

from application.flows.flow_users import is_main_of, jumping_to
from application.flows.flow_versions import FlowVersions
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.flows.definition import Flow
from domain.flows.errors import FlowInUseError
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import FlowId
from domain.tenants.plans import Metric


class DeleteFlowHandler:
    """Take a flow out of every list. Needs flows:edit, and flows:publish where it runs.

    Its sessions go on to their end, and its versions stay for those who count them. It is refused while a published
    flow jumps to it or it is a chatbot's main flow.
    """

    def __init__(self, *, uow: UnitOfWork, versions: FlowVersions, clock: Clock) -> None:
        self._uow, self._versions, self._clock = uow, versions, clock

    async def __call__(self, actor: Actor, flow_id: FlowId) -> None:
        """Remove it. Raises FlowNotFoundError, FlowInUseError naming what would miss it."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
            if flow.published_version_id is not None:
                actor.require(Permission.FLOWS_PUBLISH)
            await self._refuse_use(tx, flow)
            flow.delete(now=self._clock.now())
            await tx.flows.save(flow)
            await tx.flow_starts.forget(flow.id)
            await tx.usage.give_back(Metric.FLOWS)
            on = Subject(type="flow", id=flow.id)
            tx.audit.record(AuditAction.FLOW_DELETED, by=actor.author, on=on, before={"name": flow.name})

    async def _refuse_use(self, tx: Transaction, flow: Flow) -> None:
        wrong = [
            ErrorDetail(
                field="flow_id",
                message="the published flow '{name}' jumps to it: take the jump out first",
                values={"name": name},
            )
            for name in await jumping_to(tx, self._versions, flow.id)
        ]
        if (bot := await is_main_of(tx, flow)) is not None:
            wrong.append(
                ErrorDetail(
                    field="main_flow_id", message="choose another main flow of '{bot}' first", values={"bot": bot}
                )
            )
        if wrong:
            raise FlowInUseError("Something that runs would miss this flow.", details=tuple(wrong))
