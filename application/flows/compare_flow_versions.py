"""Somebody wants to know what is different between two versions of a flow."""

import msgspec

from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.flows.codec import decode_flow
from domain.flows.definition import Flow
from domain.flows.diff import FlowDiff, diff
from domain.flows.document import FlowDocument
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId


class CompareFlowVersions(msgspec.Struct, frozen=True, kw_only=True):
    """Two versions by their numbers; None is the draft."""

    flow_id: FlowId
    before: int | None
    after: int | None


class CompareFlowVersionsHandler:
    """Tell the difference by node, edge and field. Needs flows:read."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, command: CompareFlowVersions) -> FlowDiff:
        """Compare. Raises FlowNotFoundError, FlowVersionNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            before = await _side(tx, flow, command.before)
            after = await _side(tx, flow, command.after)
        return diff(before, after)


async def _side(tx: Transaction, flow: Flow, number: int | None) -> FlowDocument:
    raw = flow.draft if number is None else (await tx.flows.version(flow.id, number=number)).document
    return decode_flow(bytes(raw))
