"""Somebody reads the nodes or the edges of a draft."""

import msgspec

from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow
from domain.flows.edit_graph import Item, Place, item_of, items_of
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class DraftParts(msgspec.Struct, frozen=True, kw_only=True):
    """Nodes or edges as they are written, and the flow's version."""

    items: list[Item]
    version: int


class ShowDraft:
    """Show the nodes or the edges of a draft, in the order of the document. Needs flows:read."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, flow_id: FlowId, *, place: Place) -> DraftParts:
        """Give them. Raises FlowNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
        return DraftParts(items=items_of(decode_flow(bytes(flow.draft)), place), version=flow.version)

    async def one(self, actor: Actor, flow_id: FlowId, *, place: Place, item_id: str) -> tuple[Item, int]:
        """Give one, with the flow's version. Raises FlowNotFoundError, NodeNotFoundError, EdgeNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
        return item_of(decode_flow(bytes(flow.draft)), place, item_id), flow.version
