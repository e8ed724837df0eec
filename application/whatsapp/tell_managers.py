"""Those who manage numbers are told that something is new with one."""

from application.ports.unit_of_work import Transaction
from domain.identity.permissions import Permission
from domain.shared.notification import Notification
from domain.whatsapp.config import WhatsAppConfig


async def tell_managers(tx: Transaction, config: WhatsAppConfig, *, change: str) -> None:
    """Leave a notice for everybody who holds whatsapp:manage with the config; it is written when that is saved."""
    people = await tx.users.who_may(Permission.WHATSAPP_MANAGE)
    if not people:
        return
    data: dict[str, object] = {
        "whatsapp_config_id": str(config.id),
        "name": config.name,
        "change": change,
        "pause_reason": config.pause_reason,
        "quality_rating": config.quality_rating,
        "messaging_tier": config.messaging_tier,
    }
    config.record(Notification(kind="whatsapp_config", user_ids=tuple(people), data=data))
