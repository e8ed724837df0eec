"""Something is written now and sent at a time."""

from datetime import datetime, timedelta

import msgspec

from application.conversations.recipient import recipient_of
from application.messages.acceptable import require_acceptable, require_files
from application.messages.addressing import Address, find_addressee, require_one
from application.messages.moments import moment_of
from application.messages.say import Words, thread_of
from application.messages.send_scheduled_message import order
from application.messages.tools import SendTools, in_transaction
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from application.shared.time_zones import wrong_time_zone
from domain.contacts.contact import Contact
from domain.contacts.errors import ContactBlockedError
from domain.conversations.visibility import require_visible
from domain.identity.permissions import Permission
from domain.messages.scheduled_message import MAX_AHEAD, ScheduledMessage
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ConversationId, ScheduledMessageId
from domain.whatsapp.config import WhatsAppConfig

LATENESS = timedelta(minutes=1)
"""A time that has just passed was the present when its author chose it: it is sent at once."""


NEAR_YEARS = 2
"""Farther off a time is refused before its zone is looked at: at the calendar's ends those overflow."""


class ScheduleMessage(msgspec.Struct, frozen=True, kw_only=True):
    """Send words to a conversation, a contact or a phone at `send_at`.

    A time without an offset is one of `time_zone`, else of the company's.
    """

    address: Address
    words: Words
    send_at: datetime
    time_zone: str | None = None


class ScheduleMessageHandler:
    """Keep a message until its time. Needs messages:send.

    What can be known now is checked now: the content and its files, the contact, the number. The window, the contact's
    wish and the plan are looked at when it is sent. Resolving the conversation does not cancel it: whoever writes
    "we call you on Monday" and resolves means both.
    """

    def __init__(self, tools: SendTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: ScheduleMessage) -> ScheduledMessageId:
        """Give its id.

        Raises SendToOneError, PhoneInvalidError, NumberNotChosenError, ContentRefusedError, InvalidError for the time,
        ContactBlockedError, UnreachableContactError, and what is not found.
        """
        actor.require(Permission.MESSAGES_SEND)
        require_one(command.address)
        _require_zone(command.time_zone)
        now = self._tools.clock.now()

        async def keep(tx: Transaction) -> ScheduledMessageId:
            send_at = await _moment(tx, command, now=now)
            contact, config, conversation_id = await self._addressee(tx, actor, command.address, now=now)
            await require_files(tx, command.words.content, viewer=actor.viewer)
            await _require_sayable(tx, contact, config, command.words, tools=self._tools)
            scheduled = ScheduledMessage(
                id=ScheduledMessageId(self._tools.ids.new()),
                contact_id=contact.id,
                whatsapp_config_id=config.id,
                content=command.words.content,
                reply_to=command.words.reply_to,
                send_at=send_at,
                created_at=now,
                conversation_id=conversation_id,
                created_by=actor.user_id,
                is_by_program=actor.api_key_id is not None,
            )
            await tx.scheduled_messages.add(scheduled)
            order(tx, scheduled.id, send_at=send_at, now=now)
            return scheduled.id

        return await in_transaction(self._tools, actor.tenant_id, keep)

    async def _addressee(
        self, tx: Transaction, actor: Actor, address: Address, *, now: datetime
    ) -> tuple[Contact, WhatsAppConfig, ConversationId | None]:
        if address.conversation_id is None:
            contact, config = await find_addressee(tx, address, tools=self._tools, now=now)
            return contact, config, None
        conversation = await tx.conversations.get(address.conversation_id)
        require_visible(conversation, actor.viewer)
        thread = await thread_of(tx, conversation)
        return thread.contact, thread.config, conversation.id


def _require_zone(name: str | None) -> None:
    wrong = () if name is None else wrong_time_zone(name)
    if wrong:
        raise InvalidError("Nothing can be sent at this time.", details=wrong)


async def _moment(tx: Transaction, command: ScheduleMessage, *, now: datetime) -> datetime:
    send_at = command.send_at
    if abs(send_at.year - now.year) <= NEAR_YEARS:
        if send_at.tzinfo is None:
            send_at = moment_of(send_at, time_zone=command.time_zone or (await tx.tenants.get()).time_zone)
        if now - LATENESS <= send_at <= now + MAX_AHEAD:
            return send_at
    wrong = ErrorDetail(field="send_at", message="lies ahead, and within {days} days", values={"days": MAX_AHEAD.days})
    raise InvalidError("Nothing can be sent at this time.", details=(wrong,))


async def _require_sayable(
    tx: Transaction, contact: Contact, config: WhatsAppConfig, words: Words, *, tools: SendTools
) -> None:
    require_acceptable(words.content, tools.providers.of(config.api_type))
    if contact.is_blocked:
        raise ContactBlockedError("The contact is blocked; nothing is sent to them.")
    await recipient_of(tx, contact, config=config)
