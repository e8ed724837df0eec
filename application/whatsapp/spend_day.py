"""A number wants to send, and is told how many of its messages its own day still allows."""

from datetime import datetime

from application.ports.repositories.outbound import Sendable
from application.ports.unit_of_work import Transaction
from application.whatsapp.pause_number import hold_number
from domain.whatsapp.config import PauseReason, WhatsAppConfig


async def within_day(
    tx: Transaction, config: WhatsAppConfig, granted: list[Sendable], *, now: datetime
) -> tuple[list[Sendable], datetime | None]:
    """Give those that may go today; and until when the number is paused, where the others wait for tomorrow.

    One that went out before was counted then. A number without a daily limit counts nothing. The day is the tenant's.
    """
    new = [sendable for sendable in granted if sendable.intent.submitted_at is None]
    if config.daily_limit is None or not new:
        return granted, None
    allowed, ends_at = await tx.outbound.spend_day(config.id, limit=config.daily_limit, wanted=len(new), now=now)
    if allowed == len(new):
        return granted, None
    await hold_number(tx, config.id, until=ends_at, reason=PauseReason.DAILY_LIMIT)
    beyond = {sendable.intent.message_id for sendable in new[allowed:]}
    return [sendable for sendable in granted if sendable.intent.message_id not in beyond], ends_at
