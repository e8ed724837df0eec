"""Whether a rule is meant: a small tree of questions about a conversation, its contact, what was said, and when."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec

from domain.shared.errors import ErrorDetail
from domain.shared.ids import TagId
from domain.shared.phrases import phrase
from domain.shared.text import fold

MAX_CONDITIONS = 50
"""Questions in a tree: more than anybody reads."""
MAX_NESTING = 5
MAX_VALUES = 50
MAX_VALUE = 200


class Field(StrEnum):
    """What may be compared with words. Ids are written as text; what is not known is empty."""

    STATUS = "status"
    HANDLER = "handler"
    PRIORITY = "priority"
    ASSIGNED_TO = "assigned_to"
    DEPARTMENT_ID = "department_id"
    CONFIG_ID = "whatsapp_config_id"
    MESSAGE_TYPE = "message_type"
    CONTACT_LANGUAGE = "contact_language"
    CONTACT_STAGE = "contact_stage"


class Number(StrEnum):
    """What may be compared with a number."""

    INBOUND_COUNT = "inbound_count"
    WAITING_MINUTES = "waiting_minutes"
    LEAD_SCORE = "lead_score"


class How(StrEnum):
    """How words are looked for in what was said; accents and capitals do not count."""

    CONTAINS = "contains"
    EQUALS = "equals"
    STARTS = "starts"


class _Node(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """Common base of all questions."""


class All(_Node, frozen=True, tag="all"):
    """All of these hold; so it is of none."""

    conditions: tuple["Condition", ...] = ()


class AnyOf(_Node, frozen=True, tag="any"):
    """One of these holds."""

    conditions: tuple["Condition", ...] = ()


class Not(_Node, frozen=True, tag="not"):
    """This does not hold."""

    condition: "Condition"


class Is(_Node, frozen=True, tag="is"):
    """A field is one of these; an empty text is what is not set."""

    field: Field
    any_of: tuple[str, ...]


class AtLeast(_Node, frozen=True, tag="at_least"):
    """A number is so much or more."""

    number: Number
    value: int


class HasTag(_Node, frozen=True, tag="tag"):
    """The conversation has one of these tags."""

    tag_ids: tuple[TagId, ...]


class Attribute(_Node, frozen=True, tag="attribute"):
    """A custom field of the contact's is one of these, whatever its accents and capitals."""

    name: str
    any_of: tuple[str, ...]


class Says(_Node, frozen=True, tag="says"):
    """The message has one of these words or sentences. Of an event without a message it does not hold."""

    words: tuple[str, ...]
    how: How = How.CONTAINS


class OpenNow(_Node, frozen=True, tag="open_now"):
    """The conversation's department, or the company, is open at this moment, or is not."""

    is_open: bool = True


Condition = All | AnyOf | Not | Is | AtLeast | HasTag | Attribute | Says | OpenNow


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """What questions are about, at the moment a rule is looked at."""

    fields: Mapping[Field, str]
    numbers: Mapping[Number, int]
    tag_ids: frozenset[TagId] = frozenset()
    attributes: Mapping[str, object] = {}
    said: str | None = None
    is_open: bool = True


def holds(condition: Condition, situation: Situation) -> bool:
    """Answer a question."""
    match condition:
        case All(conditions=parts):
            return all(holds(part, situation) for part in parts)
        case AnyOf(conditions=parts):
            return any(holds(part, situation) for part in parts)
        case Not(condition=part):
            return not holds(part, situation)
        case Is(field=field, any_of=values):
            return situation.fields.get(field, "") in values
        case AtLeast(number=number, value=value):
            return situation.numbers.get(number, 0) >= value
        case HasTag(tag_ids=tag_ids):
            return not situation.tag_ids.isdisjoint(tag_ids)
        case Attribute(name=name, any_of=values):
            return fold(str(situation.attributes.get(name, ""))) in {fold(value) for value in values}
        case Says():
            return situation.said is not None and _says(condition, fold(situation.said))
        case OpenNow(is_open=is_open):
            return situation.is_open is is_open


def _says(asked: Says, said: str) -> bool:
    words = [fold(word) for word in asked.words]
    match asked.how:
        case How.EQUALS:
            return said in words
        case How.STARTS:
            return any(said.startswith(word) for word in words)
        case How.CONTAINS:
            return any(f" {word} " in f" {_words_only(said)} " for word in map(_words_only, words) if word)


def _words_only(text: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text).split())


def parts_of(condition: Condition) -> Iterator[Condition]:
    """Walk through a tree, itself first."""
    yield condition
    match condition:
        case All(conditions=parts) | AnyOf(conditions=parts):
            for part in parts:
                yield from parts_of(part)
        case Not(condition=part):
            yield from parts_of(part)


def wrong_in_condition(condition: Condition) -> tuple[ErrorDetail, ...]:
    """Say whether a tree is too large, or asks nothing."""
    parts = list(parts_of(condition))
    lists = [
        value
        for part in parts
        for value in (getattr(part, name) for name in part.__struct_fields__ if name != "conditions")
        if isinstance(value, tuple)
    ]
    words = [word for values in lists for word in values if isinstance(word, str)]
    checks = (
        (phrase("at most {limit}", limit=MAX_CONDITIONS), len(parts) <= MAX_CONDITIONS),
        (phrase("nested at most {limit} deep", limit=MAX_NESTING), _depth(condition) <= MAX_NESTING),
        (phrase("1 to {limit} values each", limit=MAX_VALUES), all(1 <= len(values) <= MAX_VALUES for values in lists)),
        (
            phrase("values of at most {limit} characters", limit=MAX_VALUE),
            all(len(word) <= MAX_VALUE for word in words),
        ),
    )
    return tuple(ErrorDetail.of("conditions", message) for message, is_right in checks if not is_right)


def _depth(condition: Condition) -> int:
    match condition:
        case All(conditions=parts) | AnyOf(conditions=parts):
            return 1 + max(map(_depth, parts), default=0)
        case Not(condition=part):
            return 1 + _depth(part)
    return 1
