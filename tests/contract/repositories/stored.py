"""Things as they are stored, each with every field told, and the id of whatever it belongs to given."""

from datetime import UTC, datetime, timedelta

import asyncpg
import msgspec

from adapters.postgres.database import Database
from adapters.system.ids import SystemIds
from application.ports.repositories.flow_calls import FlowCall
from application.ports.repositories.flow_sessions import SessionRecord, Timer
from application.ports.repositories.flows import StoredVersion
from application.ports.repositories.outbound import Intent
from domain.ai.knowledge import TEXT, KnowledgeDocument
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.conversations.message import Direction, Message, SenderKind
from domain.flows.definition import Chatbot, Flow
from domain.flows.effects import Call
from domain.flows.session import Session
from domain.identity.api_key import ApiKey
from domain.identity.permissions import Permission, Role
from domain.identity.role import TenantRole
from domain.identity.user import User
from domain.people.invitation import GOOD_FOR, Invitation
from domain.shared.aggregate import Aggregate
from domain.shared.content import Text
from domain.shared.ids import (
    ApiKeyId,
    ChatbotId,
    ContactId,
    ConversationId,
    FlowCallId,
    FlowId,
    FlowSessionId,
    FlowVersionId,
    InvitationId,
    KnowledgeBaseId,
    KnowledgeDocumentId,
    MessageId,
    ProviderMessageId,
    RoleId,
    TemplateId,
    TenantId,
    TimerId,
    UserId,
    WhatsAppConfigId,
)
from domain.shared.message_status import MessageStatus
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.templates.components import Body, encoded
from domain.whatsapp.templates.template import MessageTemplate
from domain.whatsapp.templates.words import TemplateCategory, TemplateStatus

NOW = datetime(2026, 8, 12, 12, 0, 0, 123456, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
WAMID = ProviderMessageId("wamid.HBgLMTY1MDM4Nzk0MzkVAgARGBI3N0E=")

new_id = SystemIds().new


def facts(thing: Aggregate) -> dict[str, object]:
    """Everything of an aggregate but what it has not told."""
    return {name: value for name, value in msgspec.structs.asdict(thing).items() if not name.startswith("_")}


def a_config(**changed: object) -> WhatsAppConfig:
    config = WhatsAppConfig(
        id=WhatsAppConfigId(new_id()),
        name="Atendimento",
        phone_number="+55 11 5550-0001",
        phone_number_id=str(new_id().int)[-15:],
        business_account_id="102290129340398",
        access_token_sealed=b"\x01token",
        app_secret_sealed=b"\x01secret",
        verify_token_sealed=b"\x01verify",
        created_at=NOW,
    )
    return msgspec.structs.replace(config, **changed)


def a_template(config_id: WhatsAppConfigId, text: str = "Olá!", **changed: object) -> MessageTemplate:
    """Give an approved template of this text; {{1}} in it is a gap."""
    template = MessageTemplate(
        id=TemplateId(new_id()),
        whatsapp_config_id=config_id,
        provider_id=str(new_id().int)[-15:],
        name="boas_vindas",
        language="pt_BR",
        category=TemplateCategory.UTILITY,
        status=TemplateStatus.APPROVED,
        components=encoded((Body(text=text),)),
        created_at=NOW,
    )
    return msgspec.structs.replace(template, **changed)


def a_contact(**changed: object) -> Contact:
    contact = Contact(id=ContactId(new_id()), created_at=NOW, name="Ana")
    return msgspec.structs.replace(contact, **changed)


def a_user(tenant_id: TenantId, **changed: object) -> User:
    user_id = UserId(new_id())
    user = User(
        id=user_id,
        tenant_id=tenant_id,
        email=f"{user_id}@aurora.example",
        name="Ana",
        role=Role.AGENT,
        password_hash="$argon2id$v=19$…",
        created_at=NOW,
    )
    return msgspec.structs.replace(user, **changed)


def a_role(**changed: object) -> TenantRole:
    role = TenantRole(
        id=RoleId(new_id()),
        code="plantao",
        name="Plantão",
        description="De madrugada",
        permissions=[Permission.CONVERSATIONS_READ],
        created_at=NOW,
    )
    return msgspec.structs.replace(role, **changed)


def an_api_key(user: User, **changed: object) -> ApiKey:
    key = ApiKey(
        id=ApiKeyId(new_id()),
        user_id=user.id,
        name="Site",
        prefix=f"pytake_{new_id().hex[-12:]}",
        key_hash=new_id().bytes,
        scopes=[Permission.CONVERSATIONS_READ],
        created_at=NOW,
    )
    return msgspec.structs.replace(key, **changed)


def an_invitation(**changed: object) -> Invitation:
    invitation = Invitation(
        id=InvitationId(new_id()),
        email="bia@aurora.example",
        name="Bia",
        role=Role.AGENT,
        department_ids=[],
        language="pt-BR",
        invited_by=UserId(new_id()),
        created_at=NOW,
        expires_at=NOW + GOOD_FOR,
    )
    return msgspec.structs.replace(invitation, **changed)


def a_phone(value: str) -> Identity:
    return Identity(kind=IdentityKind.WA_ID, scope="*", value=value)


def a_bsuid(value: str) -> Identity:
    return Identity(kind=IdentityKind.BSUID, scope="102290129340398", value=value)


def a_conversation(contact: Contact, config: WhatsAppConfig, **changed: object) -> Conversation:
    conversation = Conversation(
        id=ConversationId(new_id()),
        contact_id=contact.id,
        whatsapp_config_id=config.id,
        status=ConversationStatus.ACTIVE,
        handler=Handler.BOT,
        created_at=NOW,
    )
    return msgspec.structs.replace(conversation, **changed)


def a_message(conversation: Conversation, **changed: object) -> Message:
    message = Message(
        id=MessageId(new_id()),
        conversation_id=conversation.id,
        whatsapp_config_id=conversation.whatsapp_config_id,
        direction=Direction.OUTBOUND,
        sender=SenderKind.BOT,
        content=Text(body="Olá"),
        status=MessageStatus.QUEUED,
        created_at=NOW,
    )
    return msgspec.structs.replace(message, **changed)


def an_intent(message: Message, contact: Contact, **changed: object) -> Intent:
    intent = Intent(
        message_id=message.id,
        conversation_id=message.conversation_id,
        contact_id=contact.id,
        config_id=message.whatsapp_config_id,
        address="BR.1",
        wa_id="5511955550001",
        not_before=NOW,
    )
    return msgspec.structs.replace(intent, **changed)


def a_chatbot(**changed: object) -> Chatbot:
    chatbot = Chatbot(id=ChatbotId(new_id()), name="Vendas", created_at=NOW, updated_at=NOW)
    return msgspec.structs.replace(chatbot, **changed)


def a_flow(**changed: object) -> Flow:
    draft = msgspec.Raw(b'{"nodes": [{"id": "start", "type": "start"}]}')
    flow = Flow(id=FlowId(new_id()), name="Boas-vindas", draft=draft, created_at=NOW, updated_at=NOW)
    return msgspec.structs.replace(flow, **changed)


def a_version(flow: Flow, *, number: int = 1) -> StoredVersion:
    return StoredVersion(
        id=FlowVersionId(new_id()), flow_id=flow.id, number=number, name=flow.name, document=flow.draft
    )


def a_document(base_id: KnowledgeBaseId, **changed: object) -> KnowledgeDocument:
    """Give a document that waits to be read."""
    document = KnowledgeDocument(
        id=KnowledgeDocumentId(new_id()),
        base_id=base_id,
        name="manual.txt",
        mime=TEXT,
        size=12,
        sha256=bytes(32),
        created_at=NOW,
    )
    return msgspec.structs.replace(document, **changed)


def a_session(version: StoredVersion, conversation: Conversation, **changed: object) -> SessionRecord:
    session = Session(id=FlowSessionId(new_id()), flow_id=version.flow_id, version_id=version.id, started_at=NOW)
    return SessionRecord(
        session=msgspec.structs.replace(session, **changed),
        contact_id=conversation.contact_id,
        conversation_id=conversation.id,
        config_id=conversation.whatsapp_config_id,
        lane_key=f"{conversation.whatsapp_config_id}:BR.1",
        began_in=(version.flow_id, version.id),
    )


def a_timer(record: SessionRecord, **changed: object) -> Timer:
    timer = Timer(
        id=TimerId(new_id()), session_id=record.session.id, effect_id="1.1", lane_key=record.lane_key, due_at=NOW
    )
    return msgspec.structs.replace(timer, **changed)


async def fetch(database_url: str, query: str, *arguments: object, home: str = "public") -> list[asyncpg.Record]:
    """Ask as the owner, who sees every tenant's rows; tables without a schema in their name are those of `home`."""
    connection = await asyncpg.connect(database_url, server_settings={"search_path": home})
    try:
        return list(await connection.fetch(query, *arguments))
    finally:
        await connection.close()


async def event_types(database: Database, tenant_id: TenantId) -> list[str]:
    """Give the types of the tenant's events, in their order."""
    async with database.connection() as connection:
        rows = await connection.fetch("SELECT type FROM platform.events WHERE tenant_id = $1 ORDER BY id", tenant_id)
    return [row["type"] for row in rows]


def a_call(record: SessionRecord, request: Call) -> FlowCall:
    return FlowCall(
        id=FlowCallId(new_id()),
        session_id=record.session.id,
        effect_id=request.id,
        request=request,
        lane_key=record.lane_key,
        config_id=record.config_id,
        ordered_at=NOW,
        due_at=NOW,
    )
