"""A number's queue of messages to people known by their first names."""

import msgspec

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.outbound import Intent
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.message import Message
from domain.shared.ids import MessageId, TenantId
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.stored import (
    MINUTE,
    NOW,
    a_contact,
    a_conversation,
    a_message,
    an_intent,
)


class Queue:
    """Queues messages of contacts and says whose turn it is."""

    def __init__(self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> None:
        self.uow, self.tenant_id, self.config = uow, tenant_id, config
        self._conversations: dict[str, tuple[Contact, Conversation]] = {}

    async def add(self, person: str, *, message: Message | None = None, **changed: object) -> Intent:
        async with self.uow(self.tenant_id) as tx:
            if person not in self._conversations:
                contact = a_contact(name=person)
                await tx.contacts.add(contact)
                self._conversations[person] = contact, a_conversation(contact, self.config)
                await tx.conversations.add(self._conversations[person][1])
            contact, conversation = self._conversations[person]
            message = message or a_message(conversation)
            intent = an_intent(message, contact, **changed)
            await tx.outbound.queue(message, intent)
        return intent

    def conversation(self, person: str) -> Conversation:
        return self._conversations[person][1]

    async def turn(self, *, minute: int = 0, limit: int = 10) -> list[MessageId]:
        async with self.uow(self.tenant_id) as tx:
            found = await tx.outbound.next_sendable(self.config.id, now=NOW + minute * MINUTE, limit=limit)
        return [sendable.intent.message_id for sendable in found]

    async def change(self, intent: Intent, **changed: object) -> None:
        async with self.uow(self.tenant_id) as tx:
            await tx.outbound.save(msgspec.structs.replace(intent, **changed))

    async def due(self, *, minute: int = 0) -> float | None:
        """Minutes from NOW at which the number should be looked at."""
        async with self.uow(self.tenant_id) as tx:
            due_at = await tx.outbound.next_due(self.config.id, now=NOW + minute * MINUTE)
        return (due_at - NOW) / MINUTE if due_at is not None else None
