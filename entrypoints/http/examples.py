"""Examples for the API's description: instances, so that they cannot drift from their types."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec

from application.identity.get_me import Me
from application.ports.readers.conversations import ConversationRow, MessageRow
from application.ports.readers.whatsapp_configs import WhatsAppConfigRow
from application.shared.page import DEFAULT_LIMIT, Page
from application.whatsapp.prove_config import ConfigProof
from application.whatsapp.provider_hops import Hop
from domain.conversations.conversation import ConversationStatus, Handler
from domain.conversations.message import Direction, SenderKind
from domain.identity.notices import Notice
from domain.identity.permissions import ROLE_PERMISSIONS, Role
from domain.shared.ids import (
    ContactId,
    ConversationId,
    MessageId,
    ProviderMessageId,
    TenantId,
    UserId,
    WhatsAppConfigId,
)
from domain.shared.message_status import MessageStatus
from domain.whatsapp.config import ApiType
from entrypoints.http.requests import (
    AddConfigRequest,
    ResolveConversationRequest,
    SendMessageRequest,
)
from entrypoints.http.responses import (
    TICKET_SECONDS,
    QueuedMessage,
    Ticket,
    WhatsAppConfigView,
)
from entrypoints.http.sendable import SendText

AT = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)
_TENANT = TenantId(UUID("0198a000-0000-7000-8000-000000000001"))
_USER = UserId(UUID("0198a000-0000-7000-8000-000000000002"))
_CONFIG = WhatsAppConfigId(UUID("0198a000-0000-7000-8000-000000000003"))
CONTACT_ID = ContactId(UUID("0198a000-0000-7000-8000-000000000004"))
CONVERSATION_ID = ConversationId(UUID("0198a000-0000-7000-8000-000000000005"))
_MESSAGE = MessageId(UUID("0198a000-0000-7000-8000-000000000006"))
NOTHING = msgspec.Raw(b"{}")

ME = Me(
    id=_USER,
    email="ana@aurora.example",
    email_verified=True,
    name="Ana",
    role=Role.AGENT,
    language="pt-BR",
    has_avatar=False,
    notifications={notice.value: True for notice in Notice},
    two_factor_enabled=False,
    tenant_id=_TENANT,
    tenant_name="Provedor Aurora",
    permissions=sorted(ROLE_PERMISSIONS[Role.AGENT]),
    version=1,
)
TICKET = Ticket(ticket="q3Yx…", expires_in=TICKET_SECONDS)

ADD_CONFIG = AddConfigRequest(
    name="Atendimento",
    phone_number="+55 11 4000-0000",
    phone_number_id="106540352242922",
    business_account_id="102290129340398",
    access_token="EAAJB…",  # noqa: S106  # an example
    app_secret="614fc2af…",  # noqa: S106  # the same
    webhook_verify_token="choose-one",  # noqa: S106  # the same
)
CONFIG = WhatsAppConfigView.of(
    WhatsAppConfigRow(
        id=_CONFIG,
        name="Atendimento",
        phone_number="551140000000",
        phone_number_id="106540352242922",
        business_account_id="102290129340398",
        api_type=ApiType.OFFICIAL,
        is_active=True,
        chatbot_id=None,
        messages_per_second=80,
        quality_rating="unknown",
        verified_name=None,
        paused_until=None,
        pause_reason=None,
        has_access_token=True,
        has_app_secret=True,
        has_verify_token=True,
        version=1,
        created_at=AT,
        updated_at=AT,
    )
)
PROOF = ConfigProof(
    ok=False,
    hops=[
        Hop(name="secrets", ok=True),
        Hop(name="token", ok=False, detail="the token has expired", fix="Check the access token with Meta."),
    ],
)

CONVERSATION = ConversationRow(
    id=CONVERSATION_ID,
    contact_id=CONTACT_ID,
    contact_name="Bia",
    contact_phone="5511900000000",
    whatsapp_config_id=_CONFIG,
    status=ConversationStatus.ACTIVE,
    handler=Handler.AGENT,
    assigned_to=_USER,
    department_id=None,
    needs_attention=False,
    unread_count=0,
    window_expires_at=AT,
    last_inbound_at=AT,
    last_message_at=AT,
    last_message_preview="Bom dia!",
    first_response_at=AT,
    waiting_since=None,
    resolved_at=None,
    resolution=None,
    created_at=AT,
    version=2,
)
MESSAGE = MessageRow(
    id=_MESSAGE,
    direction=Direction.INBOUND,
    type="text",
    sender=SenderKind.CONTACT,
    user_id=None,
    content=msgspec.Raw(b'{"type": "text", "body": "Bom dia!"}'),
    status=MessageStatus.RECEIVED,
    status_at=NOTHING,
    error_code=None,
    error_detail=None,
    provider_message_id=ProviderMessageId("wamid.HBgM…"),
    reply_to=None,
    flow_session_id=None,
    created_at=AT,
)
SEND = SendMessageRequest(content=SendText(body="Bom dia! Como posso ajudar?"))
QUEUED = QueuedMessage(
    id=_MESSAGE,
    conversation_id=CONVERSATION_ID,
    direction=Direction.OUTBOUND,
    status=MessageStatus.QUEUED,
    user_id=_USER,
    content=SEND.content,
    reply_to=None,
)
RESOLVE = ResolveConversationRequest(resolution="solved")


def page_with(item: msgspec.Struct) -> Page[msgspec.Struct]:
    """Show a list of one."""
    return Page(items=[item], page=1, limit=DEFAULT_LIMIT, total=1, next_cursor=None)
