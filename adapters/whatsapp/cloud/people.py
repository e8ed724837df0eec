"""Who an item is about: the ids on the item itself, joined with the webhook's `contacts`.

Meta: business-scoped user ids (reference 2.1, 2.17). Any id may be missing; a contact is joined by user id, then by
the digits of its phone, never by its position; a user id may even stand where a phone is expected.
"""

import re

import msgspec

from adapters.whatsapp.cloud.fields import ABSENT, Id, lenient_elements_of, optional, text_of
from domain.shared.phone import digits, is_phone
from domain.whatsapp.inbound import Sender

_USER_ID = re.compile(r"[A-Z]{2}\.")
"""How a business-scoped user id starts: the country, then a dot."""


class _Profile(msgspec.Struct):
    name: str | None = None
    username: str | None = None


class _Contact(msgspec.Struct):
    wa_id: Id = None
    user_id: Id = None
    parent_user_id: Id = None
    profile: msgspec.Raw = ABSENT


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """The ids by which an item itself names a person."""

    address: Id = None
    user_id: Id = None
    parent_user_id: Id = None


_PROFILE = msgspec.json.Decoder(_Profile)
_CONTACT = msgspec.json.Decoder(_Contact)


class Directory:
    """The `contacts` of one change, found by user id or phone."""

    def __init__(self, raw: msgspec.Raw | None) -> None:
        self._people: dict[str, Sender] = {}
        for element in lenient_elements_of(raw):
            contact = optional(_CONTACT, element)
            if contact is not None:
                self._add(contact)

    def person(self, names: Names) -> Sender:
        """Give the person whom an item names. Raises ValueError when it gives neither a phone nor a user id."""
        wa_id, user_id = _ids(names)
        known = self._people.get(user_id or "") or self._people.get(wa_id or "") or Sender()
        person = Sender(
            wa_id=wa_id or known.wa_id,
            user_id=user_id or known.user_id,
            parent_user_id=text_of(names.parent_user_id) or known.parent_user_id,
            username=known.username,
            name=known.name,
        )
        if not person.address:
            raise ValueError("nobody is named: neither a phone nor a user id")
        return person

    def _add(self, contact: _Contact) -> None:
        profile = optional(_PROFILE, contact.profile) or _Profile()
        wa_id, user_id = _ids(Names(address=contact.wa_id, user_id=contact.user_id))
        person = Sender(
            wa_id=wa_id,
            user_id=user_id,
            parent_user_id=text_of(contact.parent_user_id),
            username=text_of((profile.username or "").lstrip("@")),
            name=text_of(profile.name),
        )
        for key in (wa_id, user_id):
            if key:
                self._people[key] = person


def split_address(value: Id) -> tuple[str | None, str | None]:
    """Give (phone, user id) of what stands in `from`, `to`, `wa_id` or `recipient_id`; at most one is there."""
    text = (text_of(value) or "").lstrip("+")
    if _USER_ID.match(text):
        return None, text
    return (digits(text) if text.isascii() and is_phone(text) else None), None


def _ids(names: Names) -> tuple[str | None, str | None]:
    wa_id, misplaced = split_address(names.address)
    return wa_id, text_of(names.user_id) or misplaced
