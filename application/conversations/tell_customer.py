"""The customer is told what happens to the conversation, where the company switched that on."""

from collections.abc import Callable, Mapping
from datetime import datetime

from application.conversations.queue_message import queue_message
from application.conversations.recipient import UnreachableContactError
from application.ports.expressions import Templates
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.message import Direction, Message, SenderKind
from domain.conversations.timeline import SYSTEM, TimelineKind
from domain.identity.errors import UserNotFoundError
from domain.shared.content import Content, Text
from domain.shared.ids import MessageId, UserId
from domain.shared.message_status import MessageStatus
from domain.support.bot_texts import BotTextKey
from domain.tenants.errors import PlanLimitReachedError
from domain.tenants.plans import Metric

Names = Mapping[str, object]
"""What a text may name, beside the contact and the company."""
Shape = Callable[[str, str], Content]
"""What a text goes out as, made of what is said and its language."""


def as_text(said: str, _language: str) -> Content:
    """Say it as it is."""
    return Text(body=said)


class TellCustomer:
    """Queue one of the company's texts as a message of the system's own.

    Nothing is said when the text is switched off, the 24-hour window is closed, the contact is blocked or cannot be
    reached, or the plan has no message left: what happens does not fail for that. Call it before the conversation is
    saved, in the same transaction.
    """

    def __init__(self, *, templates: Templates, ids: Ids) -> None:
        self._templates, self._ids = templates, ids

    async def __call__(
        self,
        tx: Transaction,
        conversation: Conversation,
        key: BotTextKey,
        *,
        now: datetime,
        names: Names | None = None,
        agent: UserId | None = None,
        shape: Shape = as_text,
    ) -> MessageId | None:
        """Queue it; give the message's id, or None when nothing was said. `agent` is who answers from now on."""
        if not conversation.is_window_open(now=now):
            return None
        text = await tx.bot_texts.find(key)
        if text.template is None:
            return None
        contact = await tx.contacts.get(conversation.contact_id)
        if contact.is_blocked:
            return None
        known = {**await _known(tx, contact, agent=agent), **(names or {})}
        said = self._templates.render(text.template, known).text.strip()
        if not said or not await _has_room(tx):
            return None
        content = shape(said, text.language)
        return await self._queue(tx, conversation, contact, key=key, content=content, now=now)

    async def _queue(
        self,
        tx: Transaction,
        conversation: Conversation,
        contact: Contact,
        *,
        key: BotTextKey,
        content: Content,
        now: datetime,
    ) -> MessageId | None:
        message = Message(
            id=MessageId(self._ids.new()),
            conversation_id=conversation.id,
            whatsapp_config_id=conversation.whatsapp_config_id,
            direction=Direction.OUTBOUND,
            sender=SenderKind.SYSTEM,
            content=content,
            status=MessageStatus.QUEUED,
            created_at=now,
        )
        config = await tx.whatsapp_configs.get(conversation.whatsapp_config_id)
        try:
            await queue_message(tx, message, contact=contact, config=config)
        except UnreachableContactError:
            return None
        conversation.answer(message.content, at=now, by_person=False)
        told: dict[str, object] = {"text": key, "message_id": message.id}
        conversation.note_in_timeline(TimelineKind.CUSTOMER_TOLD, by=SYSTEM, at=now, data=told)
        return message.id


async def _known(tx: Transaction, contact: Contact, *, agent: UserId | None) -> dict[str, object]:
    name = (contact.name or "").strip()
    return {
        "contact": {"name": name, "first_name": name.partition(" ")[0]},
        "company": {"name": (await tx.tenants.get()).name},
        "agent": {"name": await _name_of(tx, agent)},
    }


async def _name_of(tx: Transaction, user_id: UserId | None) -> str:
    try:
        return "" if user_id is None else (await tx.users.get(user_id)).name
    except UserNotFoundError:
        return ""


async def _has_room(tx: Transaction) -> bool:
    try:
        await tx.usage.require_room(Metric.MESSAGES_PER_MONTH)
    except PlanLimitReachedError:
        return False
    return True
