"""What a flow must do is written down beside it."""

import msgspec

from application.flows.lost_race import require_version
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.flows.saved_tests import SavedTest, read_tests
from domain.identity.permissions import Permission
from domain.shared.ids import FlowId, FlowTestId


class SetFlowTests(msgspec.Struct, frozen=True, kw_only=True):
    """The whole set, in its order; `version` is the one of the flow that was read, where the caller cares."""

    flow_id: FlowId
    tests: list[msgspec.Raw]
    version: int | None = None


class SetFlowTestsHandler:
    """Keep these tests in place of those before. Needs flows:edit. They need not pass."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: SetFlowTests) -> None:
        """Write them. Raises FlowNotFoundError, InvalidError with the place of what is wrong, StaleVersionError."""
        actor.require(Permission.FLOWS_EDIT)
        tests = [
            SavedTest(id=FlowTestId(self._ids.new()), name=name, document=document)
            for name, document in read_tests(command.tests)
        ]
        async with self._uow(actor.tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            require_version(flow, command.version)
            flow.edit(name=flow.name, draft=flow.draft, now=self._clock.now())
            await tx.flows.save(flow)
            await tx.flow_tests.replace(flow.id, tests)
