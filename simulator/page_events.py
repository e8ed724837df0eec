"""What an open phone page is told."""

from msgspec import Struct

from simulator.state.conversations import PhoneMessage


class MessageEvent(Struct, frozen=True, tag="message", tag_field="kind"):
    """A message appeared on a phone, or one changed (a reaction, a press)."""

    message: PhoneMessage


class StatusEvent(Struct, frozen=True, tag="status", tag_field="kind", kw_only=True):
    """A message's ticks moved."""

    id: str
    contact: str
    phone_number_id: str
    status: str
    error_code: int | None


class TypingEvent(Struct, frozen=True, tag="typing", tag_field="kind", kw_only=True):
    """The business shows that it is typing."""

    contact: str
    phone_number_id: str


class ContactsEvent(Struct, frozen=True, tag="contacts", tag_field="kind"):
    """The list of customers or numbers changed."""


class FaultsEvent(Struct, frozen=True, tag="faults", tag_field="kind"):
    """The faults changed."""


def status_event(message: PhoneMessage) -> StatusEvent:
    """Return the event for a message's present ticks."""
    return StatusEvent(
        id=message.id,
        contact=message.contact,
        phone_number_id=message.phone_number_id,
        status=message.status,
        error_code=message.error_code,
    )
