"""A draft goes live once it is known what would go otherwise."""

import msgspec

from application.flows.check_regressions import CheckRegressions, CheckRegressionsHandler, Regressions
from application.flows.lost_race import require_version
from application.flows.publish_flow import Published, PublishFlow, PublishFlowHandler
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError


class FlowRegressedError(InvalidError):
    """Sessions that really were would have gone otherwise, and none should; `details` names them."""

    code = "FLOW_REGRESSED"


class PublishCompared(msgspec.Struct, frozen=True, kw_only=True):
    """What to publish, with how many of the last sessions to compare it, and whether a difference refuses it."""

    publish: PublishFlow
    regress: int = 0
    strict: bool = False


class PublishedCompared(Published, frozen=True, kw_only=True):
    """What was published, and which sessions would have gone otherwise, where that was asked."""

    regressions: Regressions | None = None


class PublishComparedHandler:
    """Compare the draft with the last sessions, and publish it. Needs flows:publish; to compare, flows:read too."""

    def __init__(self, *, uow: UnitOfWork, publish: PublishFlowHandler, check: CheckRegressionsHandler) -> None:
        self._uow, self._publish, self._check = uow, publish, check

    async def __call__(self, actor: Actor, command: PublishCompared) -> PublishedCompared:
        """Publish what was compared. Raises what publishing and comparing raise, and FlowRegressedError."""
        actor.require(Permission.FLOWS_PUBLISH)
        order, regressions = command.publish, None
        if command.regress:
            async with self._uow(actor.tenant_id) as tx:
                flow = await tx.flows.get(order.flow_id)
            require_version(flow, order.version)
            order = msgspec.structs.replace(order, version=flow.version)
            regressions = await self._check(actor, CheckRegressions(flow_id=order.flow_id, last=command.regress))
            if command.strict and regressions.sessions:
                raise _refused(regressions)
        published = await self._publish(actor, order)
        return PublishedCompared(**msgspec.structs.asdict(published), regressions=regressions)


def _refused(regressions: Regressions) -> FlowRegressedError:
    details = tuple(
        ErrorDetail(
            field=str(changed.session_id), message="{value}", values={"value": changed.differences[0].kind.value}
        )
        for changed in regressions.sessions
    )
    return FlowRegressedError("Sessions would have gone otherwise.", details=details)
