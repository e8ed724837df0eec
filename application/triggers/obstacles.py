"""What stands in the way of a flow that is to begin with a contact who wrote nothing."""

from datetime import datetime

from application.ports.unit_of_work import Transaction
from domain.contacts.consent import WHATSAPP, Purpose, ruling
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.flows.starts import NotStarted
from domain.whatsapp.config import WhatsAppConfig


async def obstacle_with(
    tx: Transaction,
    contact: Contact,
    config: WhatsAppConfig,
    found: Conversation | None,
    *,
    consent_is_asked: bool,
    now: datetime,
) -> NotStarted | None:
    """Say what of the contact or the number forbids it; of a schedule's audience its run has asked for consent."""
    if contact.is_gone:
        return NotStarted.CONTACT_GONE
    if contact.is_blocked:
        return NotStarted.CONTACT_BLOCKED
    if config.is_deleted or not config.is_active:
        return NotStarted.NUMBER_OFF
    if not consent_is_asked and await _said_no(tx, contact, config, found, now=now):
        return NotStarted.OPTED_OUT
    return None


async def obstacle_in(tx: Transaction, found: Conversation | None, *, replaces: bool) -> NotStarted | None:
    """Say who has the conversation; a session that runs in it is none where the new one `replaces` it."""
    if found is None:
        return None
    if found.handler is Handler.AGENT:
        return NotStarted.PERSON_HAS_IT
    if found.status is ConversationStatus.WAITING:
        return NotStarted.WAITS_FOR_PERSON
    if found.is_over:
        config_id = found.whatsapp_config_id
        other = await tx.conversations.find_open(contact_id=found.contact_id, config_id=config_id)
        if other is not None:
            return NotStarted.OTHER_CONVERSATION
    if not replaces and await tx.flow_sessions.find_running(found.id) is not None:
        return NotStarted.FLOW_RUNNING
    return None


async def _said_no(
    tx: Transaction, contact: Contact, config: WhatsAppConfig, found: Conversation | None, *, now: datetime
) -> bool:
    """Whether nobody talks to them now, and they do not want to be written to."""
    window = found.window_expires_at if found is not None else None
    if found is None:
        window = await tx.conversations.window_of(contact_id=contact.id, config_id=config.id)
    if window is not None and now < window:
        return False
    said = ruling(await tx.consents.of_contact(contact.id), purpose=Purpose.MARKETING, channel=WHATSAPP)
    return said is not None and not said.granted
