"""The outside of a webhook: `entry[] -> changes[] -> value`, walked without trusting any of it.

Meta: webhooks/create_webhook_endpoint. One POST may mix numbers, accounts and fields, up to 1,000 updates in 3 MB.
Each level is cut out unread (`msgspec.Raw`) and read on its own, so that a fault stays where it is.
"""

from collections.abc import Iterator

import msgspec

from adapters.whatsapp.cloud.fields import NULL, UNREADABLE, Fields, Id, fields_of, optional, text_of
from application.ports.whatsapp import MalformedWebhookError

OBJECT = "whatsapp_business_account"
"""What Meta calls the object of every WhatsApp webhook; pages and Instagram have their own."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change, cut out. `value` is None when it is no object; `problem` says why not even that much was read."""

    raw: msgspec.Raw
    account_id: str | None = None
    phone_number_id: str | None = None
    field: str = "unknown"
    payload: msgspec.Raw = NULL
    value: Fields | None = None
    time: msgspec.Raw = NULL
    problem: str | None = None


class _Envelope(msgspec.Struct):
    object: str
    entry: list[msgspec.Raw]


class _Entry(msgspec.Struct):
    changes: list[msgspec.Raw]
    id: msgspec.Raw = NULL
    time: msgspec.Raw = NULL


class _Change(msgspec.Struct):
    field: str = "unknown"
    value: msgspec.Raw = NULL


class _Number(msgspec.Struct):
    phone_number_id: Id = None


class _Account(msgspec.Struct):
    waba_id: Id = None


_ENVELOPE = msgspec.json.Decoder(_Envelope)
_ENTRY = msgspec.json.Decoder(_Entry)
_ID: msgspec.json.Decoder[Id] = msgspec.json.Decoder(Id)
_CHANGE = msgspec.json.Decoder(_Change)
_NUMBER = msgspec.json.Decoder(_Number)
_ACCOUNT = msgspec.json.Decoder(_Account)


def changes(body: bytes) -> Iterator[Change]:
    """Walk through the changes in order. Raises MalformedWebhookError when there is no envelope at all."""
    try:
        envelope = _ENVELOPE.decode(body)
    except UNREADABLE as error:
        raise MalformedWebhookError(f"not a webhook: {error}") from error
    if envelope.object != OBJECT:
        raise MalformedWebhookError("a webhook about something other than a WhatsApp business account")
    for raw in envelope.entry:
        yield from _changes_of(raw)


def _changes_of(raw: msgspec.Raw) -> Iterator[Change]:
    try:
        entry = _ENTRY.decode(raw)
    except UNREADABLE as error:
        yield Change(raw=raw, problem=f"entry: {error}")
        return
    for change in entry.changes:
        yield _change(change, account_id=text_of(optional(_ID, entry.id)), time=entry.time)


def _change(raw: msgspec.Raw, *, account_id: str | None, time: msgspec.Raw) -> Change:
    try:
        change = _CHANGE.decode(raw)
    except UNREADABLE as error:
        return Change(raw=raw, account_id=account_id, problem=f"change: {error}")
    value = fields_of(change.value)
    return Change(
        raw=raw,
        account_id=_account_id(value, entry_id=account_id),
        phone_number_id=_phone_number_id(value),
        field=change.field,
        payload=change.value,
        value=value,
        time=time,
    )


def _phone_number_id(value: Fields | None) -> str | None:
    """Give the number that a change is for: in `metadata`, or in a handover's `recipient` (reference 1.4, 1.6)."""
    if value is None:
        return None
    number = optional(_NUMBER, value.get("metadata")) or optional(_NUMBER, value.get("recipient"))
    return None if number is None else text_of(number.phone_number_id)


def _account_id(value: Fields | None, *, entry_id: str | None) -> str | None:
    """Give the account: `waba_info` where it is given, as the entry is a business portfolio then (reference 1.4)."""
    account = optional(_ACCOUNT, value.get("waba_info")) if value else None
    return (account and text_of(account.waba_id)) or entry_id
