"""A customer stops or resumes marketing in WhatsApp's own settings (reference 3.6)."""

import msgspec

from adapters.whatsapp.cloud.fields import Id, Moment, moment_of
from adapters.whatsapp.cloud.people import Directory, Names
from domain.whatsapp.inbound import PreferenceTold

MARKETING = "marketing_messages"
ANSWERS = {"stop": False, "resume": True, "signup": True}


class _Preference(msgspec.Struct):
    category: str | None = None
    value: str | None = None
    timestamp: Moment = None
    wa_id: Id = None
    user_id: Id = None


_PREFERENCE = msgspec.json.Decoder(_Preference)


def preference_told(raw: msgspec.Raw, *, people: Directory) -> PreferenceTold | None:
    """Read it; None for a category or an answer that nobody knows. Raises ValueError without a time or a person."""
    told = _PREFERENCE.decode(raw)
    if told.category != MARKETING or told.value not in ANSWERS:
        return None
    return PreferenceTold(
        sender=people.person(Names(address=told.wa_id, user_id=told.user_id)),
        takes_marketing=ANSWERS[told.value],
        at=moment_of(told.timestamp),
    )
