"""Examples for the OpenAPI document."""

from datetime import timedelta
from uuid import UUID

import msgspec

from application.ports.readers.canned_responses import CannedResponseRow
from application.ports.readers.scheduled_messages import ScheduledMessageRow
from domain.conversations.message import Direction, SenderKind
from domain.media.kinds import MediaKind
from domain.messages.scheduled_message import ScheduledState
from domain.shared.ids import (
    CannedResponseId,
    MediaId,
    MessageId,
    ProviderMessageId,
    ScheduledMessageId,
    UserId,
    WhatsAppConfigId,
)
from domain.shared.message_status import MessageStatus
from entrypoints.http.examples import AT, CONTACT_ID, CONVERSATION_ID
from entrypoints.http.messages.requests import (
    AddCannedResponseRequest,
    ReactRequest,
    RenderCannedResponseRequest,
    ScheduleMessageRequest,
    SendMediaRequest,
    SendTemplateRequest,
    SendToRequest,
    SetMessageStatusRequest,
    UpdateCannedResponseRequest,
)
from entrypoints.http.messages.responses import RenderedResponse, SentMessage
from entrypoints.http.messages.sendable import SendReaction, SendText
from entrypoints.http.whatsapp.template_requests import ButtonParameter, TemplateParameters

_MESSAGE = MessageId(UUID("0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a01"))
_CONFIG = WhatsAppConfigId(UUID("0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a02"))
_USER = UserId(UUID("0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a03"))
_MEDIA = MediaId(UUID("0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a04"))
_SCHEDULED = ScheduledMessageId(UUID("0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a05"))
_CANNED = CannedResponseId(UUID("0190f1f0-5b1c-7c3e-9a53-3f0f6a9f2a06"))
_HELLO = SendText(body="Seu pedido saiu para entrega.")

SEND_TO = SendToRequest(phone="+55 11 98765-4321", content=_HELLO)
SEND_MEDIA = SendMediaRequest(
    conversation_id=CONVERSATION_ID, media_id=_MEDIA, type=MediaKind.DOCUMENT, filename="boleto.pdf"
)
SEND_TEMPLATE = SendTemplateRequest(
    contact_id=CONTACT_ID,
    name="fatura_disponivel",
    language="pt_BR",
    parameters=TemplateParameters(body=("Ana", "99,90"), buttons=(ButtonParameter(index=0, value="abc"),)),
)
SENT = SentMessage(
    id=_MESSAGE,
    conversation_id=CONVERSATION_ID,
    whatsapp_config_id=_CONFIG,
    direction=Direction.OUTBOUND,
    sender=SenderKind.AGENT,
    user_id=_USER,
    status=MessageStatus.QUEUED,
    content=_HELLO,
    reply_to=None,
    created_at=AT,
)
READ = SetMessageStatusRequest(status="read")
REACT = ReactRequest(emoji="👍")
REACTION = msgspec.structs.replace(SENT, content=SendReaction(target=ProviderMessageId("wamid.HBgN"), emoji="👍"))

SCHEDULE = ScheduleMessageRequest(
    conversation_id=CONVERSATION_ID,
    content=SendText(body="Bom dia! Sua visita técnica é hoje às 10 h."),
    send_at=(AT + timedelta(days=1)).replace(tzinfo=None),
    time_zone="America/Sao_Paulo",
)
SCHEDULED = ScheduledMessageRow(
    id=_SCHEDULED,
    contact_id=CONTACT_ID,
    contact_name="Bia",
    conversation_id=CONVERSATION_ID,
    whatsapp_config_id=_CONFIG,
    content=msgspec.Raw(msgspec.json.encode(SCHEDULE.content)),
    reply_to=None,
    send_at=AT + timedelta(days=1),
    state=ScheduledState.SCHEDULED,
    message_id=None,
    error_code=None,
    created_by=_USER,
    is_by_program=False,
    version=0,
    created_at=AT,
    updated_at=AT,
)

ADD_CANNED = AddCannedResponseRequest(
    shortcut="ola",
    title="Saudação",
    content=SendText(body="Olá, {{ contact.first_name }}! Aqui é {{ agent.first_name }}."),
)
UPDATE_CANNED = UpdateCannedResponseRequest(title="Saudação do dia")
CANNED = CannedResponseRow(
    id=_CANNED,
    shortcut="ola",
    title="Saudação",
    content=msgspec.Raw(msgspec.json.encode(ADD_CANNED.content)),
    department_id=None,
    created_by=_USER,
    version=0,
    created_at=AT,
    updated_at=AT,
)
RENDER = RenderCannedResponseRequest(conversation_id=CONVERSATION_ID)
RENDERED = RenderedResponse(content=SendText(body="Olá, Bia! Aqui é Rafael."), warnings=())
