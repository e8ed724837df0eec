"""How a draft is edited by its parts: load, change, read again, save."""

from collections.abc import Callable

import msgspec

from application.flows.lost_race import require_version
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow, encode_flow
from domain.flows.document import FlowDocument
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Whose draft; `version` is the one that was read, where the caller cares."""

    flow_id: FlowId
    version: int | None = None


class EditDraft:
    """Changes a draft within one transaction, and gives the flow's new version. Needs flows:edit."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, draft: Draft, change: Callable[[FlowDocument], FlowDocument]) -> int:
        """Write what `change` makes of it. Raises FlowNotFoundError, StaleVersionError, and what `change` raises."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(draft.flow_id)
            require_version(flow, draft.version)
            changed = change(decode_flow(bytes(flow.draft)))
            flow.edit(name=flow.name, draft=msgspec.Raw(encode_flow(changed)), now=self._clock.now())
            await tx.flows.save(flow)
        return flow.version
