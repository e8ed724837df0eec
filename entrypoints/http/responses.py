"""What callers get, where it is not a read model or a use case's own answer as it is."""

import msgspec

from application.ports.readers.flows import FlowDetail, FlowRow
from domain.conversations.message import Direction
from domain.flows.inspection import Finding, Severity
from domain.flows.rehearsal import Line
from domain.flows.sprint import Step
from domain.flows.testing import FlowTestFailure, TestRun
from domain.shared.ids import ConversationId, MessageId, ProviderMessageId, UserId
from domain.shared.message_status import MessageStatus
from entrypoints.http.messages.sendable import SendableContent
from entrypoints.http.requests import SendMessageRequest

TICKET_SECONDS = 30
"""As long as `Tickets` promises."""


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """A single-use admission to the WebSocket."""

    ticket: str
    expires_in: int


class QueuedMessage(msgspec.Struct, frozen=True, kw_only=True):
    """A message on its way; its status comes by event, or by reading the conversation."""

    id: MessageId
    conversation_id: ConversationId
    direction: Direction
    status: MessageStatus
    user_id: UserId
    content: SendableContent
    reply_to: ProviderMessageId | None

    @classmethod
    def of(
        cls, message_id: MessageId, sent: SendMessageRequest, *, conversation_id: ConversationId, user_id: UserId
    ) -> "QueuedMessage":
        """Say what was queued under which id."""
        return cls(
            id=message_id,
            conversation_id=conversation_id,
            direction=Direction.OUTBOUND,
            status=MessageStatus.QUEUED,
            user_id=user_id,
            content=sent.content,
            reply_to=sent.reply_to,
        )


class FlowView(FlowRow, frozen=True, kw_only=True):
    """A flow with the document that is being edited."""

    document: msgspec.Raw

    @classmethod
    def of(cls, flow: FlowDetail) -> "FlowView":
        """Call the draft what it is called when it is sent."""
        fields = msgspec.structs.asdict(flow)
        return cls(document=fields.pop("draft"), **fields)


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found; only errors hinder publishing."""

    publishable: bool
    findings: list[Finding]

    @classmethod
    def of(cls, findings: list[Finding]) -> "Findings":
        """Say whether any of them is an error."""
        return cls(publishable=all(one.severity is not Severity.ERROR for one in findings), findings=findings)


class RehearsedTest(msgspec.Struct, frozen=True, kw_only=True):
    """One test: what was said, what happened step by step, and what was not as expected."""

    name: str
    passed: bool
    transcript: tuple[Line, ...]
    trace: tuple[Step, ...]
    failures: tuple[FlowTestFailure, ...]

    @classmethod
    def of(cls, name: str, run: TestRun) -> "RehearsedTest":
        """Leave the session's inside out."""
        return cls(name=name, passed=run.passed, transcript=run.transcript, trace=run.trace, failures=run.failures)


class Rehearsed(msgspec.Struct, frozen=True, kw_only=True):
    """Every test's outcome, in the order in which they were given."""

    passed: bool
    tests: list[RehearsedTest]

    @classmethod
    def of(cls, names: list[str], runs: list[TestRun]) -> "Rehearsed":
        """Gather the runs."""
        tests = [RehearsedTest.of(name, run) for name, run in zip(names, runs, strict=True)]
        return cls(passed=all(test.passed for test in tests), tests=tests)


class Live(msgspec.Struct, frozen=True, kw_only=True):
    """The process runs."""

    status: str = "ok"


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """Whether what we need answers."""

    ready: bool
    checks: dict[str, bool]


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """Which version runs."""

    version: str
