"""What may be written about a contact: the checks that creating and changing one share."""

import re
from collections.abc import Mapping

from application.ports.unit_of_work import Transaction
from application.shared.time_zones import wrong_time_zone
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.contacts.errors import ContactExistsError
from domain.shared.email import fold_email, is_email
from domain.shared.errors import ErrorDetail, InvalidError, StaleVersionError
from domain.shared.phone import international, is_phone, phone_key, spellings
from domain.shared.phrases import phrase

MAX_CONTACT_NAME = 200
"""A line on the widest screen."""
MAX_SOURCE = 50
EVERYWHERE = "*"
"""The scope of a phone: it names the same person to every business."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")
_SOURCE = re.compile(r"[a-z][a-z0-9_-]{0,49}")


def wrong_in_contact(given: Mapping[str, str | None]) -> list[ErrorDetail]:
    """Find what is wrong with the texts that are given, by the names of their fields; None takes one away."""
    checks = {
        "name": (phrase("1 to {limit} characters, and no line breaks", limit=MAX_CONTACT_NAME), _is_line),
        "phone": (phrase("a phone number with 6 to 15 digits"), is_phone),
        "email": (phrase("an e-mail address"), lambda text: is_email(fold_email(text))),
        "language": (phrase("a language such as pt-BR"), lambda text: _LANGUAGE.fullmatch(text) is not None),
        "time_zone": (phrase("an IANA name, such as America/Sao_Paulo"), lambda text: not wrong_time_zone(text)),
        "source": (
            phrase("small letters and digits, at most {limit}", limit=MAX_SOURCE),
            lambda text: _SOURCE.fullmatch(text) is not None,
        ),
    }
    texts = {field: text for field, text in given.items() if text is not None}
    return [
        ErrorDetail.of(field, message)
        for field, (message, is_right) in checks.items()
        if field in texts and not is_right(texts[field])
    ]


def refuse(wrong: list[ErrorDetail], *, what: str) -> None:
    """Raise InvalidError if anything is wrong; `what` says what cannot be done."""
    if wrong:
        raise InvalidError(what, details=tuple(wrong))


def refuse_stale(thing: str, *, found: int, expected: int | None) -> None:
    """Raise StaleVersionError where the caller has read another version."""
    if expected is not None and expected != found:
        raise StaleVersionError(f"The {thing} was changed by somebody else; read it again.")


def as_kept(field: str, text: str | None) -> str | None:
    """Give a text as it is kept: phones as digits with their country, e-mails folded, the rest trimmed."""
    if text is None:
        return None
    if field == "phone":
        return international(text)
    return fold_email(text) if field == "email" else text.strip()


async def holders_of(tx: Transaction, phone: str | None) -> list[Contact]:
    """Give who is known by this phone in any spelling, also those that were deleted."""
    if not phone:
        return []
    names = tuple(
        Identity(kind=IdentityKind.WA_ID, scope=EVERYWHERE, value=spelled)
        for spelled in sorted({phone, *spellings(phone)})
    )
    return await tx.contacts.find(names, phone_key=phone_key(phone))


def refuse_others(found: list[Contact], *, own: Contact | None = None) -> None:
    """Keep a phone one contact's. Raises ContactExistsError, whose detail names the other."""
    other = next((one for one in found if own is None or one.id != own.id), None)
    if other is not None:
        detail = ErrorDetail(field="phone", message="{value}", values={"value": other.id})
        raise ContactExistsError("Another contact has this phone.", details=(detail,))


def _is_line(text: str) -> bool:
    return 0 < len(text.strip()) <= MAX_CONTACT_NAME and text.strip().isprintable()
