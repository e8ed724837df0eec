"""What became of a message of ours: one of `value.statuses[]` (reference 3.1)."""

from uuid import UUID

import msgspec

from adapters.whatsapp.cloud.fields import (
    ABSENT,
    Fields,
    Id,
    Moment,
    errors_of,
    fields_of,
    moment_of,
    optional,
    required,
)
from adapters.whatsapp.cloud.people import Directory, Names
from domain.shared.ids import MessageId, ProviderMessageId
from domain.shared.message_status import MessageStatus
from domain.whatsapp.inbound import StatusChanged

WORDS = {
    "sent": MessageStatus.SENT,
    "delivered": MessageStatus.DELIVERED,
    "read": MessageStatus.READ,
    "played": MessageStatus.PLAYED,
    "failed": MessageStatus.FAILED,
}
"""Meta's words that are ours too. Others (`deleted` of old, any of the future) are kept as notices."""

UUID_LENGTH = 36
"""Our own ids are echoed in their canonical form; `UUID` also reads forms that we never send."""


class _Status(msgspec.Struct):
    id: Id = None
    status: str | None = None
    timestamp: Moment = None
    recipient_type: str | None = None
    recipient_id: Id = None
    recipient_user_id: Id = None
    recipient_parent_user_id: Id = None
    parent_recipient_user_id: Id = None
    recipient_participant_id: Id = None
    participant_recipient_id: Id = None
    recipient_participant_user_id: Id = None
    biz_opaque_callback_data: msgspec.Raw = ABSENT
    pricing: msgspec.Raw = ABSENT
    conversation: msgspec.Raw = ABSENT
    errors: msgspec.Raw = ABSENT


class _Pricing(msgspec.Struct):
    category: str | None = None
    type: str | None = None


_STATUS = msgspec.json.Decoder(_Status)
_PRICING = msgspec.json.Decoder(_Pricing)
_STRING = msgspec.json.Decoder(str)


def status_changed(raw: msgspec.Raw, *, people: Directory) -> StatusChanged | None:
    """Read a status; None when it is a word or a group's total that only a notice can keep. Raises ValueError."""
    status = _STATUS.decode(raw)
    word = WORDS.get(status.status or "")
    names = _names(status)
    if word is None or names is None:
        return None
    pricing = _pricing(status)
    return StatusChanged(
        provider_message_id=ProviderMessageId(required(status.id, name="id")),
        status=word,
        at=moment_of(status.timestamp),
        recipient=people.person(names),
        message_id=_message_id(optional(_STRING, status.biz_opaque_callback_data)),
        errors=errors_of(status.errors),
        pricing_category=pricing.category,
        pricing_type=pricing.type,
    )


def _names(status: _Status) -> Names | None:
    """Name the recipient in any of Meta's spellings; in a group it is the participant, if one is named."""
    if status.recipient_type == "group":
        participant = status.recipient_participant_id or status.participant_recipient_id
        user_id = status.recipient_participant_user_id
        return Names(address=participant, user_id=user_id) if participant or user_id else None
    return Names(
        address=status.recipient_id,
        user_id=status.recipient_user_id,
        parent_user_id=status.recipient_parent_user_id or status.parent_recipient_user_id,
    )


def _pricing(status: _Status) -> _Pricing:
    """Read the price's category and type, which some group examples nest in `conversation` (reference 3.1)."""
    conversation: Fields = fields_of(status.conversation) or {}
    return optional(_PRICING, status.pricing) or optional(_PRICING, conversation.get("pricing")) or _Pricing()


def _message_id(echoed: str | None) -> MessageId | None:
    """Read our own id back; anybody may have put anything else there."""
    if echoed is None or len(echoed) != UUID_LENGTH:
        return None
    try:
        return MessageId(UUID(echoed))
    except ValueError:
        return None
