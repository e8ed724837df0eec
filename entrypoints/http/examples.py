"""Examples for the API's description: instances, so that they cannot drift from their types."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec

from application.identity.get_me import Me
from application.ports.readers.conversations import ConversationRow, WindowState
from application.ports.readers.inbox_counts import InboxCounts
from application.ports.readers.message_search import FoundMessage
from application.ports.readers.messages import MessageRow, ReactionShown
from application.shared.page import DEFAULT_LIMIT, Page
from domain.conversations.message import Direction, SenderKind
from domain.conversations.reaction import Side
from domain.conversations.search import Fragment
from domain.conversations.states import ConversationStatus, Handler, Priority
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
from entrypoints.http.messages.sendable import SendText
from entrypoints.http.requests import (
    ResolveConversationRequest,
    SendMessageRequest,
)
from entrypoints.http.responses import (
    TICKET_SECONDS,
    QueuedMessage,
    Ticket,
)

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

CONVERSATION = ConversationRow(
    id=CONVERSATION_ID,
    contact_id=CONTACT_ID,
    contact_name="Bia",
    contact_phone="5511900000000",
    whatsapp_config_id=_CONFIG,
    status=ConversationStatus.ACTIVE,
    handler=Handler.AGENT,
    assigned_to=_USER,
    assigned_at=AT,
    department_id=None,
    priority=Priority.MEDIUM,
    needs_attention=False,
    unread_count=0,
    tag_ids=[],
    window=WindowState.OPEN,
    window_expires_at=AT,
    last_inbound_at=AT,
    last_message_at=AT,
    last_message_preview="Bom dia!",
    last_message_type="text",
    last_message_direction=Direction.INBOUND,
    first_response_at=AT,
    waiting_since=None,
    snoozed_until=None,
    resolved_at=None,
    resolved_by=None,
    resolution=None,
    reopened_at=None,
    archived_at=None,
    created_at=AT,
    version=2,
)
MESSAGE = MessageRow(
    id=_MESSAGE,
    direction=Direction.INBOUND,
    type="text",
    sender=SenderKind.CONTACT,
    user_id=None,
    sender_name=None,
    content=msgspec.Raw(b'{"type": "text", "body": "Bom dia!"}'),
    media_id=None,
    status=MessageStatus.RECEIVED,
    status_at=NOTHING,
    error_code=None,
    error_detail=None,
    provider_message_id=ProviderMessageId("wamid.HBgM…"),
    reply_to=None,
    flow_session_id=None,
    edited_at=None,
    revoked_at=None,
    referral=msgspec.Raw(b"null"),
    retried_as=None,
    created_at=AT,
    reactions=[ReactionShown(side=Side.BUSINESS, emoji="👍", user_id=_USER, at=AT)],
)
FOUND_MESSAGE = FoundMessage(
    id=_MESSAGE,
    conversation_id=CONVERSATION_ID,
    contact_id=CONTACT_ID,
    contact_name="Bia",
    whatsapp_config_id=_CONFIG,
    direction=Direction.INBOUND,
    type="text",
    sender=SenderKind.CONTACT,
    user_id=None,
    content=msgspec.Raw(b'{"type": "text", "body": "Bom dia!"}'),
    media_id=None,
    created_at=AT,
    highlights=[
        Fragment(text="Bom ", is_match=False),
        Fragment(text="dia", is_match=True),
        Fragment(text="!", is_match=False),
    ],
)
COUNTS = InboxCounts(
    open=12,
    mine=3,
    unassigned=5,
    waiting=4,
    unread=6,
    snoozed=1,
    mentioned=0,
    needs_attention=4,
    closing=2,
    by_status={ConversationStatus.ACTIVE: 8, ConversationStatus.WAITING: 4},
    by_department={},
    by_config={_CONFIG: 12},
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
