"""A flow's draft is edited."""

import msgspec

from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow, encode_flow
from domain.identity.permissions import Permission
from domain.shared.errors import StaleVersionError
from domain.shared.ids import FlowId


class UpdateFlow(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it. `version` is the one that was read, where the caller cares."""

    flow_id: FlowId
    document: bytes | None = None
    name: str | None = None
    priority: int | None = None
    version: int | None = None


class UpdateFlowHandler:
    """Replace a draft. Needs flows:edit. What runs goes on running as it was published."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, command: UpdateFlow) -> None:
        """Write the draft. Raises FlowNotFoundError, InvalidError, StaleVersionError."""
        actor.require(Permission.FLOWS_EDIT)
        document = decode_flow(command.document) if command.document is not None else None
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            if command.version is not None and command.version != flow.version:
                raise StaleVersionError("The flow was changed by somebody else; read it again.")
            draft = msgspec.Raw(encode_flow(document)) if document is not None else flow.draft
            name = command.name or (document.name if document is not None else flow.name)
            flow.edit(name=name, draft=draft, now=self._clock.now())
            flow.priority = flow.priority if command.priority is None else command.priority
            await tx.flows.save(flow)
