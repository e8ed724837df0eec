"""Whom a chunk of rows is about: those who are in the database, and those whom an earlier row has brought."""

from collections.abc import Iterable

from application.contacts.row_reader import Draft
from application.ports.repositories.contact_batches import KnownContact
from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact
from domain.contacts.tag import MAX_TAGS_EACH
from domain.shared.ids import ContactId, TagId


class KnownPeople:
    """Finds by phone in any spelling; a row without a phone by its e-mail."""

    def __init__(self, known: Iterable[KnownContact]) -> None:
        self._by_phone: dict[str, Contact] = {}
        self._by_email: dict[str, Contact] = {}
        self._tags: dict[ContactId, frozenset[TagId]] = {}
        for one in known:
            self._tags[one.contact.id] = one.tag_ids
            for key in one.phone_keys:
                self._by_phone.setdefault(key, one.contact)
            if one.contact.phone_key is not None:
                self._by_phone[one.contact.phone_key] = one.contact
            if one.contact.email is not None and not one.contact.is_gone:
                self._by_email.setdefault(one.contact.email, one.contact)

    @classmethod
    async def among(cls, tx: Transaction, drafts: list[Draft]) -> "KnownPeople":
        """Find those whom rows are about."""
        right = [draft for draft in drafts if not draft.errors]
        phone_keys = {key for draft in right if (key := draft.key) is not None}
        emails = {email for draft in right if (email := draft.email_key) is not None}
        return cls(await tx.contact_batches.known(phone_keys=phone_keys, emails=emails))

    @property
    def locked(self) -> set[ContactId]:
        """Give who was in the database."""
        return set(self._tags)

    def of(self, draft: Draft) -> Contact | None:
        """Give whom a row is about; None for somebody new."""
        if (key := draft.key) is not None:
            return self._by_phone.get(key)
        email = draft.email_key
        return self._by_email.get(email) if email is not None else None

    def remember(self, contact: Contact, draft: Draft) -> None:
        """Know somebody whom this row brought, for those that follow."""
        if (key := draft.key) is not None:
            self._by_phone[key] = contact
        if contact.email is not None:
            self._by_email.setdefault(contact.email, contact)

    def has_room(self, contact: Contact | None, tag_ids: set[TagId]) -> bool:
        """Whether somebody can have these tags beside their own."""
        own = self._tags.get(contact.id, frozenset()) if contact is not None else frozenset()
        return len(own | tag_ids) <= MAX_TAGS_EACH
