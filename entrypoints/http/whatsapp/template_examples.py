"""Examples for the API's description of templates."""

from uuid import UUID

from application.ports.readers.templates import TemplateRow
from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.templates.components import encoded
from domain.whatsapp.templates.filling import ShownButton
from domain.whatsapp.templates.sync import SyncState, TemplateSync
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory, TemplateQuality, TemplateStatus
from entrypoints.http.details import ErrorDetail
from entrypoints.http.examples import AT
from entrypoints.http.whatsapp.template_requests import (
    ButtonParameter,
    CreateTemplateRequest,
    EditTemplateRequest,
    GivenBody,
    GivenBodyExample,
    GivenButton,
    GivenButtonRow,
    GivenExample,
    GivenFooter,
    PreviewTemplateRequest,
    SyncTemplatesRequest,
    TemplateParameters,
)
from entrypoints.http.whatsapp.template_responses import TemplatePreview

_CONFIG = WhatsAppConfigId(UUID("0198a000-0000-7000-8000-000000000003"))
_GAPS = (GivenExample(param_name="nome", example="Ana"), GivenExample(param_name="quando", example="seg 14h"))
_BODY = GivenBody(
    text="Olá {{nome}}, sua consulta é {{quando}}. Responda abaixo.",
    example=GivenBodyExample(body_text_named_params=_GAPS),
)
_BUTTONS = GivenButtonRow(
    buttons=(
        GivenButton(type="QUICK_REPLY", text="Confirmar"),
        GivenButton(
            type="URL", text="Reagendar", url="https://agenda.example/r/{{1}}", example=("https://agenda.example/r/a",)
        ),
    )
)
_PARTS = (_BODY, GivenFooter(text="Clínica Sorriso"), _BUTTONS)

CREATE = CreateTemplateRequest(
    whatsapp_config_id=_CONFIG,
    name="lembrete_consulta",
    language="pt_BR",
    category="utility",
    parameter_format=ParameterFormat.NAMED,
    components=_PARTS,
)
EDIT = EditTemplateRequest(components=_PARTS)
SYNC = SyncTemplatesRequest(whatsapp_config_id=_CONFIG)
PARAMETERS = TemplateParameters(
    body={"nome": "Ana", "quando": "seg 14h"}, buttons=(ButtonParameter(index=1, value="42"),)
)
PREVIEW = PreviewTemplateRequest(parameters=PARAMETERS)
TEMPLATE = TemplateRow(
    id=TemplateId(UUID("0198a000-0000-7000-8000-00000000000a")),
    whatsapp_config_id=_CONFIG,
    provider_id="1700099",
    name="lembrete_consulta",
    language="pt_BR",
    category=TemplateCategory.UTILITY,
    status=TemplateStatus.APPROVED,
    components=encoded(_PARTS),
    parameter_format=ParameterFormat.NAMED,
    quality=TemplateQuality.GREEN,
    rejected_reason=None,
    synced_at=AT,
    version=1,
    created_at=AT,
    updated_at=AT,
)
SYNCING = TemplateSync(
    whatsapp_config_id=_CONFIG, state=SyncState.RUNNING, ordered_at=AT, started_at=AT, found=50, changed=3
)
PREVIEWED = TemplatePreview(
    header=None,
    header_media=None,
    body="Olá Ana, sua consulta é {{quando}}. Responda abaixo.",
    footer="Clínica Sorriso",
    buttons=(
        ShownButton(type="quick_reply", text="Confirmar"),
        ShownButton(type="url", text="Reagendar", url="https://agenda.example/r/42"),
    ),
    text="Olá Ana, sua consulta é {{quando}}. Responda abaixo.\nClínica Sorriso",
    errors=(ErrorDetail(field="body.quando", message="is missing"),),
)
