"""Comparisons for people who do not write expressions. Nothing here fails: what cannot be compared is false."""

from collections.abc import Callable
from enum import StrEnum

from domain.flows.answers import read_number
from domain.flows.text import fold
from domain.flows.values import to_value


class Operator(StrEnum):
    """How a variable is compared with a value."""

    EQ = "eq"
    NEQ = "neq"
    GT = "gt"
    GTE = "gte"
    LT = "lt"
    LTE = "lte"
    CONTAINS = "contains"
    NOT_CONTAINS = "not_contains"
    STARTS_WITH = "starts_with"
    ENDS_WITH = "ends_with"
    IN = "in"
    NOT_IN = "not_in"
    IS_EMPTY = "is_empty"
    IS_NOT_EMPTY = "is_not_empty"
    IS_SET = "is_set"
    IS_NOT_SET = "is_not_set"


def _number(value: object) -> int | float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    return read_number(value) if isinstance(value, str) else None


def _text(value: object) -> str:
    return "" if value is None else fold(str(to_value(value)))


def _equal(left: object, right: object) -> bool:
    first, second = _number(left), _number(right)
    if first is not None and second is not None:
        return first == second
    if isinstance(left, str) and isinstance(right, str):
        return fold(left) == fold(right)
    if isinstance(left, bool) or isinstance(right, bool):
        return _text(left) == _text(right)
    return left == right


def _order(left: object, right: object) -> int | None:
    """Tell which comes first: numbers as numbers, other texts (ISO dates) by their letters."""
    first, second = _number(left), _number(right)
    if first is not None and second is not None:
        return (first > second) - (first < second)
    if isinstance(left, str) and isinstance(right, str):
        return (left > right) - (left < right)
    return None


def _ordered(accepts: Callable[[int], bool]) -> Callable[[object, object], bool]:
    def compare(left: object, right: object) -> bool:
        order = _order(left, right)
        return order is not None and accepts(order)

    return compare


def _contains(left: object, right: object) -> bool:
    if isinstance(left, list):
        return any(_equal(item, right) for item in left)
    return _text(right) != "" and _text(right) in _text(left)


def _starts_with(left: object, right: object) -> bool:
    return _text(right) != "" and _text(left).startswith(_text(right))


def _ends_with(left: object, right: object) -> bool:
    return _text(right) != "" and _text(left).endswith(_text(right))


def _in(left: object, right: object) -> bool:
    choices = right.split(",") if isinstance(right, str) else right
    return isinstance(choices, list) and any(_equal(left, choice) for choice in choices)


def _is_empty(left: object, _: object) -> bool:
    return left is None or left in ("", [], {})


_TESTS: dict[Operator, Callable[[object, object], bool]] = {
    Operator.EQ: _equal,
    Operator.NEQ: lambda left, right: not _equal(left, right),
    Operator.GT: _ordered(lambda order: order > 0),
    Operator.GTE: _ordered(lambda order: order >= 0),
    Operator.LT: _ordered(lambda order: order < 0),
    Operator.LTE: _ordered(lambda order: order <= 0),
    Operator.CONTAINS: _contains,
    Operator.NOT_CONTAINS: lambda left, right: not _contains(left, right),
    Operator.STARTS_WITH: _starts_with,
    Operator.ENDS_WITH: _ends_with,
    Operator.IN: _in,
    Operator.NOT_IN: lambda left, right: not _in(left, right),
    Operator.IS_EMPTY: _is_empty,
    Operator.IS_NOT_EMPTY: lambda left, right: not _is_empty(left, right),
    Operator.IS_SET: lambda left, _: left is not None,
    Operator.IS_NOT_SET: lambda left, _: left is None,
}


def compare(operator: Operator, left: object, right: object) -> bool:
    """Compare."""
    return _TESTS[operator](left, right)
