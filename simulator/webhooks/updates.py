"""What a webhook says, before it is batched into a body."""

from collections.abc import Sequence

from msgspec import UNSET, Struct, UnsetType, field

from simulator.errors import StatusError
from simulator.state.contacts import Contact
from simulator.state.numbers import Number, Waba
from simulator.wire import JsonObject


class Profile(Struct, frozen=True):
    """The name a customer chose."""

    name: str


class WireContact(Struct, frozen=True, kw_only=True):
    """One of `value.contacts[]`; the phone is absent for those who hide it."""

    profile: Profile | UnsetType = UNSET
    wa_id: str | UnsetType = UNSET
    user_id: str


class Origin(Struct, frozen=True):
    """Why the conversation exists."""

    type: str


class ConversationInfo(Struct, frozen=True, kw_only=True):
    """The conversation a `sent` status belongs to."""

    id: str
    expiration_timestamp: str
    origin: Origin


class Pricing(Struct, frozen=True, kw_only=True):
    """What the message costs (Meta: per-message pricing since July 2025)."""

    billable: bool
    pricing_model: str = "PMP"
    type: str
    category: str


class WireStatus(Struct, frozen=True, kw_only=True):
    """One of `value.statuses[]`."""

    id: str
    status: str
    timestamp: str
    recipient_id: str | UnsetType = UNSET
    recipient_user_id: str | UnsetType = UNSET
    conversation: ConversationInfo | UnsetType = UNSET
    pricing: Pricing | UnsetType = UNSET
    errors: list[StatusError] | UnsetType = UNSET
    biz_opaque_callback_data: str | UnsetType = UNSET


class Metadata(Struct, frozen=True, kw_only=True):
    """Which business number it is about."""

    display_phone_number: str
    phone_number_id: str


class Value(Struct, kw_only=True):
    """The `value` of a change of the field `messages`."""

    messaging_product: str = "whatsapp"
    metadata: Metadata
    contacts: list[WireContact] | UnsetType = UNSET
    messages: list[JsonObject] | UnsetType = UNSET
    statuses: list[WireStatus] | UnsetType = UNSET


class Change(Struct, kw_only=True):
    """One of `entry[].changes[]`."""

    field_: str = field(name="field")
    value: Value | JsonObject


class Entry(Struct, kw_only=True):
    """One of `entry[]`; `time` is there for account fields only, as with Meta."""

    id: str
    time: int | UnsetType = UNSET
    changes: list[Change]


class Body(Struct, kw_only=True):
    """A whole webhook."""

    object: str = "whatsapp_business_account"
    entry: list[Entry]


class Update(Struct, kw_only=True):
    """One message, one status, or one account change, on its way to one callback."""

    kind: str
    waba: Waba
    number: Number | None = None
    wamid: str = ""
    contact: WireContact | None = None
    message: JsonObject | None = None
    status: WireStatus | None = None
    other: JsonObject | None = None


def wire_contact(contact: Contact, *, with_profile: bool) -> WireContact:
    """Return how Meta introduces a customer."""
    return WireContact(
        profile=Profile(contact.name) if with_profile and contact.name else UNSET,
        wa_id=UNSET if contact.hides_phone else contact.wa_id,
        user_id=contact.user_id,
    )


def body_of(updates: Sequence[Update], *, now: float) -> Body:
    """Join updates into one body: an entry per WABA, a change per number and kind."""
    entries: dict[str, Entry] = {}
    values: dict[tuple[str, bool], Value] = {}
    for update in updates:
        waba_id = update.waba.waba_id
        entry = entries.get(waba_id)
        if entry is None:
            entry = entries[waba_id] = Entry(id=waba_id, changes=[])
        if update.other is not None:
            entry.time = int(now)
            entry.changes.append(Change(field_=update.kind, value=update.other))
            continue
        number = update.number
        assert number is not None  # noqa: S101 — only account changes have no number
        key = (number.phone_number_id, update.status is not None)
        value = values.get(key)
        if value is None:
            value = values[key] = _empty_value(number)
            entry.changes.append(Change(field_="messages", value=value))
        _put(value, update)
    return Body(entry=list(entries.values()))


def _empty_value(number: Number) -> Value:
    return Value(metadata=Metadata(display_phone_number=number.digits, phone_number_id=number.phone_number_id))


def _put(value: Value, update: Update) -> None:
    if update.contact is not None:
        if value.contacts is UNSET:
            value.contacts = []
        if update.contact not in value.contacts:
            value.contacts.append(update.contact)
    if update.message is not None:
        if value.messages is UNSET:
            value.messages = []
        value.messages.append(update.message)
    if update.status is not None:
        if value.statuses is UNSET:
            value.statuses = []
        value.statuses.append(update.status)
