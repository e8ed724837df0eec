"""What `before` and `after` may hold: JSON that PostgreSQL gives back as it took it, and no secret.

Numbers are whole and small, everything finer is text: a `jsonb` column keeps `1` and `"0.5"`, but writes `1e2` anew,
and then the hash would be of something that is no longer there.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import TypeAlias

import msgspec

MASK = "***"
SECRET_WORDS = ("password", "secret", "token", "hash", "sealed", "totp", "recovery_code", "credential", "private")
"""In the name of a field, they say that its text is for nobody's eyes."""
SECRET_ENDINGS = ("_key",)

MAX_TEXT = 1_000
"""Longer than what people name things; a text that is longer is cut, for the log tells what happened, not all of it."""
LARGEST_NUMBER = 2**53
"""Beyond it programs that read JSON round."""

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain] | None"


def details_of(given: Mapping[str, object] | None) -> msgspec.Raw | None:
    """Write the details as JSON: keys in order, secrets masked."""
    return None if given is None else msgspec.Raw(msgspec.json.encode(_plain(given), order="sorted"))


def clean_text(text: str | None) -> str | None:
    """Replace what PostgreSQL refuses, and cut what is too long."""
    if text is None:
        return None
    storable = text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")
    return storable if len(storable) <= MAX_TEXT else f"{storable[: MAX_TEXT - 1]}…"


def _plain(value: object) -> Plain:
    match value:
        case msgspec.Struct():
            return _plain(msgspec.structs.asdict(value))
        case msgspec.Raw():
            return _plain(msgspec.json.decode(value))
        case Mapping():
            return {clean_text(str(name)) or "": _field(str(name), part) for name, part in value.items()}
        case list() | tuple():
            return [_plain(part) for part in value]
        case set() | frozenset():
            return [_plain(part) for part in sorted(value, key=str)]
        case Enum():
            return _plain(value.value)
    return _leaf(value)


def _leaf(value: object) -> bool | int | str | None:
    match value:
        case None | bool():
            return value
        case int() if abs(value) < LARGEST_NUMBER:
            return value
        case bytes() | bytearray() | memoryview():
            return MASK
        case datetime():
            return time_text(value)
    return clean_text(str(value))


def _field(name: str, value: object) -> Plain:
    is_text = not isinstance(value, bool | None | Mapping | msgspec.Struct)
    return MASK if is_text and _is_secret(name.lower()) else _plain(value)


def _is_secret(name: str) -> bool:
    return name == "key" or name.endswith(SECRET_ENDINGS) or any(word in name for word in SECRET_WORDS)


def time_text(at: datetime) -> str:
    """Write a time in its one form: UTC, with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
