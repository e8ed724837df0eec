"""Examples of flows for the API's description."""

from uuid import UUID

import msgspec

from application.flows.publish_compared import PublishedCompared
from application.ports.readers.flows import FlowRow
from domain.flows.inspection import Finding, Severity
from domain.shared.ids import FlowId, FlowVersionId
from entrypoints.http.examples import AT
from entrypoints.http.requests import (
    CreateFlowRequest,
    PublishFlowRequest,
    UpdateFlowRequest,
)
from entrypoints.http.responses import Findings, FlowView

_FLOW = FlowId(UUID("0198a000-0000-7000-8000-000000000007"))
_VERSION = FlowVersionId(UUID("0198a000-0000-7000-8000-000000000008"))
_DOCUMENT = msgspec.Raw(
    b'{"name": "Boas-vindas", "trigger": "keyword", "trigger_value": "oi",'
    b' "nodes": [{"id": "n1", "type": "start", "data": {}},'
    b' {"id": "n2", "type": "message", "data": {"text": "Ol\xc3\xa1!"}}],'
    b' "edges": [{"id": "e1", "source": "n1", "target": "n2"}]}'
)

CREATE_FLOW = CreateFlowRequest(document=_DOCUMENT, priority=10)
PUBLISH = PublishFlowRequest(notes="Pergunta o CPF antes do boleto")
UPDATE_FLOW = UpdateFlowRequest(document=_DOCUMENT, priority=None)
FLOW_ROW = FlowRow(
    id=_FLOW,
    name="Boas-vindas",
    description="",
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
PUBLISHED = PublishedCompared(version_id=_VERSION, number=3, findings=[_FINDING])
FINDINGS = Findings.of([_FINDING])
