"""To whom something goes: a conversation, a contact or a phone, each found or begun."""

from datetime import datetime

import msgspec

from application.messages.say import Thread, thread_of
from application.messages.tools import SendTools
from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import By
from domain.messages.errors import NumberNotChosenError, PhoneInvalidError, SendToOneError
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ContactId, ConversationId, WhatsAppConfigId
from domain.shared.phone import international, is_phone, phone_key, spellings
from domain.tenants.plans import Metric
from domain.whatsapp.config import WhatsAppConfig

EVERYWHERE = "*"
"""The scope of a phone: it names the same person to every business."""
SOURCE = "outbound"
"""Where a contact came from whom we wrote to first."""
MIN_DIGITS = 8
"""With its country code no number that WhatsApp knows has fewer."""


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """Exactly one of the three; `config_id` is the number that sends, where the company has several."""

    conversation_id: ConversationId | None = None
    contact_id: ContactId | None = None
    phone: str | None = None
    config_id: WhatsAppConfigId | None = None


def require_one(address: Address) -> None:
    """Raise SendToOneError unless it names one addressee, PhoneInvalidError for a phone that is none."""
    named = [address.conversation_id, address.contact_id, address.phone]
    if sum(name is not None for name in named) != 1:
        wrong = ErrorDetail(field="conversation_id", message="name one of conversation_id, contact_id and phone")
        raise SendToOneError("A message goes to one addressee.", details=(wrong,))
    if address.phone is not None:
        number_of(address.phone)


def number_of(phone: str) -> str:
    """Give a phone's digits with the country code and, for a Brazilian mobile, the ninth digit.

    Raises PhoneInvalidError.
    """
    number = phone_key(international(phone)) if is_phone(phone) else ""
    if len(number) < MIN_DIGITS or number.startswith("0"):
        wrong = ErrorDetail(field="phone", message="a phone with its country code, such as +55 11 98765-4321")
        raise PhoneInvalidError("This is no phone number.", details=(wrong,))
    return number


async def find_thread(tx: Transaction, address: Address, *, by: By, tools: SendTools, now: datetime) -> Thread:
    """Find the conversation, or begin one with the contact on the number.

    Raises ConversationNotFoundError, ConversationOpenError when another transaction was faster, and as
    `find_addressee` does.
    """
    if address.conversation_id is not None:
        return await thread_of(tx, await tx.conversations.get(address.conversation_id))
    contact, config = await find_addressee(tx, address, tools=tools, now=now)
    conversation = await open_thread(tx, contact, config, by=by, tools=tools, now=now)
    return Thread(conversation=conversation, contact=contact, config=config)


async def find_addressee(
    tx: Transaction, address: Address, *, tools: SendTools, now: datetime
) -> tuple[Contact, WhatsAppConfig]:
    """Find the contact, or write a new one, and the number by which they are written to.

    Raises ContactNotFoundError, ConfigNotFoundError, NumberNotChosenError, PlanLimitReachedError, ContactExistsError
    when another transaction was faster.
    """
    config = await _number(tx, address.config_id)
    if address.contact_id is not None:
        return await tx.contacts.get_present(address.contact_id), config
    return await _contact_of(tx, number_of(address.phone or ""), tools=tools, now=now), config


async def open_thread(
    tx: Transaction, contact: Contact, config: WhatsAppConfig, *, by: By, tools: SendTools, now: datetime
) -> Conversation:
    """Give the open conversation of a contact on a number; begin one where there is none.

    The window is the contact's and the number's, so the new one goes on with that of the one before.
    """
    found = await tx.conversations.find_open(contact_id=contact.id, config_id=config.id)
    if found is not None:
        return found
    opened = Conversation.open(
        conversation_id=ConversationId(tools.ids.new()),
        contact_id=contact.id,
        whatsapp_config_id=config.id,
        now=now,
        by=by,
    )
    opened.window_expires_at = await tx.conversations.window_of(contact_id=contact.id, config_id=config.id)
    await tx.conversations.add(opened)
    return opened


async def _number(tx: Transaction, config_id: WhatsAppConfigId | None) -> WhatsAppConfig:
    if config_id is not None:
        return await tx.whatsapp_configs.get(config_id)
    active = [config for config in await tx.whatsapp_configs.all() if config.is_active]
    if len(active) != 1:
        wrong = ErrorDetail(field="whatsapp_config_id", message="say which number sends")
        raise NumberNotChosenError("Several numbers could send this, or none.", details=(wrong,))
    return active[0]


async def _contact_of(tx: Transaction, number: str, *, tools: SendTools, now: datetime) -> Contact:
    names = tuple(
        Identity(kind=IdentityKind.WA_ID, scope=EVERYWHERE, value=spelling) for spelling in sorted(spellings(number))
    )
    found = await tx.contacts.find(names, phone_key=number)
    if found:
        return await _back(tx, found[0])
    contact = Contact(id=ContactId(tools.ids.new()), created_at=now, phone=number, phone_key=number, source=SOURCE)
    await tx.usage.require_room(Metric.CONTACTS)
    await tx.contacts.add(contact)
    tx.usage.count(Metric.CONTACTS)
    return contact


async def _back(tx: Transaction, contact: Contact) -> Contact:
    """Have a contact that was deleted on the screens again: somebody writes to them."""
    if contact.deleted_at is not None:
        contact.deleted_at = None
        await tx.contacts.save(contact)
    return contact
