"""A draft goes live."""

import msgspec

from application.flows.keep_triggers import KeepTriggers
from application.flows.lost_race import require_version
from application.flows.run_saved_tests import RedTest, RunSavedTests
from application.flows.validate_flow import FlowInspector
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.repositories.flows import StoredVersion
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.audit.author import CONSOLE, Author
from domain.flows.document import FlowDocument
from domain.flows.inspection import Finding, Severity
from domain.flows.unmet import said
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import FlowId, FlowVersionId, TenantId


class FlowNotPublishableError(InvalidError):
    """The check found errors; `details` names the nodes."""

    code = "FLOW_NOT_PUBLISHABLE"


class FlowTestsFailedError(InvalidError):
    """Tests beside the flow are not met; `details` names them. `force` publishes all the same, and is written down."""

    code = "FLOW_TESTS_FAILED"


class PublishFlow(msgspec.Struct, frozen=True, kw_only=True):
    """Which flow, what is new in it, and whether it goes live though its tests are red.

    `version` is the one that was read, where the caller cares.
    """

    flow_id: FlowId
    notes: str = ""
    force: bool = False
    version: int | None = None


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """The new version, the warnings it was published with, and the tests that it was published in spite of."""

    version_id: FlowVersionId
    number: int
    findings: list[Finding]
    red_tests: list[RedTest] = []


class Gates(msgspec.Struct, frozen=True, kw_only=True):
    """What a draft must pass before it goes live; another check belongs here, and is asked in `_pass`."""

    inspector: FlowInspector
    tests: RunSavedTests


class PublishFlowHandler:
    """Make an immutable version of the draft, for new sessions. Needs flows:publish.

    Errors of the check refuse it; tests that are not met refuse it unless it is forced. It is checked outside of the
    transaction that publishes: a draft that was edited meanwhile is not published.
    """

    def __init__(self, *, uow: UnitOfWork, gates: Gates, triggers: KeepTriggers, clock: Clock, ids: Ids) -> None:
        self._uow, self._gates, self._triggers = uow, gates, triggers
        self._clock, self._ids = clock, ids

    async def __call__(self, actor: Actor, command: PublishFlow) -> Published:
        """Publish. Raises FlowNotFoundError, FlowNotPublishableError, FlowTestsFailedError, StaleVersionError."""
        actor.require(Permission.FLOWS_PUBLISH)
        return await self._publish(actor.tenant_id, command, by=actor.author)

    async def publish(self, tenant_id: TenantId, flow_id: FlowId) -> Published:
        """Do it for the operator of the platform, who asks from the command line. Raises the same."""
        return await self._publish(tenant_id, PublishFlow(flow_id=flow_id), by=CONSOLE)

    async def _publish(self, tenant_id: TenantId, command: PublishFlow, *, by: Author) -> Published:
        passed = await self._pass(tenant_id, command)
        now, version_id = self._clock.now(), FlowVersionId(self._ids.new())
        async with self._uow(tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            require_version(flow, passed.version)
            number = flow.publish(version_id=version_id, now=now)
            version = StoredVersion(
                id=version_id,
                flow_id=flow.id,
                number=number,
                name=passed.document.name,
                document=flow.draft,
                notes=command.notes,
            )
            await tx.flows.add_version(version, published_by=by.user_id, at=now)
            await tx.flows.save(flow)
            await self._triggers(tx, flow.id, version_id=version_id, document=passed.document, now=now)
            tx.audit.record(
                AuditAction.FLOW_PUBLISHED,
                by=by,
                on=Subject(type="flow", id=flow.id),
                after={"version_id": version_id, "number": number, "name": passed.document.name, **_forced(passed.red)},
            )
        return Published(version_id=version_id, number=number, findings=passed.findings, red_tests=passed.red)

    async def _pass(self, tenant_id: TenantId, command: PublishFlow) -> "_Passed":
        """Ask every gate. Raises what refuses it."""
        async with self._uow(tenant_id) as tx:
            flow = await tx.flows.get(command.flow_id)
            require_version(flow, command.version)
            document, findings = await self._gates.inspector(tx, flow)
            _refuse_errors(findings)
            ready = await self._gates.tests.load(tx, flow, document)
        red = await self._gates.tests(ready)
        if red and not command.force:
            raise FlowTestsFailedError("Tests of the flow are not met.", details=tuple(map(_red, red)))
        return _Passed(version=flow.version, document=document, findings=findings, red=red)


class _Passed(msgspec.Struct, frozen=True, kw_only=True):
    """What the gates let through."""

    version: int
    document: FlowDocument
    findings: list[Finding]
    red: list[RedTest]


def _forced(red: list[RedTest]) -> dict[str, object]:
    """Say in spite of what it was published."""
    return {"forced": True, "red_tests": [test.name for test in red]} if red else {}


def _red(test: RedTest) -> ErrorDetail:
    """Say it as people count, from one."""
    failure = said(test.code, test.values)
    return ErrorDetail(
        field=test.name, message="step {number}: {failure}", values={"number": test.step + 1, "failure": failure}
    )


def _refuse_errors(findings: list[Finding]) -> None:
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        raise FlowNotPublishableError(
            "The flow has errors and was not published.",
            details=tuple(
                ErrorDetail(field=error.node or "flow", message="{finding}", values={"finding": error})
                for error in errors
            ),
        )
