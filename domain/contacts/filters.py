"""Which contacts: a tree of conditions, read from JSON.

    {"type": "and", "filters": [
      {"type": "tag", "tag_id": "0198…"},
      {"type": "not", "filter": {"type": "text", "field": "email", "op": "is_empty"}},
      {"type": "time", "field": "last_seen_at", "op": "within_days", "days": 30},
      {"type": "attribute", "key": "plano", "op": "equals", "value": "ouro"}]}

`matches.py` says which contacts each one means, and `adapters/postgres/segments.py` says the same in SQL; a test
compares both over random contacts.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Union

import msgspec

from domain.contacts.consent import WHATSAPP, ConsentState, Purpose
from domain.contacts.contact import LifecycleStage
from domain.shared.ids import TagId

MAX_TOGETHER = 50
MAX_VALUE = 200
MAX_DAYS = 3_650

Value = Annotated[str, msgspec.Meta(max_length=MAX_VALUE, pattern=r"^[^\x00]*$")]
Days = Annotated[int, msgspec.Meta(ge=0, le=MAX_DAYS)]
Score = Annotated[int, msgspec.Meta(ge=-1_000_000, le=1_000_000)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Number = Annotated[int, msgspec.Meta(ge=-(10**15), le=10**15)] | Annotated[float, msgspec.Meta(ge=-1e15, le=1e15)]


class _Node(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """Common base of all conditions."""


class TextField(StrEnum):
    """Columns that hold text; what is not known counts as empty, and a phone is compared in any spelling."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    USERNAME = "username"
    LANGUAGE = "language"
    TIME_ZONE = "time_zone"
    SOURCE = "source"


class TextOp(StrEnum):
    """How texts are compared: without accents and capitals."""

    EQUALS = "equals"
    NOT_EQUALS = "not_equals"
    CONTAINS = "contains"
    STARTS_WITH = "starts_with"
    IS_SET = "is_set"
    IS_EMPTY = "is_empty"


class TimeField(StrEnum):
    """Columns that hold a time."""

    CREATED_AT = "created_at"
    FIRST_SEEN_AT = "first_seen_at"
    LAST_SEEN_AT = "last_seen_at"


class TimeOp(StrEnum):
    """How times are compared; with one that is not known, only `is_empty` and `not_within_days` are true."""

    BEFORE = "before"
    AFTER = "after"
    WITHIN_DAYS = "within_days"
    NOT_WITHIN_DAYS = "not_within_days"
    IS_SET = "is_set"
    IS_EMPTY = "is_empty"


class NumberOp(StrEnum):
    """How numbers are compared."""

    EQUALS = "equals"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class AttributeOp(StrEnum):
    """How values of custom fields are compared: with one of another kind nothing but `not_equals` is true.

    `contains` is a part of a text, or one of a list; `at_least` and `at_most` also compare dates, as text.
    """

    EQUALS = "equals"
    NOT_EQUALS = "not_equals"
    CONTAINS = "contains"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    IS_SET = "is_set"
    IS_EMPTY = "is_empty"


class And(_Node, frozen=True, kw_only=True, tag="and"):
    """All of them."""

    filters: Annotated[tuple["Filter", ...], msgspec.Meta(min_length=1, max_length=MAX_TOGETHER)]


class Or(_Node, frozen=True, kw_only=True, tag="or"):
    """At least one of them."""

    filters: Annotated[tuple["Filter", ...], msgspec.Meta(min_length=1, max_length=MAX_TOGETHER)]


class Not(_Node, frozen=True, kw_only=True, tag="not"):
    """All others."""

    filter: "Filter"


class TextIs(_Node, frozen=True, kw_only=True, tag="text"):
    """Compare a text."""

    field: TextField
    op: TextOp
    value: Value = ""


class TimeIs(_Node, frozen=True, kw_only=True, tag="time"):
    """Compare a time: with the moment `at`, or with the last `days`."""

    field: TimeField
    op: TimeOp
    at: Moment | None = None
    days: Days | None = None


class ScoreIs(_Node, frozen=True, kw_only=True, tag="lead_score"):
    """Compare the lead score."""

    op: NumberOp
    value: Score


class LifecycleIs(_Node, frozen=True, kw_only=True, tag="lifecycle"):
    """Be in one of these stages."""

    stages: Annotated[tuple[LifecycleStage, ...], msgspec.Meta(min_length=1, max_length=len(LifecycleStage))]


class HasTag(_Node, frozen=True, kw_only=True, tag="tag"):
    """Have the tag."""

    tag_id: TagId


class ConsentIs(_Node, frozen=True, kw_only=True, tag="consent"):
    """Have said yes, no, or nothing that still counts."""

    purpose: Purpose
    state: ConsentState
    channel: Annotated[Value, msgspec.Meta(min_length=1)] = WHATSAPP


class IsBlocked(_Node, frozen=True, kw_only=True, tag="blocked"):
    """Be blocked."""

    value: bool = True


class HasOpenConversation(_Node, frozen=True, kw_only=True, tag="open_conversation"):
    """Have a conversation that is not over."""

    value: bool = True


class AttributeIs(_Node, frozen=True, kw_only=True, tag="attribute"):
    """Compare the value of a custom field, or of what a flow has kept."""

    key: Annotated[Value, msgspec.Meta(min_length=1)]
    op: AttributeOp
    value: bool | Number | Value | None = None


Filter = Union[  # noqa: UP007 - the names in quotes above are found in it
    And,
    Or,
    Not,
    TextIs,
    TimeIs,
    ScoreIs,
    LifecycleIs,
    HasTag,
    ConsentIs,
    IsBlocked,
    HasOpenConversation,
    AttributeIs,
]
"""One condition."""
