"""Turns the body of an Evolution API webhook into normalised items, whatever state it is in (reference 5 to 7).

One POST is one event of one instance; its `data` is an object, or in places an array. An element that cannot be read is
put aside with its reason and does not harm its neighbours; what nobody here knows is kept as a notice. The envelope
holds our secret address and perhaps the API key, so nothing but `data` is ever kept.
"""

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec

from adapters.whatsapp.evolution.fields import UNREADABLE, Node
from adapters.whatsapp.evolution.messages import deleted, edited, sent, upserted
from adapters.whatsapp.evolution.statuses import connection_changed, status_changed
from adapters.whatsapp.shared.cleaning import clean
from application.ports.whatsapp import MalformedWebhookError
from domain.whatsapp.inbound import ContactItem, NoticeReceived, ParsedChange

Reader = Callable[[Node, datetime], ContactItem | None]

READERS: dict[str, Reader] = {
    "messages.upsert": lambda data, at: upserted(data, at=at),
    "messages.update": lambda data, at: status_changed(data, at=at),
    "messages.edited": lambda data, at: edited(data, at=at),
    "messages.delete": lambda data, at: deleted(data, at=at),
    "send.message": lambda data, at: sent(data, at=at),
}
"""The events whose data is about a customer's conversation."""

CONNECTION = "connection.update"

PASSED_OVER = frozenset(
    {
        "qrcode.updated",
        "contacts.update",
        "contacts.upsert",
        "contacts.set",
        "chats.update",
        "chats.upsert",
        "chats.set",
        "presence.update",
        "messages.set",
    }
)
"""What is not kept even as a notice: a QR code is a key to the number, and the others come by the hundred and hold an
address book; names are learnt from messages."""


class EvolutionParser:
    """Implements WebhookParser."""

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """Take the clock that dates statuses, which come without a time of their own."""
        self._now = now

    def parse(self, body: bytes) -> list[ParsedChange]:
        """Normalise the body. Raises MalformedWebhookError when it is not the provider's JSON at all."""
        try:
            envelope = Node(msgspec.json.decode(clean(body)))
        except UNREADABLE as error:
            raise MalformedWebhookError(f"not a webhook: {error}") from error
        event = envelope.at("event").word()
        if event is None:
            raise MalformedWebhookError("an object without an event")
        return [self._parsed(event.lower(), envelope)]

    def _parsed(self, event: str, envelope: Node) -> ParsedChange:
        instance, data = envelope.at("instance").word(), envelope.at("data")
        if event == CONNECTION:
            return ParsedChange(phone_number_id=None, account_id=instance, connection=connection_changed(data))
        if event in PASSED_OVER:
            return ParsedChange(phone_number_id=None, account_id=instance)
        reader = READERS.get(event)
        if reader is None:
            notice = NoticeReceived(field=event, payload=data.raw())
            return ParsedChange(phone_number_id=None, account_id=instance, notices=(notice,))
        return self._read(event, data, reader, instance=instance)

    def _read(self, event: str, data: Node, reader: Reader, *, instance: str | None) -> ParsedChange:
        """Read each element on its own; one that the reader has no item for is nothing to us."""
        items: list[ContactItem] = []
        unreadable: list[tuple[str, bytes]] = []
        elements = list(data.elements())
        if not elements:
            unreadable.append((f"{event}: data is no object", bytes(data.raw())))
        now = self._now()
        for element in elements:
            try:
                item = reader(element, now)
            except UNREADABLE as error:
                unreadable.append((f"{event}: {error}", bytes(element.raw())))
            else:
                items += [item] if item is not None else []
        return ParsedChange(phone_number_id=None, account_id=instance, items=tuple(items), unreadable=tuple(unreadable))
