"""Have a flow begin with a contact: in their lane, after all that lies there."""

from datetime import datetime
from uuid import UUID, uuid5

from application.conversations.recipient import Address
from application.ports.unit_of_work import Transaction
from domain.shared.ids import FlowSessionId, ItemId, WhatsAppConfigId
from domain.whatsapp.inbound import FlowWanted, Sender, lane_key


def order_flow(
    tx: Transaction, config_id: WhatsAppConfigId, wanted: FlowWanted, *, session_id: FlowSessionId, now: datetime
) -> None:
    """Put it; the session's id is the item's, so what is ordered twice begins once."""
    key = lane_key(config_id, wanted.recipient.address)
    tx.lanes.put(key, item=wanted, item_id=ItemId(session_id), at=now)


def sender_of(address: Address) -> Sender:
    """Name the contact as their lane does."""
    return Sender(wa_id=address.wa_id, user_id=address.user_id)


def session_of(cause: UUID, name: UUID) -> FlowSessionId:
    """Give the id of the session that begins for a cause; the same one whenever it is asked again.

    It tells the time that the cause's id tells, so that sessions stay in the order of their ids.
    """
    chance = uuid5(cause, str(name)).int
    when, low = cause.int >> 80, chance & ((1 << 62) - 1)
    return FlowSessionId(UUID(int=when << 80 | 7 << 76 | (chance >> 64 & 0xFFF) << 64 | 2 << 62 | low))
