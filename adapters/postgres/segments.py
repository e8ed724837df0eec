"""Filters of contacts as SQL: what `domain/contacts/matches.py` says of one contact, said of a table of them.

Every condition is true or false and never unknown, so that `not` means what it says; values are parameters.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    FromClause,
    Text,
    and_,
    case,
    cast,
    exists,
    false,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.dialects.postgresql import TIMESTAMP, UUID
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.segment_attributes import Condition, attribute_is, plainly
from adapters.postgres.tables.contacts import consents, contact_tags
from adapters.postgres.tables.conversations import conversations
from domain.contacts.consent import ConsentState
from domain.contacts.filters import (
    And,
    AttributeIs,
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
from domain.contacts.matches import since, text_wanted

_TIME: TIMESTAMP = TIMESTAMP(timezone=True)
_EMPTY = literal_column("''", type_=Text)


def compile_filter(condition: Filter, rows: FromClause, *, now: datetime) -> Condition:
    """Give the condition of a filter on these rows of `contacts`."""
    match condition:
        case And(filters=filters):
            return and_(*(compile_filter(one, rows, now=now) for one in filters))
        case Or(filters=filters):
            return or_(*(compile_filter(one, rows, now=now) for one in filters))
        case Not(filter=one):
            return not_(compile_filter(one, rows, now=now))
        case TextIs():
            return _text_is(condition, rows)
        case TimeIs():
            return _time_is(condition, rows.c[str(condition.field)], now=now)
        case AttributeIs():
            return attribute_is(condition, rows)
        case _:
            return _state_is(condition, rows, now=now)


def _state_is(
    condition: ScoreIs | LifecycleIs | HasTag | ConsentIs | IsBlocked | HasOpenConversation,
    rows: FromClause,
    *,
    now: datetime,
) -> Condition:
    match condition:
        case ScoreIs(op=op, value=value):
            return _compares(op, rows.c.lead_score, value)
        case LifecycleIs(stages=stages):
            return or_(*(rows.c.lifecycle_stage == str(stage) for stage in stages))
        case HasTag(tag_id=tag_id):
            tag = cast(literal(tag_id, UUID(as_uuid=True)), UUID(as_uuid=True))
            return exists().where(*_of(rows, contact_tags), contact_tags.c.tag_id == tag)
        case ConsentIs():
            return _consent_is(condition, rows, now=now)
        case IsBlocked(value=value):
            return rows.c.blocked_at.is_not(None) if value else rows.c.blocked_at.is_(None)
        case HasOpenConversation(value=value):
            is_open = conversations.c.status.in_(("active", "waiting"))
            found = exists().where(*_of(rows, conversations), is_open)
            return found if value else not_(found)


def _of(rows: FromClause, table: FromClause) -> tuple[Condition, Condition]:
    return table.c.tenant_id == rows.c.tenant_id, table.c.contact_id == rows.c.id


def _compares(op: NumberOp, left: ColumnElement[int], right: int) -> Condition:
    match op:
        case NumberOp.EQUALS:
            return left == right
        case NumberOp.AT_LEAST:
            return left >= right
        case NumberOp.AT_MOST:
            return left <= right


def _consent_is(condition: ConsentIs, rows: FromClause, *, now: datetime) -> Condition:
    """Look at the newest row of the purpose and the channel."""
    at = cast(literal(now, _TIME), _TIME)
    state = case(
        (not_(consents.c.granted), str(ConsentState.REFUSED)),
        (consents.c.expires_at <= at, str(ConsentState.UNKNOWN)),
        else_=str(ConsentState.GRANTED),
    )
    newest = (
        select(state)
        .where(
            *_of(rows, consents),
            consents.c.purpose == str(condition.purpose),
            consents.c.channel == condition.channel,
        )
        .order_by(consents.c.at.desc(), consents.c.id.desc())
        .limit(1)
        .correlate(rows)
        .scalar_subquery()
    )
    return func.coalesce(newest, str(ConsentState.UNKNOWN)) == str(condition.state)


def _text_is(condition: TextIs, rows: FromClause) -> Condition:
    column = "phone_key" if condition.field is TextField.PHONE else str(condition.field)
    held, wanted = plainly(func.coalesce(rows.c[column], _EMPTY)), literal(text_wanted(condition), Text)
    match condition.op:
        case TextOp.EQUALS:
            return held == wanted
        case TextOp.NOT_EQUALS:
            return held != wanted
        case TextOp.CONTAINS:
            return func.strpos(held, wanted) > 0
        case TextOp.STARTS_WITH:
            return func.starts_with(held, wanted)
        case TextOp.IS_SET:
            return held != _EMPTY
        case TextOp.IS_EMPTY:
            return held == _EMPTY


def _time_is(condition: TimeIs, column: ColumnElement[Any], *, now: datetime) -> Condition:
    at = cast(literal(condition.at or now, _TIME), _TIME)
    began = cast(literal(since(condition, now=now), _TIME), _TIME)
    match condition.op:
        case TimeOp.IS_SET:
            return column.is_not(None)
        case TimeOp.IS_EMPTY:
            return column.is_(None)
        case TimeOp.BEFORE:
            return func.coalesce(column < at, false())
        case TimeOp.AFTER:
            return func.coalesce(column > at, false())
        case TimeOp.WITHIN_DAYS:
            return func.coalesce(column >= began, false())
        case TimeOp.NOT_WITHIN_DAYS:
            return func.coalesce(column < began, true())
