"""Where a contact is reached on a number."""

from collections.abc import Iterable

import msgspec

from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.shared.errors import ConflictError
from domain.shared.phone import phone_key
from domain.whatsapp.config import ApiType, WhatsAppConfig


class UnreachableContactError(ConflictError):
    """The contact has no phone and no id that this number could write to."""

    code = "CONTACT_UNREACHABLE"


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """The phone as received (it wins: Meta prefers it), the BSUID, and the spelling that names the lane."""

    wa_id: str | None
    user_id: str | None
    address: str


async def recipient_of(tx: Transaction, contact: Contact, *, config: WhatsAppConfig) -> Address:
    """Choose among the contact's names. Raises UnreachableContactError."""
    found = address_of(contact.phone, await tx.contacts.identities(contact.id), config=config)
    if found is None:
        raise UnreachableContactError("The contact has neither a phone nor an id on this number.")
    return found


def address_of(phone: str | None, identities: Iterable[Identity], *, config: WhatsAppConfig) -> Address | None:
    """Choose among a contact's names; None where this number could write to none of them.

    WhatsApp's hidden id stands for who shows no phone, on numbers whose provider can write to it.
    """
    wa_id, user_id, lid = phone, None, None
    for identity in identities:
        if identity.kind is IdentityKind.WA_ID:
            wa_id = wa_id or identity.value
        elif identity.kind is IdentityKind.LID:
            lid = lid or identity.value
        elif identity.scope == config.business_account_id:
            user_id = user_id or identity.value
    if config.api_type is ApiType.EVOLUTION:
        user_id = lid if wa_id is None else None
    if wa_id is None and user_id is None:
        return None
    return Address(wa_id=wa_id, user_id=user_id, address=user_id or phone_key(wa_id or ""))
