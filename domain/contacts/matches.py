"""Which contacts a filter means; `adapters/postgres/segments.py` says the same in SQL."""

from datetime import datetime, timedelta
from decimal import Decimal

import msgspec

from domain.contacts.consent import Consent, ConsentState, ruling
from domain.contacts.contact import Contact
from domain.contacts.filters import (
    And,
    AttributeIs,
    AttributeOp,
    ConsentIs,
    Filter,
    HasOpenConversation,
    HasTag,
    IsBlocked,
    LifecycleIs,
    Not,
    NumberOp,
    Or,
    ScoreIs,
    TextField,
    TextIs,
    TextOp,
    TimeIs,
    TimeOp,
)
from domain.shared.ids import TagId
from domain.shared.phone import digits, phone_key
from domain.shared.text import plain


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A contact with all that filters ask of it."""

    contact: Contact
    tag_ids: frozenset[TagId] = frozenset()
    consents: tuple[Consent, ...] = ()
    has_open_conversation: bool = False


def matches(condition: Filter, person: Person, *, now: datetime) -> bool:
    """Say whether the filter means this contact."""
    match condition:
        case And(filters=filters):
            return all(matches(one, person, now=now) for one in filters)
        case Or(filters=filters):
            return any(matches(one, person, now=now) for one in filters)
        case Not(filter=one):
            return not matches(one, person, now=now)
        case TextIs():
            return _text_is(condition, person.contact)
        case TimeIs():
            return _time_is(condition, getattr(person.contact, condition.field), now=now)
        case AttributeIs():
            return _attribute_is(condition, person.contact.attributes.get(condition.key))
        case _:
            return _state_is(condition, person, now=now)


def _state_is(
    condition: ScoreIs | LifecycleIs | HasTag | ConsentIs | IsBlocked | HasOpenConversation,
    person: Person,
    *,
    now: datetime,
) -> bool:
    match condition:
        case ScoreIs(op=op, value=value):
            return _compares(op, person.contact.lead_score, value)
        case LifecycleIs(stages=stages):
            return person.contact.lifecycle_stage in stages
        case HasTag(tag_id=tag_id):
            return tag_id in person.tag_ids
        case ConsentIs(purpose=purpose, channel=channel, state=state):
            found = ruling(person.consents, purpose=purpose, channel=channel)
            return (ConsentState.UNKNOWN if found is None else found.state(now=now)) is state
        case IsBlocked(value=value):
            return person.contact.is_blocked is value
        case HasOpenConversation(value=value):
            return person.has_open_conversation is value


def _compares(op: NumberOp, left: int, right: int) -> bool:
    match op:
        case NumberOp.EQUALS:
            return left == right
        case NumberOp.AT_LEAST:
            return left >= right
        case NumberOp.AT_MOST:
            return left <= right


def text_wanted(condition: TextIs) -> str:
    """Give what a text is compared with, as the column holds it."""
    if condition.field is not TextField.PHONE:
        return plain(condition.value)
    exact = condition.op in {TextOp.EQUALS, TextOp.NOT_EQUALS}
    return phone_key(condition.value) if exact else digits(condition.value)


def _text_is(condition: TextIs, contact: Contact) -> bool:
    column = "phone_key" if condition.field is TextField.PHONE else str(condition.field)
    held, wanted = plain(getattr(contact, column) or ""), text_wanted(condition)
    match condition.op:
        case TextOp.EQUALS:
            return held == wanted
        case TextOp.NOT_EQUALS:
            return held != wanted
        case TextOp.CONTAINS:
            return wanted in held
        case TextOp.STARTS_WITH:
            return held.startswith(wanted)
        case TextOp.IS_SET:
            return held != ""
        case TextOp.IS_EMPTY:
            return held == ""


def _time_is(condition: TimeIs, held: datetime | None, *, now: datetime) -> bool:
    match condition.op:
        case TimeOp.IS_SET:
            return held is not None
        case TimeOp.IS_EMPTY:
            return held is None
        case TimeOp.BEFORE:
            return held is not None and condition.at is not None and held < condition.at
        case TimeOp.AFTER:
            return held is not None and condition.at is not None and held > condition.at
        case TimeOp.WITHIN_DAYS:
            return held is not None and held >= since(condition, now=now)
        case TimeOp.NOT_WITHIN_DAYS:
            return held is None or held < since(condition, now=now)


def since(condition: TimeIs, *, now: datetime) -> datetime:
    """Give when the days of a condition began."""
    return now - timedelta(days=condition.days or 0)


def _attribute_is(condition: AttributeIs, held: object) -> bool:
    match condition.op:
        case AttributeOp.IS_SET:
            return held is not None and held != ""
        case AttributeOp.IS_EMPTY:
            return held is None or held == ""
        case AttributeOp.CONTAINS:
            return _holds(held, condition.value)
        case AttributeOp.EQUALS:
            return _equals(held, condition.value)
        case AttributeOp.NOT_EQUALS:
            return not _equals(held, condition.value)
        case AttributeOp.AT_LEAST | AttributeOp.AT_MOST:
            return _reaches(held, condition)


def is_number(value: object) -> bool:
    """Say whether it is a number: a truth is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def exact(value: object) -> Decimal:
    """Give a number as JSON writes it."""
    return Decimal(repr(value))


def _equals(held: object, wanted: object) -> bool:
    if isinstance(held, str) and isinstance(wanted, str):
        return plain(held) == plain(wanted)
    if isinstance(held, bool) or isinstance(wanted, bool):
        return held is wanted
    return is_number(held) and is_number(wanted) and exact(held) == exact(wanted)


def _holds(held: object, wanted: object) -> bool:
    if not isinstance(wanted, str):
        return False
    if isinstance(held, str):
        return plain(wanted) in plain(held)
    return isinstance(held, list) and any(isinstance(one, str) and plain(one) == plain(wanted) for one in held)


def _reaches(held: object, condition: AttributeIs) -> bool:
    wanted, is_floor = condition.value, condition.op is AttributeOp.AT_LEAST
    if isinstance(held, str) and isinstance(wanted, str):
        return held >= wanted if is_floor else held <= wanted
    if is_number(held) and is_number(wanted):
        return exact(held) >= exact(wanted) if is_floor else exact(held) <= exact(wanted)
    return False
