"""What a provider says of a linked phone is written down, and the number waits or goes on."""

from datetime import datetime

from application.ports.lanes import LaneKind
from application.ports.unit_of_work import Transaction
from domain.whatsapp.config import ConnectionState, WhatsAppConfig
from domain.whatsapp.hear_connection import hear_connection
from domain.whatsapp.inbound import ConnectionChanged


async def note_connection(tx: Transaction, config: WhatsAppConfig, told: ConnectionChanged, *, now: datetime) -> None:
    """Apply it to the config and save it; told twice, it is the same. An open phone wakes what waited for it."""
    if not hear_connection(config, told, at=now):
        return
    await tx.whatsapp_configs.save(config)
    if told.state is ConnectionState.OPEN:
        tx.lanes.wake(LaneKind.NUMBER, str(config.id), due_at=now)
