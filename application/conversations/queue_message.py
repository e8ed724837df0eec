"""A message of ours goes into the queue of its number."""

from application.conversations.recipient import recipient_of
from application.ports.lanes import LaneKind
from application.ports.repositories.outbound import Intent
from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact
from domain.contacts.errors import ContactBlockedError
from domain.conversations.message import Message
from domain.whatsapp.config import WhatsAppConfig


async def queue_message(tx: Transaction, message: Message, *, contact: Contact, config: WhatsAppConfig) -> None:
    """Write the message and the intent to send it, and wake the number.

    Raises UnreachableContactError, ContactBlockedError.
    """
    if contact.is_blocked:
        raise ContactBlockedError("The contact is blocked; nothing is sent to them.")
    message.tell_sent()
    recipient = await recipient_of(tx, contact, config=config)
    await tx.outbound.queue(
        message,
        Intent(
            message_id=message.id,
            conversation_id=message.conversation_id,
            contact_id=contact.id,
            config_id=config.id,
            address=recipient.address,
            wa_id=recipient.wa_id,
            user_id=recipient.user_id,
            not_before=message.created_at,
        ),
    )
    tx.lanes.wake(LaneKind.NUMBER, str(config.id), due_at=message.created_at)
