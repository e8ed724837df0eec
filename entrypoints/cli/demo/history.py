"""Conversations that the demo's company has had."""

from datetime import datetime, timedelta

from dishka import AsyncContainer

from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.conversations.conversation import Conversation
from domain.conversations.message import Direction, Message, SenderKind
from domain.conversations.timeline import BOT, by_user
from domain.shared.content import Text
from domain.shared.ids import ContactId, ConversationId, IdentityId, MessageId, TenantId, UserId, WhatsAppConfigId
from domain.shared.message_status import MessageStatus
from domain.shared.phone import phone_key
from domain.tenants.plans import Metric
from entrypoints.cli.demo.company import HISTORY, Past

BETWEEN_LINES = timedelta(minutes=3)


async def write_history(
    container: AsyncContainer, *, tenant_id: TenantId, config_id: WhatsAppConfigId, agent_id: UserId
) -> None:
    """Write every past conversation, each in a transaction."""
    uow: UnitOfWork = await container.get(UnitOfWork)
    ids: Ids = await container.get(Ids)
    clock: Clock = await container.get(Clock)
    now = clock.now()
    for past in HISTORY:
        async with uow(tenant_id) as tx:
            await _Chronicle(tx, ids, config_id=config_id, agent_id=agent_id).write(past, now=now)


class _Chronicle:
    """Writes one past conversation."""

    def __init__(self, tx: Transaction, ids: Ids, *, config_id: WhatsAppConfigId, agent_id: UserId) -> None:
        self._tx, self._ids, self._config_id, self._agent_id = tx, ids, config_id, agent_id

    async def write(self, past: Past, *, now: datetime) -> None:
        began = now - past.ago
        contact = await self._contact(past, at=began)
        conversation = Conversation.open(
            conversation_id=ConversationId(self._ids.new()),
            contact_id=contact.id,
            whatsapp_config_id=self._config_id,
            now=began,
        )
        await self._tx.conversations.add(conversation)
        for number, line in enumerate(past.lines):
            await self._line(conversation, line, at=began + number * BETWEEN_LINES)
        await self._end(conversation, past, at=began + len(past.lines) * BETWEEN_LINES)
        await self._tx.conversations.save(conversation)

    async def _contact(self, past: Past, *, at: datetime) -> Contact:
        contact = Contact(
            id=ContactId(self._ids.new()),
            created_at=at,
            name=past.name,
            phone=past.phone,
            phone_key=phone_key(past.phone),
            last_seen_at=at,
        )
        await self._tx.contacts.add(contact)
        self._tx.usage.count(Metric.CONTACTS)
        identity = Identity(kind=IdentityKind.WA_ID, scope="*", value=past.phone)
        await self._tx.contacts.add_identity(
            contact.id, identity_id=IdentityId(self._ids.new()), identity=identity, at=at
        )
        return contact

    async def _line(self, conversation: Conversation, line: str, *, at: datetime) -> None:
        is_theirs = line.startswith("> ")
        said = Text(body=line.removeprefix("> "))
        status = MessageStatus.RECEIVED if is_theirs else MessageStatus.READ
        await self._tx.messages.add(
            Message(
                id=MessageId(self._ids.new()),
                conversation_id=conversation.id,
                whatsapp_config_id=self._config_id,
                direction=Direction.INBOUND if is_theirs else Direction.OUTBOUND,
                sender=SenderKind.CONTACT if is_theirs else SenderKind.AGENT,
                user_id=None if is_theirs else self._agent_id,
                content=said,
                status=status,
                status_at={str(status): at},
                created_at=at,
            )
        )
        if is_theirs:
            conversation.receive(said, sent_at=at, opens_window=True)
        else:
            conversation.answer(said, at=at, by_person=True)

    async def _end(self, conversation: Conversation, past: Past, *, at: datetime) -> None:
        agent = by_user(self._agent_id)
        if past.state == "resolved":
            conversation.resolve(resolution="resolvido", by=agent, now=at)
        elif past.state == "agent":
            conversation.take_over(self._agent_id, by=agent, now=at)
        else:
            department = await self._tx.departments.find(past.department or "")
            conversation.hand_to_people(department_id=department, reason="pediu uma pessoa", by=BOT, now=at)
