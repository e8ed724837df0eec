"""What a send's end changes, whoever learns of it first: the sender's own answer, or a status webhook.

The message's row is locked before its intent's, here as in every transaction that touches both: no deadlock.
"""

from datetime import datetime

from application.ports.ids import Ids
from application.ports.lanes import LaneKind
from application.ports.repositories.outbound import Intent
from application.ports.unit_of_work import Transaction
from domain.conversations.message import Message
from domain.shared.ids import ItemId, MessageId, ProviderMessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.failures import SendAccepted, SendFailure
from domain.whatsapp.inbound import Sender, SendFailed, lane_key


async def accept(tx: Transaction, intent: Intent, accepted: SendAccepted, *, ids: Ids, now: datetime) -> None:
    """Note that the provider took it, and what its early statuses said. Repeating it changes nothing."""
    message = await tx.messages.lock(intent.message_id)
    if message is None or not await tx.outbound.settle(intent.message_id):
        return
    message.provider_message_id = accepted.provider_message_id
    message.report(MessageStatus.SENT, at=now)
    await _apply_early_statuses(tx, message, accepted.provider_message_id, now=now)
    await tx.messages.save(message)
    await arm_timers(tx, intent.message_id, accepted_at=now)
    if message.status is MessageStatus.FAILED:
        _tell_flow(tx, intent, message, ids=ids, now=now)


async def arm_timers(tx: Transaction, message_id: MessageId, *, accepted_at: datetime) -> None:
    """Start the reply timeouts that count from this message's acceptance."""
    for timer in await tx.flow_sessions.arm_timers(message_id, accepted_at=accepted_at):
        if timer.due_at is not None:
            tx.lanes.wake(LaneKind.CONTACT, timer.lane_key, due_at=timer.due_at)


async def give_up(tx: Transaction, intent: Intent, failure: SendFailure, *, ids: Ids, now: datetime) -> None:
    """Note that it will not be sent, and tell the flow that waits on it."""
    message = await tx.messages.lock(intent.message_id)
    if message is None or not await tx.outbound.settle(intent.message_id):
        return
    message.report(MessageStatus.FAILED, at=now, error_code=failure.code, error_detail=failure.detail)
    await tx.messages.save(message)
    _tell_flow(tx, intent, message, ids=ids, now=now)


def _tell_flow(tx: Transaction, intent: Intent, message: Message, *, ids: Ids, now: datetime) -> None:
    """Put into the contact's lane, for the flow that waits on it, that the message failed."""
    if message.flow_session_id is None:
        return
    item = SendFailed(
        message_id=intent.message_id,
        recipient=Sender(wa_id=intent.wa_id, user_id=intent.user_id),
        code=message.error_code or "FAILED",
        detail=message.error_detail or "",
    )
    tx.lanes.put(lane_key(intent.config_id, intent.address), item=item, item_id=ItemId(ids.new()), at=now)


async def _apply_early_statuses(
    tx: Transaction, message: Message, provider_id: ProviderMessageId, *, now: datetime
) -> None:
    early = await tx.messages.take_parked(provider_id, config_id=message.whatsapp_config_id)
    for status in early:
        error = status.errors[0] if status.errors else None
        message.report(
            status.status,
            at=min(status.at, now),
            error_code=str(error.code) if error else None,
            error_detail=error.detail or error.title if error else None,
        )
