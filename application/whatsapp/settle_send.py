"""What a send's end changes, whoever learns of it first: the sender's own answer, or a status webhook.

The message's row is locked before its intent's, here as in every transaction that touches both: no deadlock.
"""

from collections.abc import Collection, Sequence
from datetime import datetime

from application.ports.ids import Ids
from application.ports.lanes import LaneKind
from application.ports.repositories.outbound import Intent
from application.ports.unit_of_work import Transaction
from domain.conversations.message import Message
from domain.shared.ids import ItemId, MessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.failures import SendAccepted, SendFailure
from domain.whatsapp.inbound import Sender, SendFailed, StatusChanged, counterpart, lane_key


async def accept_all(tx: Transaction, taken: Sequence[tuple[Intent, SendAccepted]], *, ids: Ids, now: datetime) -> None:
    """Note what the provider took, and what early statuses said of it. Repeating it changes nothing.

    However many they are, it is six statements: a busy number has its answers saved together.
    """
    by_id = {intent.message_id: (intent, accepted.provider_message_id) for intent, accepted in taken}
    locked = await tx.messages.lock_all(by_id)
    settled = await tx.outbound.settle_all([message.id for message in locked])
    messages = [message for message in locked if message.id in settled]
    if not messages:
        return
    for message in messages:
        message.provider_message_id = by_id[message.id][1]
        message.report(MessageStatus.SENT, at=now)
    await tx.messages.name_all(messages)
    await _apply_what_waited(tx, messages, ids=ids, now=now)
    await tx.messages.save_all(messages)
    await arm_timers(tx, [message.id for message in messages], accepted_at=now)
    for message in messages:
        if message.status is MessageStatus.FAILED:
            _tell_flow(tx, by_id[message.id][0], message, ids=ids, now=now)


async def arm_timers(tx: Transaction, message_ids: Collection[MessageId], *, accepted_at: datetime) -> None:
    """Start the reply timeouts that count from these messages' acceptance."""
    for timer in await tx.flow_sessions.arm_timers(message_ids, accepted_at=accepted_at):
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


async def _apply_what_waited(tx: Transaction, messages: Sequence[Message], *, ids: Ids, now: datetime) -> None:
    """Apply statuses that came before we knew the provider's ids; the messages are one number's.

    What else came before, a reaction, goes back into its contact's lane, which finds the message now.
    """
    named = {message.provider_message_id: message for message in messages if message.provider_message_id is not None}
    config_id = messages[0].whatsapp_config_id
    for status in await tx.messages.take_parked([*named], config_id=config_id):
        if not isinstance(status, StatusChanged):
            key = lane_key(config_id, counterpart(status).address)
            tx.lanes.put(key, item=status, item_id=ItemId(ids.new()), at=now)
            continue
        error = status.errors[0] if status.errors else None
        named[status.provider_message_id].report(
            status.status,
            at=min(status.at, now),
            error_code=str(error.code) if error else None,
            error_detail=error.detail or error.title if error else None,
        )
