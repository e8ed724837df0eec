"""A message of a contact, as its provider knows it: what a read mark and the sign of typing go by."""

import msgspec

from application.conversations.recipient import UnreachableContactError, recipient_of
from application.ports.counters import Counters
from application.ports.providers import Providers
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.ports.whatsapp import Credentials, Recipient
from application.whatsapp.credentials import credentials_of
from domain.conversations.message import Message
from domain.shared.errors import NotFoundError
from domain.shared.ids import ProviderMessageId, TenantId
from domain.whatsapp.config import WhatsAppConfig


class ProviderTools(msgspec.Struct, frozen=True, kw_only=True):
    """What telling a provider needs of the world."""

    uow: UnitOfWork
    providers: Providers
    secrets: SecretBox
    counters: Counters


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """A message of a contact, and by which number it came."""

    id: ProviderMessageId
    sender: Recipient
    config: WhatsAppConfig


async def received_of(tx: Transaction, message: Message) -> Received | None:
    """Find whose it was; None where the number is gone or cannot be used."""
    if message.provider_message_id is None:
        return None
    conversation = await tx.conversations.get(message.conversation_id)
    contact = await tx.contacts.get(conversation.contact_id)
    try:
        config = await tx.whatsapp_configs.get(message.whatsapp_config_id)
        address = await recipient_of(tx, contact, config=config)
    except (NotFoundError, UnreachableContactError):
        return None
    if not config.is_active:
        return None
    sender = Recipient(wa_id=address.wa_id, user_id=address.user_id)
    return Received(id=message.provider_message_id, sender=sender, config=config)


async def credentials_for(tools: ProviderTools, received: Received, *, tenant_id: TenantId) -> Credentials:
    """Open the secrets of the number. Raises SecretUnreadableError."""
    return await credentials_of(received.config, tenant_id=tenant_id, secrets=tools.secrets)
