"""What a rule's conditions are asked about."""

from datetime import datetime

from application.ports.unit_of_work import Transaction
from application.support.hours_book import HoursBook
from domain.conversations.conversation import Conversation
from domain.conversations.message import Message
from domain.shared.content import plain_text, type_of
from domain.support.conditions import Field, Number, Situation


async def situation_of(
    tx: Transaction, conversation: Conversation, message: Message | None, *, book: HoursBook, now: datetime
) -> Situation:
    """Look at a conversation, its contact, the message if it is about one, and the clock."""
    contact = await tx.contacts.get(conversation.contact_id)
    hours = (await book.of(tx, now=now)).hours_of(conversation.department_id)
    waited = now - conversation.waiting_since if conversation.waiting_since is not None else None
    return Situation(
        fields={
            Field.STATUS: conversation.status,
            Field.HANDLER: conversation.handler,
            Field.PRIORITY: conversation.priority,
            Field.ASSIGNED_TO: str(conversation.assigned_to or ""),
            Field.DEPARTMENT_ID: str(conversation.department_id or ""),
            Field.CONFIG_ID: str(conversation.whatsapp_config_id),
            Field.MESSAGE_TYPE: type_of(message.content) if message is not None else "",
            Field.CONTACT_LANGUAGE: contact.language or "",
            Field.CONTACT_STAGE: contact.lifecycle_stage,
        },
        numbers={
            Number.INBOUND_COUNT: conversation.inbound_count,
            Number.WAITING_MINUTES: int(waited.total_seconds() // 60) if waited is not None else 0,
            Number.LEAD_SCORE: contact.lead_score,
        },
        tag_ids=await tx.conversation_marks.tags_of(conversation.id),
        attributes=contact.attributes,
        said=plain_text(message.content) if message is not None else None,
        is_open=hours.is_open(now),
    )
