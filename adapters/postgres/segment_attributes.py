"""Filters of custom fields as SQL: values are JSON, and each is compared as what it is."""

from decimal import Decimal
from typing import Any

from sqlalchemy import FromClause, Numeric, Text, case, cast, false, func, literal, literal_column, not_, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.sql.elements import ColumnElement

from domain.contacts.filters import AttributeIs, AttributeOp
from domain.contacts.matches import exact, is_number
from domain.shared.text import ACCENTED, PLAIN, plain

Condition = ColumnElement[bool]

_EMPTY = literal_column("''", type_=Text)


def plainly(value: ColumnElement[Any]) -> ColumnElement[str]:
    """Take accents and capitals off in the database, as `plain` does."""
    signs = (literal_column(f"'{text}'", type_=Text) for text in (ACCENTED, PLAIN))
    return func.translate(value, *signs, type_=Text)


def attribute_is(condition: AttributeIs, rows: FromClause) -> Condition:
    """Give the condition on the values of these rows of `contacts`."""
    held = rows.c.attributes.op("->", return_type=JSONB)(literal(condition.key, Text))
    match condition.op:
        case AttributeOp.IS_SET:
            return not_(_is_nothing(held))
        case AttributeOp.IS_EMPTY:
            return _is_nothing(held)
        case AttributeOp.CONTAINS:
            return _holds(held, condition.value)
        case AttributeOp.EQUALS:
            return _equals(held, condition.value)
        case AttributeOp.NOT_EQUALS:
            return not_(_equals(held, condition.value))
        case AttributeOp.AT_LEAST | AttributeOp.AT_MOST:
            return _reaches(held, condition)


def _text(held: ColumnElement[Any]) -> ColumnElement[str]:
    return held.op("#>>", return_type=Text)(literal_column("'{}'"))


def _is(held: ColumnElement[Any], kind: str) -> Condition:
    """Say whether a JSON value is of a kind; what is not there is of none."""
    return func.coalesce(func.jsonb_typeof(held) == kind, false())


def _is_nothing(held: ColumnElement[Any]) -> Condition:
    return func.coalesce(_text(held), _EMPTY) == _EMPTY


def _where(is_right: Condition, then: ColumnElement[Any]) -> Condition:
    """Compare only what is of the right kind: a CASE is evaluated in its order, an AND is not."""
    return case((is_right, then), else_=false())


def _number(value: object) -> ColumnElement[Decimal]:
    return cast(literal(exact(value), Numeric), Numeric)


def _equals(held: ColumnElement[Any], wanted: object) -> Condition:
    if isinstance(wanted, bool):
        return _where(_is(held, "boolean"), _text(held) == ("true" if wanted else "false"))
    if isinstance(wanted, str):
        return _where(_is(held, "string"), plainly(_text(held)) == plain(wanted))
    return _where(_is(held, "number"), cast(_text(held), Numeric) == _number(wanted))


def _holds(held: ColumnElement[Any], wanted: object) -> Condition:
    if not isinstance(wanted, str):
        return false()
    part = literal(plain(wanted), Text)
    members = func.jsonb_array_elements(held, type_=JSONB).table_valued("value")
    member = members.c.value
    in_list = (
        select(literal_column("1"))
        .select_from(members)
        .where(_where(_is(member, "string"), plainly(_text(member)) == part))
        .exists()
    )
    return case(
        (_is(held, "string"), func.strpos(plainly(_text(held)), part) > 0),
        (_is(held, "array"), in_list),
        else_=false(),
    )


def _reaches(held: ColumnElement[Any], condition: AttributeIs) -> Condition:
    is_floor = condition.op is AttributeOp.AT_LEAST
    if isinstance(condition.value, str):
        text, wanted = _text(held).collate("C"), literal(condition.value, Text)
        return _where(_is(held, "string"), text >= wanted if is_floor else text <= wanted)
    if not is_number(condition.value):
        return false()
    number, limit = cast(_text(held), Numeric), _number(condition.value)
    return _where(_is(held, "number"), number >= limit if is_floor else number <= limit)
