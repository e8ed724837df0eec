"""How the limits of a content are said: each check yields what is wrong, by field.

Lengths are in UTF-16 units: whether Meta counts those or code points is not known, and they are never fewer (4.18).
"""

from collections.abc import Iterable, Iterator

from domain.shared.errors import ErrorDetail


def length(text: str) -> int:
    """Count UTF-16 units: an emoji outside the basic plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def wrong(field: str, message: str, **values: object) -> ErrorDetail:
    """Say what is wrong with a field."""
    return ErrorDetail(field=field, message=message, values=values)


def text(field: str, value: str | None, *, at_most: int) -> Iterator[ErrorDetail]:
    """Check a text that must be there."""
    if value is None or not value.strip():
        yield wrong(field, "must not be empty")
        return
    yield from optional_text(field, value, at_most=at_most)


def optional_text(field: str, value: str | None, *, at_most: int | None = None) -> Iterator[ErrorDetail]:
    """Check a text that may be absent: its length, and that it can be written as UTF-8 without NUL."""
    if value is None:
        return
    if at_most is not None and length(value) > at_most:
        yield wrong(field, "must have at most {limit} characters, has {count}", limit=at_most, count=length(value))
    if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
        yield wrong(field, "has a character that cannot be sent (NUL or half a surrogate pair)")


def count(field: str, number: int, *, at_most: int) -> Iterator[ErrorDetail]:
    """Check that there is one thing, and not too many."""
    if not 1 <= number <= at_most:
        yield wrong(field, "must have 1 to {limit}, has {count}", limit=at_most, count=number)


def unique(field: str, values: Iterable[str]) -> Iterator[ErrorDetail]:
    """Check that no two are equal."""
    listed = list(values)
    if len(set(listed)) < len(listed):
        yield wrong(field, "must all be different")
