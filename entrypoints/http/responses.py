"""What callers get, where it is not a read model or a use case's own answer as it is."""

import msgspec

from application.flows.rehearse_flow import Rehearsal
from application.flows.stored_sessions import Retold
from application.ports.readers.flows import FlowDetail, FlowRow
from domain.conversations.message import Direction
from domain.flows.inspection import Finding, Severity
from domain.flows.moments import Moment
from domain.flows.record import Line
from domain.flows.sprint import Step
from domain.flows.testing import FlowTestFailure, TestRun
from domain.shared.ids import ConversationId, MessageId, ProviderMessageId, UserId
from domain.shared.message_status import MessageStatus
from entrypoints.http.messages.sendable import SendableContent
from entrypoints.http.requests import SendMessageRequest
from entrypoints.http.texts.findings import finding_text
from entrypoints.http.texts.flow_tests import failure_told
from entrypoints.http.texts.message import ENGLISH

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


def told(findings: list[Finding], *, language: str) -> list[Finding]:
    """Say them in a language."""
    return [msgspec.structs.replace(one, message=finding_text(one, language=language)) for one in findings]


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found; only errors hinder publishing."""

    publishable: bool
    findings: list[Finding]

    @classmethod
    def of(cls, findings: list[Finding], *, language: str = ENGLISH) -> "Findings":
        """Say whether any of them is an error, in the caller's language."""
        is_publishable = all(one.severity is not Severity.ERROR for one in findings)
        return cls(publishable=is_publishable, findings=told(findings, language=language))


class RehearsedTest(msgspec.Struct, frozen=True, kw_only=True):
    """One test: what was said, what happened node by node, how things stood after each step, and what was otherwise.

    `moments` has one for each of the test's steps, in order.
    """

    name: str
    passed: bool
    transcript: tuple[Line, ...]
    trace: tuple[Step, ...]
    moments: tuple[Moment, ...]
    failures: tuple[FlowTestFailure, ...]

    @classmethod
    def of(cls, name: str, run: TestRun, *, language: str) -> "RehearsedTest":
        """Leave the session's inside out, and say in a language what was otherwise."""
        return cls(
            name=name,
            passed=run.passed,
            transcript=run.transcript,
            trace=run.trace,
            moments=run.moments,
            failures=tuple(failure_told(failure, language=language) for failure in run.failures),
        )


class Rehearsed(msgspec.Struct, frozen=True, kw_only=True):
    """Every test's outcome in order, those saved beside the flow last; `session` is the real one beside the draft."""

    passed: bool
    tests: list[RehearsedTest]
    session: Retold | None = None

    @classmethod
    def of(cls, runs: list[Rehearsal], *, session: Retold | None = None, language: str = ENGLISH) -> "Rehearsed":
        """Gather the runs."""
        tests = [RehearsedTest.of(each.name, each.run, language=language) for each in runs]
        return cls(passed=all(test.passed for test in tests), tests=tests, session=session)


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
