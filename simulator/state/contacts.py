from msgspec import Struct

from simulator.ids import user_id_of
from simulator.phones import digits_of, spellings_of

WINDOW_SECONDS = 24 * 3600  # Meta: the customer service window


class Contact(Struct, kw_only=True):
    """A customer as WhatsApp knows them."""

    wa_id: str
    user_id: str
    name: str = ""
    on_whatsapp: bool = True
    hides_phone: bool = False
    reads: bool = True


class NewContact(Struct, frozen=True, kw_only=True):
    """What `POST /_sim/contacts` asks for; `wa_id` may be the spelling without the ninth digit.

    `wrote_seconds_ago` says when they last wrote, for a customer who did so before the simulator started.
    """

    phone: str
    name: str | None = None
    wa_id: str | None = None
    user_id: str | None = None
    on_whatsapp: bool | None = None
    hides_phone: bool | None = None
    reads: bool | None = None
    wrote_seconds_ago: float | None = None


class ContactBook:
    """The customers, found by either spelling of a phone or by user id, and their open windows."""

    def __init__(self) -> None:
        self.contacts: dict[str, Contact] = {}
        self._by_spelling: dict[str, Contact] = {}
        self._by_user_id: dict[str, Contact] = {}
        self._last_inbound: dict[tuple[str, str], float] = {}

    def find(self, key: str) -> Contact | None:
        """Find by user id (`BR.…`) or by phone in any spelling."""
        return self._by_user_id.get(key) or self._by_spelling.get(digits_of(key))

    def meet(self, phone: str, *, name: str | None = None, user_id: str | None = None) -> Contact:
        """Return the customer with this phone, making them when they are new."""
        contact = self.find(phone)
        if contact is None:
            digits = digits_of(phone)
            contact = Contact(wa_id=digits, user_id=user_id or user_id_of(digits), name=name or "")
            self._index(contact)
        if name:
            contact.name = name
        if user_id and user_id != contact.user_id:
            self._by_user_id.pop(contact.user_id, None)
            contact.user_id = user_id
            self._by_user_id[user_id] = contact
        return contact

    def register(self, new: NewContact) -> Contact:
        """Add a customer or change one."""
        wa_id = digits_of(new.wa_id or new.phone)
        contact = self.meet(wa_id, name=new.name, user_id=new.user_id)
        if new.wa_id and contact.wa_id != wa_id:
            self.contacts.pop(contact.wa_id, None)
            contact.wa_id = wa_id
            self.contacts[wa_id] = contact
        for field in ("on_whatsapp", "hides_phone", "reads"):
            value = getattr(new, field)
            if value is not None:
                setattr(contact, field, value)
        return contact

    def _index(self, contact: Contact) -> None:
        self.contacts[contact.wa_id] = contact
        self._by_user_id[contact.user_id] = contact
        for spelling in spellings_of(contact.wa_id):
            self._by_spelling[spelling] = contact

    def open_window(self, phone_number_id: str, contact: Contact, *, now: float) -> None:
        """Start the customer service window again: the customer wrote."""
        self._last_inbound[phone_number_id, contact.wa_id] = now

    def has_window(self, phone_number_id: str, contact: Contact, *, now: float) -> bool:
        """Say whether free-form messages may go to this customer now."""
        return now - self._last_inbound.get((phone_number_id, contact.wa_id), float("-inf")) < WINDOW_SECONDS
