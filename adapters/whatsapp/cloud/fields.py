"""Reads single JSON values of a webhook, each of which may be absent, null, or not what the manual says.

Facts are from the reference of Meta's wire, 1.4 and 2.12: ids are strings or numbers, timestamps seconds or
milliseconds, error codes may be quoted and `error_data` may be a string.
"""

from datetime import UTC, datetime
from typing import TypeVar

import msgspec

from domain.whatsapp.inbound import ProviderError

Fields = dict[str, msgspec.Raw]
"""A JSON object with its values unread."""

Id = str | int | None
"""An id: Meta writes a string in most places and a number in some."""

Moment = str | int | float | None
"""A time: a string of Unix seconds in most places, a number or milliseconds in some."""

ABSENT = msgspec.Raw()
NULL = msgspec.Raw(b"null")

UNREADABLE = (ValueError, ArithmeticError, RecursionError)
"""What reading hostile JSON raises: msgspec's errors are ValueErrors, deep nesting is a RecursionError."""

MILLISECONDS_FROM = 1_000_000_000_000
"""As seconds this would be the year 33658, as milliseconds it is 2001 (courier: whatsapp/api.go)."""

NO_CODE = -1
"""The code of an error that came without one; Meta's 0 means a refused token, so it cannot stand for nothing."""

MAX_CODE = 2**31 - 1
"""Codes are kept in a database integer; Meta's longest has seven digits."""

T = TypeVar("T")

_FIELDS = msgspec.json.Decoder(Fields)
_ELEMENTS = msgspec.json.Decoder(list[msgspec.Raw] | None)


class _Error(msgspec.Struct):
    code: Id = None
    title: str | None = None
    message: str | None = None
    error_data: msgspec.Raw = ABSENT


class _ErrorData(msgspec.Struct):
    details: str | None = None


_ERROR = msgspec.json.Decoder(_Error)
_ERROR_DATA = msgspec.json.Decoder(_ErrorData | str)


def optional(decoder: msgspec.json.Decoder[T], raw: msgspec.Raw | None) -> T | None:
    """Read an ornament: None when it is absent or not what it should be, as nothing hangs on it."""
    if not raw:
        return None
    try:
        return decoder.decode(raw)
    except UNREADABLE:
        return None


def fields_of(raw: msgspec.Raw | None) -> Fields | None:
    """Cut a JSON object into its unread values; None when it is no object."""
    return optional(_FIELDS, raw)


def elements_of(raw: msgspec.Raw | None) -> list[msgspec.Raw]:
    """Cut a JSON array into its unread elements; absent and null are empty. Raises ValueError for anything else."""
    return (_ELEMENTS.decode(raw) or []) if raw else []


def lenient_elements_of(raw: msgspec.Raw | None) -> list[msgspec.Raw]:
    """Cut a JSON array of ornaments: whatever is no array is empty."""
    return optional(_ELEMENTS, raw) or []


def text_of(value: Id) -> str | None:
    """Give an id as text; None when it is absent or blank."""
    text = "" if value is None else str(value).strip()
    return text or None


def required(value: Id, *, name: str) -> str:
    """Give an id as text. Raises ValueError when it is absent or blank."""
    text = text_of(value)
    if text is None:
        raise ValueError(f"{name} is absent")
    return text


def moment_of(value: Moment) -> datetime:
    """Give the time in UTC. Raises ValueError when there is none, or none that a calendar has."""
    try:
        seconds = float(value if value is not None else "")
        return datetime.fromtimestamp(seconds / 1000 if seconds >= MILLISECONDS_FROM else seconds, tz=UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ValueError("timestamp is absent or no time") from error


def errors_of(raw: msgspec.Raw | None) -> tuple[ProviderError, ...]:
    """Read a list of errors (`{code, title, message, error_data{details}}`); what is no error is left out."""
    read = (optional(_ERROR, element) for element in lenient_elements_of(raw))
    return tuple(_provider_error(error) for error in read if error is not None)


def whole_number_of(value: Id) -> int:
    """Give an error code, quoted or not; NO_CODE when it is absent, no number, or none that a code can be."""
    try:
        code = int(value if value is not None else NO_CODE)
    except ValueError:
        return NO_CODE
    return code if 0 <= code <= MAX_CODE else NO_CODE


def error_detail_of(error_data: msgspec.Raw) -> str:
    """Give the explanation in `error_data`, which is an object with `details` or plain text."""
    data = optional(_ERROR_DATA, error_data)
    details = data.details if isinstance(data, _ErrorData) else data
    return details or ""


def _provider_error(error: _Error) -> ProviderError:
    return ProviderError(
        code=whole_number_of(error.code),
        title=error.title or error.message or "",
        detail=error_detail_of(error.error_data) or error.message or "",
    )
