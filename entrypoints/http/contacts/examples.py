"""Examples for the API's description: instances, so that they cannot drift from their types."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec

from application.ports.readers.contact_settings import ContactFieldRow, LeadScoreRuleRow, SegmentRow, TagRow
from application.ports.readers.contacts import (
    ConsentShown,
    ContactBrief,
    ContactDetail,
    ContactRow,
    Engagement,
    IdentityShown,
    NoteRow,
    Suggestion,
    TagOfContact,
    TimelineRow,
)
from domain.contacts.consent import ConsentState, LegalBasis, Purpose
from domain.contacts.contact import LifecycleStage
from domain.contacts.fields import FieldType
from domain.contacts.lead_score import ScoredEvent
from domain.contacts.similarity import DuplicateReason
from domain.shared.ids import (
    ContactFieldId,
    ContactId,
    LeadScoreRuleId,
    NoteId,
    SegmentId,
    TagId,
    TimelineEntryId,
    UserId,
)
from entrypoints.http.contacts.requests import (
    ConsentRequest,
    CreateContactRequest,
    MergeContactsRequest,
    OptInRequest,
    SetContactTagsRequest,
    UpdateContactRequest,
    WriteContactNoteRequest,
)
from entrypoints.http.contacts.responses import SegmentPreview, Suggestions
from entrypoints.http.contacts.settings_requests import (
    AddContactFieldRequest,
    AddLeadScoreRuleRequest,
    AddTagRequest,
    CreateSegmentRequest,
    UpdateContactFieldRequest,
    UpdateLeadScoreRuleRequest,
    UpdateSegmentRequest,
    UpdateTagRequest,
)

AT = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
_CONTACT = ContactId(UUID("0198a000-0000-7000-8000-0000000000d1"))
_OTHER = ContactId(UUID("0198a000-0000-7000-8000-0000000000d2"))
_TAG = TagId(UUID("0198a000-0000-7000-8000-0000000000d3"))
_USER = UserId(UUID("0198a000-0000-7000-8000-000000000002"))
_FILTER = msgspec.Raw(
    b'{"type": "and", "filters": [{"type": "lifecycle", "stages": ["customer"]},'
    b' {"type": "time", "field": "last_seen_at", "op": "within_days", "days": 30}]}'
)

CONTACT = ContactRow(
    id=_CONTACT,
    name="Ana Souza",
    phone="5511955550001",
    email="ana@cliente.example",
    username=None,
    language="pt_BR",
    time_zone="America/Sao_Paulo",
    lifecycle_stage=LifecycleStage.CUSTOMER,
    lead_score=35,
    attributes=msgspec.Raw(b'{"cpf": "11144477735", "plano": "ouro"}'),
    source="whatsapp",
    blocked_at=None,
    first_seen_at=AT,
    last_seen_at=AT,
    created_at=AT,
    updated_at=AT,
    version=4,
    tags=[TagOfContact(id=_TAG, name="VIP", color="#9333ea")],
)
DETAIL = ContactDetail(
    **msgspec.structs.asdict(CONTACT),
    identities=[IdentityShown(kind="wa_id", scope="*", value="5511955550001", first_seen_at=AT, last_seen_at=AT)],
    consents=[
        ConsentShown(
            purpose=Purpose.MARKETING,
            channel="whatsapp",
            state=ConsentState.GRANTED,
            granted=True,
            legal_basis=LegalBasis.CONSENT,
            source="loja",
            at=AT,
            expires_at=None,
        )
    ],
    engagement=Engagement(
        conversations=3,
        open_conversations=1,
        messages_in=42,
        messages_out=38,
        first_seen_at=AT,
        last_seen_at=AT,
        average_first_response_seconds=94.5,
        csat=4.5,
    ),
    merges=0,
)
CREATE = CreateContactRequest(name="Ana Souza", phone="(11) 95555-0001", attributes={"plano": "ouro"}, tag_ids=(_TAG,))
UPDATE = UpdateContactRequest(email="ana@cliente.example", lifecycle_stage=LifecycleStage.CUSTOMER)
OPT_IN = OptInRequest(source="loja", text_shown="Aceito receber ofertas pelo WhatsApp.")
OPT_OUT = ConsentRequest(source="pediu por telefone")
MERGE = MergeContactsRequest(contact_id=_OTHER)
SET_TAGS = SetContactTagsRequest(tag_ids=(_TAG,))
NOTE = NoteRow(
    id=NoteId(UUID("0198a000-0000-7000-8000-0000000000d4")),
    contact_id=_CONTACT,
    user_id=_USER,
    body="Prefere ser atendida à tarde.",
    created_at=AT,
)
WRITE_NOTE = WriteContactNoteRequest(body="Prefere ser atendida à tarde.")
ENTRY = TimelineRow(
    id=TimelineEntryId(UUID("0198a000-0000-7000-8000-0000000000d5")),
    contact_id=_CONTACT,
    conversation_id=None,
    kind="contact_updated",
    actor="user",
    user_id=_USER,
    data=msgspec.Raw(b'{"fields": ["email"], "lifecycle_stage": {"from": "lead", "to": "customer"}}'),
    at=AT,
)
_BRIEF = ContactBrief(id=_CONTACT, name="Ana Souza", phone="5511955550001", email=None, last_seen_at=AT, created_at=AT)
SUGGESTIONS = Suggestions(
    items=[
        Suggestion(
            reasons=[DuplicateReason.NAME, DuplicateReason.PHONE],
            contacts=[_BRIEF, msgspec.structs.replace(_BRIEF, id=_OTHER, phone="11955550001")],
        )
    ]
)

TAG = TagRow(
    id=_TAG,
    name="VIP",
    color="#9333ea",
    description="Atender primeiro",
    contacts=12,
    conversations=4,
    version=1,
    created_at=AT,
    updated_at=AT,
)
ADD_TAG = AddTagRequest(name="VIP", color="purple", description="Atender primeiro")
UPDATE_TAG = UpdateTagRequest(color="#16a34a")

FIELD = ContactFieldRow(
    id=ContactFieldId(UUID("0198a000-0000-7000-8000-0000000000d6")),
    key="plano",
    label="Plano",
    type=FieldType.CHOICE,
    options=["ouro", "prata"],
    is_required=False,
    place=1,
    version=0,
    created_at=AT,
    updated_at=AT,
)
ADD_FIELD = AddContactFieldRequest(key="plano", label="Plano", type=FieldType.CHOICE, options=("ouro", "prata"))
UPDATE_FIELD = UpdateContactFieldRequest(options=("ouro", "prata", "bronze"))

SEGMENT = SegmentRow(
    id=SegmentId(UUID("0198a000-0000-7000-8000-0000000000d7")),
    name="Clientes ativos",
    description="",
    filter=_FILTER,
    version=0,
    created_at=AT,
    updated_at=AT,
)
CREATE_SEGMENT = CreateSegmentRequest(name="Clientes ativos", filter=_FILTER)
UPDATE_SEGMENT = UpdateSegmentRequest(name="Clientes do mês")
PREVIEW = SegmentPreview(count=1, items=[CONTACT])

RULE = LeadScoreRuleRow(
    id=LeadScoreRuleId(UUID("0198a000-0000-7000-8000-0000000000d8")),
    name="Escreveu",
    event=ScoredEvent.MESSAGE_RECEIVED,
    conditions=msgspec.Raw(b"null"),
    points=5,
    is_active=True,
    version=0,
    created_at=AT,
    updated_at=AT,
)
ADD_RULE = AddLeadScoreRuleRequest(name="Escreveu", event=ScoredEvent.MESSAGE_RECEIVED, points=5)
UPDATE_RULE = UpdateLeadScoreRuleRequest(points=10)
