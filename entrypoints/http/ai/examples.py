"""Examples for the API's description."""

from datetime import date
from uuid import UUID

from application.ai.ai_settings_view import AiSettingsView
from application.ai.search_knowledge import PassagesView, PassageView
from application.ai.show_ai_usage import AiUsageView, DayOfUse
from application.ai.try_ai import SourceView, TrialView
from application.ports.readers.knowledge import KnowledgeBaseRow, KnowledgeDocumentRow
from domain.ai.knowledge import PDF, DocumentStatus
from domain.ai.settings import Provider
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId
from entrypoints.http.ai.requests import (
    AddKnowledgeBaseRequest,
    TryAiRequest,
    UpdateAiSettingsRequest,
    UpdateKnowledgeBaseRequest,
)
from entrypoints.http.examples import AT

_DOCUMENT = KnowledgeDocumentId(UUID("0198a000-0000-7000-8000-0000000000d2"))
_TEXT = "A segunda via do boleto fica no aplicativo, em Faturas, e vale por três dias."

SETTINGS = AiSettingsView(
    provider=Provider.OPENAI,
    base_url=None,
    model="gpt-4.1-mini",
    embedding_model="text-embedding-3-small",
    has_api_key=True,
    monthly_tokens=None,
    monthly_cost="50.00",
    input_price="0.40",
    output_price="1.60",
    currency="USD",
    version=3,
    updated_at=AT,
)
UPDATE_SETTINGS = UpdateAiSettingsRequest(
    provider=Provider.OPENAI,
    model="gpt-4.1-mini",
    api_key="sk-a-key-of-yours",
    monthly_cost="50.00",
    input_price="0.40",
    output_price="1.60",
)
USAGE = AiUsageView(
    month="2026-08",
    calls=41,
    input_tokens=52_311,
    output_tokens=6_120,
    cost="0.030717",
    currency="USD",
    monthly_tokens=None,
    monthly_cost="50.00",
    days=[
        DayOfUse(
            day=date(2026, 8, 12),
            model="gpt-4.1-mini",
            calls=41,
            input_tokens=52_311,
            output_tokens=6_120,
            cost="0.030717",
        )
    ],
)
TRY = TryAiRequest(question="Como pego a segunda via?", knowledge_base="Ajuda", only_sources=True)
TRIAL = TrialView(
    answer="A segunda via fica no aplicativo, em Faturas.",
    sure=True,
    hand_over=False,
    sources=[
        SourceView(number=1, title="Manual.pdf › Página 3", document_id=_DOCUMENT, text=_TEXT, is_used=True),
    ],
    input_tokens=612,
    output_tokens=21,
)
BASE = KnowledgeBaseRow(
    id=KnowledgeBaseId(UUID("0198a000-0000-7000-8000-0000000000d1")),
    name="Ajuda",
    description="O que o suporte responde todo dia.",
    documents=4,
    ready=4,
    version=1,
    created_at=AT,
    updated_at=AT,
)
ADD_BASE = AddKnowledgeBaseRequest(name="Ajuda", description="O que o suporte responde todo dia.")
UPDATE_BASE = UpdateKnowledgeBaseRequest(name="Central de ajuda")
DOCUMENT = KnowledgeDocumentRow(
    id=_DOCUMENT,
    name="Manual.pdf",
    mime=PDF,
    size=183_204,
    status=DocumentStatus.READY,
    error=None,
    chunks=37,
    created_at=AT,
    read_at=AT,
)
PASSAGES = PassagesView(
    items=[PassageView(document_id=_DOCUMENT, document_name="Manual.pdf", heading="Página 3", text=_TEXT)]
)
