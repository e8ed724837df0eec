"""A person has the conversation: end the bot's session, and stop what it has not sent yet."""

from datetime import datetime

import msgspec

from application.ports.unit_of_work import Transaction
from domain.conversations.message import SenderKind
from domain.flows.session import SessionStatus, ended
from domain.shared.ids import ConversationId


async def silence_bot(tx: Transaction, conversation_id: ConversationId, *, reason: str, now: datetime) -> None:
    """Cancel the running session, its timers, and its queued messages, in the transaction that changes hands."""
    running = await tx.flow_sessions.find_running(conversation_id)
    if running is not None:
        cancelled = ended(running.session, status=SessionStatus.CANCELLED, outcome=reason, at=now)
        await tx.flow_sessions.save(msgspec.structs.replace(running, session=cancelled))
        await tx.flow_sessions.cancel_timers(running.session.id)
    await tx.outbound.cancel_queued(conversation_id, sender=SenderKind.BOT)
