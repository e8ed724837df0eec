"""A draft goes live."""

import msgspec

from application.flows.validate_flow import FlowInspector
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.repositories.flows import StoredVersion
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.audit.author import CONSOLE, Author
from domain.flows.inspection import Finding, Severity
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import FlowId, FlowVersionId, TenantId


class FlowNotPublishableError(InvalidError):
    """The check found errors; `details` names the nodes."""

    code = "FLOW_NOT_PUBLISHABLE"


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The new version, and the warnings it was published with."""

    version_id: FlowVersionId
    number: int
    findings: list[Finding]


class PublishFlowHandler:
    """Make an immutable version of the draft, for new sessions. Needs flows:publish. Errors refuse it."""

    def __init__(self, *, uow: UnitOfWork, inspector: FlowInspector, clock: Clock, ids: Ids) -> None:
        self._uow, self._inspector, self._clock, self._ids = uow, inspector, clock, ids

    async def __call__(self, actor: Actor, flow_id: FlowId) -> Published:
        """Publish. Raises FlowNotFoundError, FlowNotPublishableError."""
        actor.require(Permission.FLOWS_PUBLISH)
        return await self.publish(actor.tenant_id, flow_id, by=actor.author)

    async def publish(self, tenant_id: TenantId, flow_id: FlowId, *, by: Author = CONSOLE) -> Published:
        """Do it for the operator of the platform, who asks from the command line."""
        now = self._clock.now()
        async with self._uow(tenant_id) as tx:
            flow = await tx.flows.get(flow_id)
            document, findings = await self._inspector(tx, flow)
            _refuse_errors(findings)
            version_id = FlowVersionId(self._ids.new())
            number = flow.publish(version_id=version_id, now=now)
            version = StoredVersion(
                id=version_id, flow_id=flow.id, number=number, name=document.name, document=flow.draft
            )
            await tx.flows.add_version(version, published_by=by.user_id, at=now)
            await tx.flows.save(flow)
            tx.audit.record(
                AuditAction.FLOW_PUBLISHED,
                by=by,
                on=Subject(type="flow", id=flow.id),
                after={"version_id": version_id, "number": number, "name": document.name},
            )
        return Published(version_id=version_id, number=number, findings=findings)


def _refuse_errors(findings: list[Finding]) -> None:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise FlowNotPublishableError(
            "The flow has errors and was not published.",
            details=tuple(ErrorDetail(field=error.node or "flow", message=error.message) for error in errors),
        )
