"""Filters read and written as JSON, within limits."""

from collections.abc import Iterator

import msgspec

from domain.contacts.errors import FilterInvalidError
from domain.contacts.filters import And, AttributeIs, AttributeOp, Filter, Not, Or, TimeIs, TimeOp
from domain.shared.errors import ErrorDetail

MAX_DEPTH = 8
"""Deeper than anybody reads."""
MAX_NODES = 100
"""Each is a condition that the database checks for every contact."""
MAX_FILTER_BYTES = 64 * 1024

_DECODER = msgspec.json.Decoder(Filter)
_NEEDS_AT = frozenset({TimeOp.BEFORE, TimeOp.AFTER})
_NEEDS_DAYS = frozenset({TimeOp.WITHIN_DAYS, TimeOp.NOT_WITHIN_DAYS})
_NEEDS_VALUE = frozenset(set(AttributeOp) - {AttributeOp.IS_SET, AttributeOp.IS_EMPTY})


def read_filter(text: bytes) -> Filter:
    """Read a filter. Raises FilterInvalidError, whose detail says where and what."""
    if len(text) > MAX_FILTER_BYTES:
        raise _invalid("filter", "at most {limit} bytes", limit=MAX_FILTER_BYTES)
    try:
        found: Filter = _DECODER.decode(text)
    except msgspec.ValidationError as error:
        raise _invalid("filter", str(error)) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise _invalid("filter", "JSON as described in the guides") from error
    check_filter(found)
    return found


def write_filter(condition: Filter) -> bytes:
    """Write it as `read_filter` reads it."""
    return msgspec.json.encode(condition)


def check_filter(condition: Filter) -> None:
    """Hold it within its limits, and see that each condition has what it compares with. Raises FilterInvalidError."""
    for count, (node, depth) in enumerate(walk(condition), start=1):
        if depth > MAX_DEPTH:
            raise _invalid("filter", "at most {limit} levels deep", limit=MAX_DEPTH)
        if count > MAX_NODES:
            raise _invalid("filter", "at most {limit} conditions", limit=MAX_NODES)
        if isinstance(node, TimeIs) and (
            (node.at is None) is (node.op in _NEEDS_AT) or (node.days is None) is (node.op in _NEEDS_DAYS)
        ):
            raise _invalid("filter", "a time is compared with `at` or with `days`, as its `op` says")
        if isinstance(node, AttributeIs) and (node.value is None) is (node.op in _NEEDS_VALUE):
            raise _invalid("filter", "an attribute is compared with a `value`, as its `op` says")


def walk(condition: Filter, *, depth: int = 1) -> Iterator[tuple[Filter, int]]:
    """Give every condition in the tree with its level."""
    yield condition, depth
    below: tuple[Filter, ...] = ()
    if isinstance(condition, And | Or):
        below = condition.filters
    elif isinstance(condition, Not):
        below = (condition.filter,)
    for one in below:
        yield from walk(one, depth=depth + 1)


def _invalid(field: str, message: str, **values: object) -> FilterInvalidError:
    return FilterInvalidError(
        "The filter is not one.", details=(ErrorDetail(field=field, message=message, values=values),)
    )
