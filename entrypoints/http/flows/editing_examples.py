"""Examples of chatbots and of a flow's parts for the API's description."""

from datetime import date
from uuid import UUID

import msgspec

from application.flows.show_draft import DraftParts
from application.ports.readers.chatbots import ChatbotDay, ChatbotDetail, ChatbotRow, ChatbotStats
from application.ports.readers.flow_versions import FlowVersionDetail, FlowVersionRow
from domain.flows.diff import FieldChange, FlowDiff, ItemChange, ItemChanges
from domain.flows.exported import ExportedFlow
from domain.flows.importing.imported import Conversion, ImportNote, ImportReport
from domain.flows.session import SessionStatus
from domain.shared.ids import ChatbotId
from entrypoints.http.examples import AT
from entrypoints.http.flows import flow_examples
from entrypoints.http.flows.requests import (
    CreateChatbotFlowRequest,
    CreateChatbotRequest,
    DuplicateRequest,
    EdgeRequest,
    ImportFlowRequest,
    NodeRequest,
    SetFlowTestsRequest,
    UpdateChatbotRequest,
)
from entrypoints.http.flows.responses import EdgeView, FlowTestsView, ImportedFlowView, NodeView

_BOT = ChatbotId(UUID("0198a000-0000-7000-8000-000000000021"))
_DOCUMENT = flow_examples.FLOW.document
_NODE: dict[str, object] = {"id": "n2", "type": "message", "data": {"text": "Olá!"}, "position": {"x": 0, "y": 120}}
_EDGE: dict[str, object] = {"id": "e1", "source": "n1", "target": "n2"}
_TEST = msgspec.Raw(b'{"name": "cumprimenta", "steps": [{"say": "oi"}, {"expect": {"text": "Ol\xc3\xa1!"}}]}')

CREATE_BOT = CreateChatbotRequest(name="Vendas", description="Planos e preços", variables={"cidade": "Recife"})
UPDATE_BOT = UpdateChatbotRequest(name="Vendas e planos", main_flow_id=flow_examples.FLOW.id)
DUPLICATE = DuplicateRequest(name="Vendas, segunda versão")
BOT_ROW = ChatbotRow(
    id=_BOT,
    name="Vendas",
    description="Planos e preços",
    main_flow_id=flow_examples.FLOW.id,
    main_flow_name="Boas-vindas",
    is_active=True,
    flows=3,
    published_flows=2,
    numbers=1,
    version=2,
    created_at=AT,
    updated_at=AT,
)
BOT = ChatbotDetail(variables=msgspec.Raw(b'{"cidade": "Recife"}'), **msgspec.structs.asdict(BOT_ROW))
STATS = ChatbotStats(
    since=AT,
    sessions=120,
    contacts=97,
    turns=511,
    messages=604,
    by_status={**dict.fromkeys(SessionStatus, 0), SessionStatus.COMPLETED: 88, SessionStatus.TRANSFERRED: 32},
    by_day=[ChatbotDay(day=date(2026, 8, 12), sessions=9)],
)
CREATE_BOT_FLOW = CreateChatbotFlowRequest(document=_DOCUMENT, priority=10)

VERSION_ROW = FlowVersionRow(
    id=flow_examples.PUBLISHED.version_id,
    flow_id=flow_examples.FLOW.id,
    number=3,
    name="Boas-vindas",
    notes="Pergunta o CPF antes do boleto",
    published_by=None,
    published_by_name=None,
    published_at=AT,
    is_running=True,
)
VERSION = FlowVersionDetail(document=_DOCUMENT, **msgspec.structs.asdict(VERSION_ROW))
DIFF = FlowDiff(
    nodes=ItemChanges(
        added=({"id": "n3", "type": "end", "data": {}},),
        changed=(
            ItemChange(
                id="n2",
                type="message",
                changes=(FieldChange(path="data.text", before="Olá!", after="Olá {{contact.name}}!"),),
            ),
        ),
    ),
    edges=ItemChanges(added=({"id": "e2", "source": "n2", "target": "n3"},)),
    fields=(FieldChange(path="settings.join_seconds", before=None, after=5),),
)

ADD_NODE = NodeRequest(node=msgspec.Raw(msgspec.json.encode(_NODE)))
CHANGE_NODE = NodeRequest(node=msgspec.Raw(b'{"data": {"text": "Oi!"}}'))
NODE = NodeView(node=_NODE, version=5)
NODES = DraftParts(items=[{"id": "n1", "type": "start", "data": {}}, _NODE], version=5)
ADD_EDGE = EdgeRequest(edge=msgspec.Raw(msgspec.json.encode(_EDGE)))
CHANGE_EDGE = EdgeRequest(edge=msgspec.Raw(b'{"condition": "response == \'sim\'"}'))
EDGE = EdgeView(edge=_EDGE, version=5)
EDGES = DraftParts(items=[_EDGE], version=5)

SET_TESTS = SetFlowTestsRequest(tests=[_TEST])
TESTS = FlowTestsView(tests=[_TEST], version=5)

EXPORT = ExportedFlow(id=flow_examples.FLOW.id, name="Boas-vindas", version=3, document=_DOCUMENT, tests=(_TEST,))
IMPORT = ImportFlowRequest(file=msgspec.Raw(msgspec.json.encode(EXPORT)), priority=10)
IMPORTED = ImportedFlowView(
    flow=flow_examples.FLOW,
    report=ImportReport(
        format="typebot",
        converted=(Conversion(kind="text", became="message", count=4),),
        notes=(
            ImportNote(
                place="Boas-vindas › 2",
                kind="Code",
                code="script",
                message="JavaScript does not run here: use conditions, expressions and API calls",
                lost=True,
            ),
        ),
    ),
)
