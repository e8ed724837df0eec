"""A flow starts no more."""

from application.flows.flow_users import jumping_to
from application.flows.flow_versions import FlowVersions
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class UnpublishFlowHandler:
    """Let a flow start no more; its sessions go on to their end. Needs flows:publish.

    It always works, for it is what one does when a flow does harm: a flow that jumps here then leaves by `error`.
    """

    def __init__(self, *, uow: UnitOfWork, versions: FlowVersions, clock: Clock) -> None:
        self._uow, self._versions, self._clock = uow, versions, clock

    async def __call__(self, actor: Actor, flow_id: FlowId) -> None:
        """Do it. Raises FlowNotFoundError, FlowNotPublishedError."""
        actor.require(Permission.FLOWS_PUBLISH)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
            before = {"version_id": flow.published_version_id, "number": flow.published_number}
            flow.unpublish(now=self._clock.now())
            missing = await jumping_to(tx, self._versions, flow_id)
            await tx.flows.save(flow)
            await tx.flow_starts.forget(flow.id)
            tx.audit.record(
                AuditAction.FLOW_UNPUBLISHED,
                by=actor.author,
                on=Subject(type="flow", id=flow.id),
                before=before,
                after={"name": flow.name, "missed_by": missing},
            )
