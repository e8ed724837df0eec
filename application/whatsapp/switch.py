"""The step that switching a number on and off share."""

from datetime import datetime

from application.ports.audit import Subject
from application.ports.lanes import LaneKind
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.shared.ids import WhatsAppConfigId


async def switch(tx: Transaction, config_id: WhatsAppConfigId, *, on: bool, now: datetime) -> bool:
    """Switch it, and have its lane looked at; say whether it was otherwise. Raises ConfigNotFoundError."""
    config = await tx.whatsapp_configs.get(config_id)
    if config.is_active == on:
        return False
    config.switch(on=on)
    await tx.whatsapp_configs.save(config)
    tx.lanes.wake(LaneKind.NUMBER, str(config_id), due_at=now)
    return True


def tell(tx: Transaction, action: AuditAction, actor: Actor, config_id: WhatsAppConfigId) -> None:
    """Write it into the audit log."""
    tx.audit.record(action, by=actor.author, on=Subject(type="whatsapp_config", id=config_id))
