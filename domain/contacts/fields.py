"""Custom fields: what a company wants to know of its contacts, each value checked by the field's type."""

import re
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import urlsplit

from domain.shared.aggregate import Aggregate
from domain.shared.document import read_cnpj, read_cpf
from domain.shared.email import fold_email, is_email
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ContactFieldId
from domain.shared.phone import international, is_phone
from domain.shared.phrases import phrase

MAX_FIELDS = 100
"""Of a company; a form with more is filled in by nobody."""
MAX_LABEL = 100
MAX_OPTIONS = 100
MAX_OPTION = 100
MAX_FIELD_TEXT = 2_000
"""A paragraph; longer is a note."""
MAX_FIELD_URL = 2_000
MAX_NUMBER = 10**15
"""Every number below it is exact in every language that reads JSON."""
MAX_PLACE = 10_000

_KEY = re.compile(r"[a-z][a-z0-9_]{0,49}")


class FieldType(StrEnum):
    """What a value must be. A `document` is a CPF or CNPJ with the right check digits."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    DOCUMENT = "document"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"


CHOSEN = frozenset({FieldType.CHOICE, FieldType.CHOICES})
"""The types that have options."""


class ContactField(Aggregate, kw_only=True, eq=False):
    """A field. Its `key` is where the value lies in `attributes`, and never changes."""

    id: ContactFieldId
    key: str
    label: str
    type: FieldType
    created_at: datetime
    options: tuple[str, ...] = ()
    is_required: bool = False
    place: int = 0


class MisfitError(ValueError):
    """A value is none of this field's; `right` says what would be."""

    def __init__(self, template: str, /, **values: object) -> None:
        self.right = phrase(template, **values)
        super().__init__(str(self.right))


def fitted(field: ContactField, value: object) -> object:
    """Give the value as it is kept. Raises MisfitError."""
    match field.type:
        case FieldType.NUMBER:
            return _number(value)
        case FieldType.BOOLEAN:
            return _boolean(value)
        case FieldType.CHOICE:
            return _choice(field, value)
        case FieldType.CHOICES:
            return _choices(field, value)
        case _:
            return _of_text(field.type, value)


def _number(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= MAX_NUMBER:
        raise MisfitError("a number between -{limit} and {limit}", limit=MAX_NUMBER)
    return value


def _boolean(value: object) -> object:
    if not isinstance(value, bool):
        raise MisfitError("true or false")
    return value


def _choice(field: ContactField, value: object) -> object:
    if value not in field.options:
        raise MisfitError("one of the field's options")
    return value


def _choices(field: ContactField, value: object) -> object:
    if (
        not isinstance(value, list | tuple)
        or len(value) > MAX_OPTIONS
        or any(one not in field.options for one in value)
    ):
        raise MisfitError("a list of the field's options")
    return list(dict.fromkeys(value))


def _of_text(kind: FieldType, value: object) -> str:
    if not isinstance(value, str) or not value.strip() or "\x00" in value:
        raise MisfitError("a text that is not empty")
    text = value.strip()
    readers = {
        FieldType.DATE: _date,
        FieldType.DOCUMENT: _document,
        FieldType.EMAIL: _email,
        FieldType.PHONE: _phone,
        FieldType.URL: _url,
    }
    if kind in readers:
        return readers[kind](text)
    if len(text) > MAX_FIELD_TEXT:
        raise MisfitError("at most {limit} characters", limit=MAX_FIELD_TEXT)
    return text


def _date(text: str) -> str:
    try:
        found = date.fromisoformat(text) if len(text) == len("2026-08-12") else None
    except ValueError:
        found = None
    if found is None:
        raise MisfitError("a date such as 2026-08-12")
    return found.isoformat()


def _document(text: str) -> str:
    found = read_cpf(text) or read_cnpj(text)
    if found is None:
        raise MisfitError("a CPF or CNPJ with the right check digits")
    return found


def _email(text: str) -> str:
    if not is_email(fold_email(text)):
        raise MisfitError("an e-mail address")
    return fold_email(text)


def _phone(text: str) -> str:
    if not is_phone(text):
        raise MisfitError("a phone number with 6 to 15 digits")
    return international(text)


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        is_right = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        is_right = False
    if not is_right or len(text) > MAX_FIELD_URL or not text.isprintable() or " " in text:
        raise MisfitError("an address that begins with http:// or https://")
    return text


def wrong_in_field(
    *,
    key: str | None = None,
    label: str | None = None,
    kind: FieldType,
    options: tuple[str, ...],
) -> list[ErrorDetail]:
    """Find what is wrong with a field that is described so."""
    named = tuple(option.strip() for option in options)
    checks = {
        "key": (
            phrase("small letters, digits and underscores, a letter first"),
            key is None or bool(_KEY.fullmatch(key)),
        ),
        "label": (
            phrase("1 to {limit} characters, and no line breaks", limit=MAX_LABEL),
            label is None or _is_line(label, MAX_LABEL),
        ),
        "options": (
            phrase(
                "1 to {options} different ones of 1 to {option} characters for a choice, none for another type",
                options=MAX_OPTIONS,
                option=MAX_OPTION,
            ),
            _are_options(named) if kind in CHOSEN else not options,
        ),
    }
    return [ErrorDetail.of(field, message) for field, (message, is_right) in checks.items() if not is_right]


def _are_options(options: tuple[str, ...]) -> bool:
    are_different = len(set(options)) == len(options)
    return 0 < len(options) <= MAX_OPTIONS and are_different and all(_is_line(one, MAX_OPTION) for one in options)


def _is_line(text: str, longest: int) -> bool:
    return 0 < len(text.strip()) <= longest and text.strip().isprintable()


def with_values(
    fields: tuple[ContactField, ...], *, before: dict[str, object], given: dict[str, object], is_new: bool
) -> tuple[dict[str, object], list[ErrorDetail]]:
    """Lay what people give over what is there, checked by the fields; null takes a value away.

    What lies under a key that is no field was put there by a flow: it stays, and people change it as it is.
    """
    by_key = {field.key: field for field in fields}
    after, wrong = dict(before), list[ErrorDetail]()
    for key, value in given.items():
        field = by_key.get(key)
        if value is None and not (field is not None and field.is_required):
            after.pop(key, None)
        elif field is None:
            if before.get(key) != value:
                wrong.append(ErrorDetail(field=f"attributes.{key}", message="the company has no such field"))
        else:
            try:
                after[key] = fitted(field, value)
            except MisfitError as misfit:
                wrong.append(ErrorDetail.of(f"attributes.{key}", misfit.right))
    if is_new:
        missing = [key for key, field in by_key.items() if field.is_required and key not in given]
        wrong += [ErrorDetail(field=f"attributes.{key}", message="the company wants to know it") for key in missing]
    return after, wrong
