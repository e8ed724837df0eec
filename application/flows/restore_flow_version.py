"""What ran once is edited again."""

import msgspec

from application.flows.lost_race import require_version
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class RestoreFlowVersion(msgspec.Struct, frozen=True, kw_only=True):
    """Which version, by its number; `version` is the one of the flow that was read, where the caller cares."""

    flow_id: FlowId
    number: int
    version: int | None = None


class RestoreFlowVersionHandler:
    """Make a published version the draft again; what runs goes on. Needs flows:edit. The draft before is gone."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, command: RestoreFlowVersion) -> None:
        """Write it. Raises FlowNotFoundError, FlowVersionNotFoundError, StaleVersionError."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            require_version(flow, command.version)
            stored = await tx.flows.version(flow.id, number=command.number)
            flow.edit(name=flow.name, draft=stored.document, now=self._clock.now())
            await tx.flows.save(flow)
