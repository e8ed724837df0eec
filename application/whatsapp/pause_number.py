"""A number is held while something is wrong with it, and let go when it works again.

It is written down, as a message that is queued meanwhile wakes the lane, and must wait too.
"""

from datetime import datetime, timedelta

from application.ports.unit_of_work import Transaction
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig

LOOK_AGAIN = timedelta(hours=1)
"""However long a number is paused, what is unknown of its messages is decided."""

SWITCHED_OFF_PAUSE = timedelta(minutes=1)


def held_until(config: WhatsAppConfig, *, now: datetime) -> datetime | None:
    """Say until when the number sends nothing; None when it may. What is left of a removed one is ended at once."""
    if config.is_deleted:
        return None
    if not config.is_active:
        return now + SWITCHED_OFF_PAUSE
    if config.paused_until is not None and config.is_paused(now=now):
        return min(config.paused_until, now + LOOK_AGAIN)
    return None


async def hold_number(tx: Transaction, config_id: WhatsAppConfigId, *, until: datetime, reason: str | None) -> None:
    """Send nothing by this number until then."""
    config = await tx.whatsapp_configs.recall(config_id)
    config.pause(until=until, reason=reason)
    await tx.whatsapp_configs.save(config)


async def let_number_go(tx: Transaction, config_id: WhatsAppConfigId, *, reason: str | None) -> None:
    """End the pause, if it is still the one with this reason: the provider may have stopped the number meanwhile."""
    config = await tx.whatsapp_configs.recall(config_id)
    if config.pause_reason == reason:
        config.resume()
        await tx.whatsapp_configs.save(config)
