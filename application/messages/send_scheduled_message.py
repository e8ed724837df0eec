"""A scheduled message is sent when its time has come."""

from datetime import datetime, timedelta

from application.messages.addressing import open_thread
from application.messages.say import Thread, Words, say
from application.messages.speaker import speaker_from_before
from application.messages.tools import SendTools, in_transaction
from application.ports.jobs import Job
from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact
from domain.contacts.errors import ContactNotFoundError
from domain.conversations.timeline import SYSTEM, by_user
from domain.messages.scheduled_message import ScheduledMessage
from domain.shared.errors import PyTakeError, RateLimitedError, StaleVersionError, UnavailableError
from domain.shared.ids import ContactId, ScheduledMessageId, TenantId

_COMES_BACK = (RateLimitedError, StaleVersionError, UnavailableError)
"""Not the message's fault: the job is done again."""


class SendScheduledMessage(Job, frozen=True, kw_only=True, tag="send_scheduled_message"):
    """Send one whose time has come. Idempotent: one that is over is not sent."""

    tenant_id: TenantId
    scheduled_id: ScheduledMessageId


def order(tx: Transaction, scheduled_id: ScheduledMessageId, *, send_at: datetime, now: datetime) -> None:
    """Have it sent at its time, to the second; one that waits already is not ordered twice."""
    job = SendScheduledMessage(tenant_id=tx.tenant_id, scheduled_id=scheduled_id)
    tx.jobs.put(job, after=max(send_at - now, timedelta()), key=f"scheduled:{scheduled_id}")


class SendScheduledMessageHandler:
    """Send a scheduled message, once. Does SendScheduledMessage.

    The row is locked, and what became of it is written in the transaction that queues the message: of two workers the
    second finds it sent, and one that dies has done nothing. It speaks for its author, who need not be there: it takes
    no conversation over. What cannot be sent is noted with the reason, and its author is told.
    """

    def __init__(self, tools: SendTools) -> None:
        self._tools = tools

    async def __call__(self, job: SendScheduledMessage) -> None:
        """Do it, or note why not."""
        try:
            await in_transaction(self._tools, job.tenant_id, lambda tx: self._send(tx, job.scheduled_id))
        except _COMES_BACK:
            raise
        except PyTakeError as error:
            code = error.code
            await in_transaction(self._tools, job.tenant_id, lambda tx: _fail(tx, job.scheduled_id, code=code))

    async def _send(self, tx: Transaction, scheduled_id: ScheduledMessageId) -> None:
        scheduled = await tx.scheduled_messages.lock(scheduled_id)
        if scheduled is None or not scheduled.is_waiting:
            return
        now = self._tools.clock.now()
        if scheduled.send_at > now:
            order(tx, scheduled.id, send_at=scheduled.send_at, now=now)
            return
        thread = await self._thread(tx, scheduled, now=now)
        words = Words(content=scheduled.content, reply_to=scheduled.reply_to)
        speaker = speaker_from_before(scheduled.created_by, is_program=scheduled.is_by_program)
        message = await say(tx, thread, words, speaker=speaker, tools=self._tools, now=now)
        scheduled.sent(message.id, conversation_id=thread.conversation.id)
        await tx.scheduled_messages.save(scheduled)

    async def _thread(self, tx: Transaction, scheduled: ScheduledMessage, *, now: datetime) -> Thread:
        contact = await _contact(tx, scheduled.contact_id)
        config = await tx.whatsapp_configs.get(scheduled.whatsapp_config_id)
        author = scheduled.created_by
        by = SYSTEM if author is None or scheduled.is_by_program else by_user(author)
        conversation = await open_thread(tx, contact, config, by=by, tools=self._tools, now=now)
        return Thread(conversation=conversation, contact=contact, config=config)


async def _contact(tx: Transaction, contact_id: ContactId) -> Contact:
    """Load whoever it is by now. Raises ContactNotFoundError for one that was deleted."""
    contact = await tx.contacts.get(contact_id)
    while contact.merged_into is not None:
        contact = await tx.contacts.get(contact.merged_into)
    if contact.is_gone:
        raise ContactNotFoundError("The contact was deleted.")
    return contact


async def _fail(tx: Transaction, scheduled_id: ScheduledMessageId, *, code: str) -> None:
    scheduled = await tx.scheduled_messages.lock(scheduled_id)
    if scheduled is not None and scheduled.is_waiting:
        scheduled.failed(code)
        await tx.scheduled_messages.save(scheduled)
