"""Lists are never endless: a page at a time, by number for people, by cursor for programs."""

from typing import Generic, TypeVar

import msgspec

from domain.shared.errors import ErrorDetail, MalformedError

MAX_LIMIT = 100
"""More rows than a screen shows; a program asks again."""
DEFAULT_LIMIT = 20

T = TypeVar("T")


class PageRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Which page: `page` counts from 1; with a `cursor`, `page` is ignored."""

    page: int = 1
    limit: int = DEFAULT_LIMIT
    cursor: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no list can answer."""
        if not 1 <= self.limit <= MAX_LIMIT:
            wrong = ErrorDetail(field="limit", message=f"between 1 and {MAX_LIMIT}")
            raise MalformedError("The page is malformed.", details=(wrong,))
        if self.page < 1:
            wrong = ErrorDetail(field="page", message="1 or more")
            raise MalformedError("The page is malformed.", details=(wrong,))

    @property
    def offset(self) -> int:
        """How many rows come before the page."""
        return (self.page - 1) * self.limit


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """One page. With a cursor, `page` and `total` are null: programs do not pay for counting."""

    items: list[T]
    page: int | None
    limit: int
    total: int | None
    next_cursor: str | None
