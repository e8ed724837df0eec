"""What is not a customer saying something: reactions, edits, deletions, WhatsApp's notices (reference 2.11, 2.12)."""

import msgspec

from adapters.whatsapp.cloud.fields import ABSENT, Fields, Id, fields_of, optional, required, text_of
from adapters.whatsapp.cloud.people import split_address
from domain.shared.content import Edit, Reaction, Revoke, System
from domain.shared.ids import ProviderMessageId


class _Reaction(msgspec.Struct):
    message_id: Id
    emoji: str | None = None


class _System(msgspec.Struct):
    type: str | None = None
    body: str | None = None
    wa_id: Id = None
    new_wa_id: Id = None
    user_id: Id = None
    previous_user_id: Id = None


class _Amendment(msgspec.Struct):
    original_message_id: Id
    message: msgspec.Raw = ABSENT


class _Words(msgspec.Struct):
    body: str | None = None
    caption: str | None = None


_REACTION = msgspec.json.Decoder(_Reaction)
_SYSTEM = msgspec.json.Decoder(_System)
_AMENDMENT = msgspec.json.Decoder(_Amendment)
_WORDS = msgspec.json.Decoder(_Words)
_STRING = msgspec.json.Decoder(str)


def reaction(raw: msgspec.Raw) -> Reaction:
    """Read a reaction; an absent emoji and an empty one both take it off (both have been seen)."""
    fields = _REACTION.decode(raw)
    return Reaction(target=_target(fields.message_id), emoji=fields.emoji or None)


def system(raw: msgspec.Raw) -> System:
    """Read a changed number (`wa_id`, formerly `new_wa_id`) or a changed user id, under Meta's word for it."""
    fields = _SYSTEM.decode(raw)
    wa_id, misplaced = split_address(fields.wa_id if fields.wa_id is not None else fields.new_wa_id)
    return System(
        kind=fields.type or "unknown",
        body=fields.body,
        new_wa_id=wa_id,
        new_user_id=text_of(fields.user_id) or misplaced,
        previous_user_id=text_of(fields.previous_user_id),
    )


def edit(raw: msgspec.Raw) -> Edit:
    """Read a changed message: its new text or caption."""
    amendment = _AMENDMENT.decode(raw)
    return Edit(target=_target(amendment.original_message_id), body=_new_words(fields_of(amendment.message)))


def revoke(raw: msgspec.Raw) -> Revoke:
    """Read a message that was taken back."""
    return Revoke(target=_target(_AMENDMENT.decode(raw).original_message_id))


def _target(value: Id) -> ProviderMessageId:
    return ProviderMessageId(required(value, name="the id of the message meant"))


def _new_words(message: Fields | None) -> str | None:
    if message is None:
        return None
    kind = optional(_STRING, message.get("type"))
    words = optional(_WORDS, message.get(kind or "")) or _Words()
    return words.body if words.body is not None else words.caption
