"""Variables' values: what JSON can hold, made so from whatever an expression gives."""

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from domain.flows.limits import MAX_NESTING
from domain.flows.session import Value

_MAX_INTEGER = 2**63
"""Beyond it JSON readers in the database and the browser lose digits; such a number is kept as text."""
_DIGITS = 9
"""Of a place in a list; no list that a session may hold is so long."""


def to_value(value: object, *, depth: int = 0) -> Value:
    """Make JSON of `value`: dates become ISO text, durations seconds, what JSON cannot say becomes null."""
    match value:
        case None | bool():
            return value
        case int():
            return value if -_MAX_INTEGER <= value < _MAX_INTEGER else hex(value)
        case float():
            return value if math.isfinite(value) else None
        case str():
            return clean(value)
        case date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case _:
            return _container(value, depth + 1)


def _container(value: object, depth: int) -> Value:
    match value:
        case _ if depth > MAX_NESTING:
            return None
        case Mapping():
            return {clean(str(name)): to_value(item, depth=depth) for name, item in value.items()}
        case bytes() | bytearray():
            return None
        case Sequence():
            return [to_value(item, depth=depth) for item in value]
        case _:
            return None


def clean(text: str) -> str:
    """Replace what neither UTF-8 nor PostgreSQL can hold: lone surrogates and U+0000."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\N{REPLACEMENT CHARACTER}")


def size_of(*values: object) -> int:
    """Give the size of JSON values in bytes."""
    return len(msgspec.json.encode(values))


def look_up(path: str, names: Mapping[str, object]) -> object:
    """Follow `vars.order.id` through `names`; a first word that is none of them is a variable. None when absent."""
    words = path.strip().split(".")
    return follow(names if words[0] in names else names.get("vars"), words)


def follow(value: object, words: Iterable[str]) -> object:
    """Go into objects by names and into lists by numbers; None where the way ends."""
    for word in words:
        match value:
            case Mapping():
                value = value.get(word)
            case list() | tuple():
                place = int(word) if word.isdecimal() and len(word) < _DIGITS else len(value)
                value = value[place] if place < len(value) else None
            case _:
                return None
    return value
