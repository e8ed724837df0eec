"""Reads single values of Baileys' JSON, each of which may be absent, null, or encoded in another way (reference 6.2).

Byte fields are base64 or an object keyed by index, long numbers a string or `{low, high}`, enumerations a number or a
word, by version. Nothing here raises: what is not what it should be is absent.
"""

import math
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec

MILLISECONDS_FROM = 1_000_000_000_000
"""As seconds this would be the year 33658, as milliseconds it is 2001."""

UNREADABLE = (ValueError, ArithmeticError, RecursionError)
"""What reading hostile JSON raises: msgspec's errors are ValueErrors, deep nesting is a RecursionError."""

_HALF = 1 << 32
_MAX_DIGITS = 20
"""Of a 64-bit number written out; Python refuses to read thousands."""


class Node:
    """One value of a JSON document and the way to those below it; an absent one is as good as null."""

    __slots__ = ("_value",)

    def __init__(self, value: object) -> None:
        self._value = value

    def at(self, *path: str) -> "Node":
        """Go down by keys; a missing one leads to an absent value."""
        value = self._value
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return Node(value)

    @property
    def is_there(self) -> bool:
        """Whether it is anything but null."""
        return self._value is not None

    @property
    def is_object(self) -> bool:
        """Whether it is an object, with keys or without."""
        return isinstance(self._value, dict)

    def keys(self) -> tuple[str, ...]:
        """Give the keys of an object in their order; none of anything else."""
        return tuple(self._value) if isinstance(self._value, dict) else ()

    def elements(self) -> Iterator["Node"]:
        """Give the elements of an array; an object alone is an array of one, anything else of none."""
        values = self._value if isinstance(self._value, list) else [self._value] if self.is_object else []
        return (Node(value) for value in values)

    def text(self) -> str | None:
        """Give a text that is not blank, or a number as text."""
        value = self._value
        if isinstance(value, bool) or not isinstance(value, str | int):
            return None
        text = str(value)
        return text if text.strip() else None

    def word(self) -> str | None:
        """Give an id or another word: as `text`, without the blanks around it."""
        text = self.text()
        return text.strip() if text else None

    def is_true(self) -> bool:
        """Whether it is `true`, or the word."""
        return self._value is True or self._value == "true"

    def is_false(self) -> bool:
        """Whether it is `false`, and not merely absent."""
        return self._value is False

    def texts(self) -> list[str]:
        """Give a text, or those of a list that are texts."""
        values = self._value if isinstance(self._value, list) else [self._value]
        return [text for value in values if (text := Node(value).text()) is not None]

    def degrees(self) -> float | None:
        """Give a number with its fraction, if it is one that a map has."""
        value = self._value
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        return float(value) if math.isfinite(value) else None

    def whole(self) -> int | None:
        """Give a whole number in any of its three encodings."""
        value = self._value
        if isinstance(value, dict):
            low, high = value.get("low"), value.get("high")
            if isinstance(low, int) and isinstance(high, int):
                return high * _HALF + (low & (_HALF - 1))
            return None
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MAX_DIGITS:
            return int(value)
        if isinstance(value, float) and math.isfinite(value):
            return int(value)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def moment(self) -> datetime | None:
        """Give a time: whole seconds or milliseconds since 1970."""
        seconds = self.whole()
        if seconds is None or seconds <= 0:
            return None
        try:
            return datetime.fromtimestamp(seconds / 1000 if seconds >= MILLISECONDS_FROM else seconds, tz=UTC)
        except (ValueError, OverflowError, OSError):
            return None

    def raw(self) -> msgspec.Raw:
        """Write it as JSON again, bytes of files and thumbnails left out."""
        return msgspec.Raw(msgspec.json.encode(_without_bytes(self._value)))


BYTE_FIELDS = frozenset(
    {
        "base64",
        "jpegThumbnail",
        "mediaKey",
        "fileSha256",
        "fileEncSha256",
        "messageSecret",
        "waveform",
        "scansSidecar",
        "streamingSidecar",
        "thumbnailSha256",
        "thumbnailEncSha256",
    }
)
"""What a placeholder does not need: keys of files, and pictures of kilobytes."""


def _without_bytes(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_bytes(inner) for key, inner in value.items() if key not in BYTE_FIELDS}
    if isinstance(value, list):
        return [_without_bytes(inner) for inner in value]
    return value
