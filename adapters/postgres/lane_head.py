"""Reads what lies in a contact's lane."""

from collections.abc import Sequence

import msgspec

from adapters.postgres.connection import Row
from adapters.postgres.repositories.whatsapp_configs import to_domain
from application.ports.lanes import LaneHead, LaneItem, UnreadableItemError
from domain.shared.ids import ItemId
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.inbound import ContactItem

_DECODER: msgspec.json.Decoder[ContactItem] = msgspec.json.Decoder(ContactItem)


def to_item(row: Row) -> LaneItem:
    """Read an item. Raises UnreadableItemError."""
    try:
        item = _DECODER.decode(row["item"])
    except msgspec.MsgspecError as error:
        raise UnreadableItemError(str(error)) from error
    return LaneItem(id=ItemId(row["item_id"]), item=item, received_at=row["received_at"], attempts=row["attempts"])


def to_head(rows: Sequence[Row]) -> LaneHead:
    """Read the rows of OPEN: the config and the next timer stand in each. Raises ConfigNotFoundError as well."""
    if not rows:
        raise ConfigNotFoundError("There is no such WhatsApp config.")
    items = [to_item(row) for row in rows if row["item_id"] is not None]
    return LaneHead(config=to_domain(rows[0]), items=items, next_timer=rows[0]["next_timer"])
