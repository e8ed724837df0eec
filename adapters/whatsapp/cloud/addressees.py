"""Whom a delivery is for: asked before it is kept, thousands of times a second, so it is read in one pass.

Nearly every delivery names its number in the `metadata` of each change (reference 1.4), and one typed pass over the
bytes finds that. Whatever is not of this shape is walked change by change, as the parser walks it.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from adapters.whatsapp.cloud.envelope import Change, changes
from adapters.whatsapp.cloud.fields import UNREADABLE
from adapters.whatsapp.shared.cleaning import clean
from application.ports.whatsapp import Addressees, MalformedWebhookError


class _Metadata(msgspec.Struct):
    phone_number_id: str


class _Value(msgspec.Struct):
    metadata: _Metadata


class _Change(msgspec.Struct):
    value: _Value


class _Entry(msgspec.Struct):
    changes: list[_Change]


class _Usual(msgspec.Struct):
    object: Literal["whatsapp_business_account"]
    entry: list[_Entry]


_USUAL = msgspec.json.Decoder(_Usual)


def addressees_of(body: bytes) -> Addressees:
    """Give the numbers and the accounts; none when the body is not understood."""
    try:
        usual = _USUAL.decode(body)
    except UNREADABLE:
        return _walk(body)
    numbers = dict.fromkeys(change.value.metadata.phone_number_id for entry in usual.entry for change in entry.changes)
    if not all(number.isascii() and number.isdigit() for number in numbers):
        return _walk(body)
    return Addressees(phone_number_ids=tuple(numbers))


def _walk(body: bytes) -> Addressees:
    found = _changes_or_none(body)
    return Addressees(
        phone_number_ids=_distinct(change.phone_number_id for change in found),
        account_ids=_distinct(change.account_id for change in found if not change.phone_number_id),
    )


def _changes_or_none(body: bytes) -> list[Change]:
    try:
        return list(changes(clean(body)))
    except MalformedWebhookError:
        return []


def _distinct(ids: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for found in ids if found))
