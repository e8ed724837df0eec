"""Turns the body of a Cloud API webhook into normalised items, whatever state it is in.

Meta: webhooks/reference (reference 1.4, 2, 3). Everything is looped over; an item that cannot be read is put aside
with its reason and does not harm its neighbours; what nobody here knows is kept as a notice.
"""

from collections.abc import Callable

import msgspec

from adapters.whatsapp.cloud.account import account_fact, told_at
from adapters.whatsapp.cloud.addressees import addressees_of
from adapters.whatsapp.cloud.envelope import Change, changes
from adapters.whatsapp.cloud.fields import UNREADABLE, Fields, elements_of, errors_of
from adapters.whatsapp.cloud.messages import echo_received, message_received
from adapters.whatsapp.cloud.people import Directory
from adapters.whatsapp.cloud.preferences import preference_told
from adapters.whatsapp.cloud.statuses import status_changed
from adapters.whatsapp.cloud.template_news import template_fact
from adapters.whatsapp.shared.cleaning import clean
from application.ports.whatsapp import Addressees
from domain.whatsapp.inbound import ContactItem, NoticeReceived, ParsedChange

CONVERSATION_FIELDS = frozenset({"messages", "smb_message_echoes", "user_preferences"})
"""The fields whose items are about a contact. `standby` is not one: another responder owns those threads (1.6)."""

FURNITURE = frozenset({"messaging_product", "metadata", "contacts"})
"""Keys of a value that say something about its items and are no items themselves."""

NULL_TEXT = b"null"


class CloudParser:
    """Reads webhooks: their items, and, without trusting them, the numbers they are for."""

    def parse(self, body: bytes) -> list[ParsedChange]:
        """Normalise the body, one entry a change. Raises MalformedWebhookError when it is not Meta's JSON at all."""
        return [_parsed(change) for change in changes(clean(body))]

    def addressees(self, body: bytes) -> Addressees:
        """Say whom a body is for; nobody when it is not understood."""
        return addressees_of(body)


class _Pile:
    """What has been read of one change so far."""

    def __init__(self, field: str) -> None:
        self._field = field
        self.items: list[ContactItem] = []
        self.notices: list[NoticeReceived] = []
        self.unreadable: list[tuple[str, bytes]] = []

    def read(self, key: str, raw: msgspec.Raw | None, reader: Callable[[msgspec.Raw], ContactItem | None]) -> None:
        """Read each element on its own; one that the reader has no item for is kept as a notice."""
        for element in self._elements(key, raw):
            try:
                item = reader(element)
            except UNREADABLE as error:
                self.unreadable.append((f"{key}: {error}", bytes(element)))
                continue
            if item is None:
                self.notice(key, element)
            else:
                self.items.append(item)

    def notice(self, key: str, raw: msgspec.Raw) -> None:
        """Keep as it came what is no item of a contact."""
        self.notices.append(NoticeReceived(field=f"{self._field}.{key}", payload=raw.copy()))

    def _elements(self, key: str, raw: msgspec.Raw | None) -> list[msgspec.Raw]:
        try:
            return elements_of(raw)
        except UNREADABLE as error:
            self.unreadable.append((f"{key}: {error}", bytes(raw or b"")))
            return []


def _parsed(change: Change) -> ParsedChange:
    if change.problem is not None:
        return _change_of(change, unreadable=((change.problem, bytes(change.raw)),))
    if change.field not in CONVERSATION_FIELDS:
        return _change_of(change, notices=(_notice(change),))
    if change.value is None:
        return _change_of(change, unreadable=((f"{change.field}: value is no object", bytes(change.raw)),))
    pile = _read(change.field, change.value)
    return _change_of(change, items=tuple(pile.items), notices=tuple(pile.notices), unreadable=tuple(pile.unreadable))


def _notice(change: Change) -> NoticeReceived:
    """Keep what is about no contact, with what it says of the number or its account."""
    return NoticeReceived(
        field=change.field,
        payload=change.payload.copy(),
        fact=account_fact(change.field, change.payload),
        template=template_fact(change.field, change.payload),
        told_at=told_at(change.time),
    )


def _read(field: str, value: Fields) -> _Pile:
    people = Directory(value.get("contacts"))
    change_errors = errors_of(value.get("errors"))
    pile = _Pile(field)
    readers: dict[str, Callable[[msgspec.Raw], ContactItem | None]] = {
        "messages": lambda raw: message_received(raw, people=people, change_errors=change_errors),
        "statuses": lambda raw: status_changed(raw, people=people),
        "message_echoes": lambda raw: echo_received(raw, people=people),
        "user_preferences": lambda raw: preference_told(raw, people=people),
    }
    for key, raw in value.items():
        if key in readers:
            pile.read(key, raw, readers[key])
        elif key not in FURNITURE and bytes(raw) != NULL_TEXT:
            pile.notice(key, raw)
    return pile


def _change_of(
    change: Change,
    *,
    items: tuple[ContactItem, ...] = (),
    notices: tuple[NoticeReceived, ...] = (),
    unreadable: tuple[tuple[str, bytes], ...] = (),
) -> ParsedChange:
    return ParsedChange(
        phone_number_id=change.phone_number_id,
        account_id=change.account_id,
        items=items,
        notices=notices,
        unreadable=unreadable,
    )
