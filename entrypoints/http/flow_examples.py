"""Examples of flows for the API's description."""

from uuid import UUID

import msgspec

from application.flows.publish_flow import Published
from application.ports.readers.flows import FlowRow, FlowSessionDetail, FlowSessionRow, SprintRow
from domain.flows.inspection import Finding, Severity
from domain.flows.rehearsal import Line
from domain.flows.session import SessionStatus
from domain.flows.sprint import Step
from domain.shared.content import Text
from domain.shared.ids import FlowId, FlowSessionId, FlowVersionId
from entrypoints.http.examples import AT, CONTACT_ID, CONVERSATION_ID, NOTHING
from entrypoints.http.requests import (
    CreateFlowRequest,
    ExpectationDocument,
    FlowTestDocument,
    RehearseFlowRequest,
    StepDocument,
    UpdateFlowRequest,
)
from entrypoints.http.responses import Findings, FlowView, Rehearsed, RehearsedTest

_FLOW = FlowId(UUID("0198a000-0000-7000-8000-000000000007"))
_VERSION = FlowVersionId(UUID("0198a000-0000-7000-8000-000000000008"))
_SESSION = FlowSessionId(UUID("0198a000-0000-7000-8000-000000000009"))
_DOCUMENT = msgspec.Raw(
    b'{"name": "Boas-vindas", "trigger": "keyword", "trigger_value": "oi",'
    b' "nodes": [{"id": "n1", "type": "start", "data": {}},'
    b' {"id": "n2", "type": "message", "data": {"text": "Ol\xc3\xa1!"}}],'
    b' "edges": [{"id": "e1", "source": "n1", "target": "n2"}]}'
)

CREATE_FLOW = CreateFlowRequest(document=_DOCUMENT, priority=10)
UPDATE_FLOW = UpdateFlowRequest(document=_DOCUMENT, priority=None)
FLOW_ROW = FlowRow(
    id=_FLOW,
    name="Boas-vindas",
    chatbot_id=None,
    chatbot_name=None,
    priority=10,
    published_version_id=_VERSION,
    published_number=3,
    version=4,
    created_at=AT,
    updated_at=AT,
)
FLOW = FlowView(document=_DOCUMENT, **msgspec.structs.asdict(FLOW_ROW))
_FINDING = Finding(code="no_timeout", message="nobody may ever answer", node="n2", severity=Severity.WARNING)
PUBLISHED = Published(version_id=_VERSION, number=3, findings=[_FINDING])
FINDINGS = Findings.of([_FINDING])
REHEARSE = RehearseFlowRequest(
    tests=[
        FlowTestDocument(
            name="greets",
            steps=(StepDocument(say="oi"), StepDocument(expect=ExpectationDocument(text="Olá!"))),
        )
    ]
)
REHEARSED = Rehearsed(
    passed=True,
    tests=[
        RehearsedTest(
            name="greets",
            passed=True,
            transcript=(
                Line(by="contact", text="oi", at=AT, content=Text(body="oi")),
                Line(by="bot", text="Olá!", at=AT, content=Text(body="Olá!")),
            ),
            trace=(Step(node="n2", type="message", event="sent", at=AT),),
            failures=(),
        )
    ],
)
SESSION_ROW = FlowSessionRow(
    id=_SESSION,
    flow_id=_FLOW,
    version_id=_VERSION,
    flow_number=3,
    contact_id=CONTACT_ID,
    contact_name="Bia",
    conversation_id=CONVERSATION_ID,
    status=SessionStatus.COMPLETED,
    node=None,
    outcome="done",
    started_at=AT,
    updated_at=AT,
)
SESSION = FlowSessionDetail(
    state=NOTHING,
    sprints=[SprintRow(number=1, stimulus=NOTHING, trace=msgspec.Raw(b"[]"), at=AT)],
    **msgspec.structs.asdict(SESSION_ROW),
)
