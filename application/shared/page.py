"""Lists are never endless: a page at a time, by number for people, by cursor for programs."""

from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from domain.shared.errors import ErrorDetail, MalformedError

MAX_LIMIT = 100
"""More rows than a screen shows; a program asks again."""
DEFAULT_LIMIT = 20
MOST_COUNTED = 10_000
"""How far a list counts that may be too long to be counted; its pages by number end there too."""
MAX_SEARCH = 200
"""Characters of a search: more than a name, an e-mail or a phone has."""

T = TypeVar("T")


class Direction(StrEnum):
    """Which end of an order comes first."""

    ASCENDING = "asc"
    DESCENDING = "desc"


class PageRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Which page: `page` counts from 1; with a `cursor`, `page` is ignored.

    `sort` names one of the list's orders, its first where it is None; `direction` is that order's own where it is None.
    `search` is what people typed; `expand` names what is shown with each item beside the item itself.
    """

    page: int = 1
    limit: int = DEFAULT_LIMIT
    cursor: str | None = None
    sort: str | None = None
    direction: Direction | None = None
    search: str | None = None
    expand: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what no list can answer."""
        if not 1 <= self.limit <= MAX_LIMIT:
            raise malformed_page("limit", "between 1 and {limit}", limit=MAX_LIMIT)
        if self.page < 1:
            raise malformed_page("page", "1 or more")
        if self.search is not None and len(self.search) > MAX_SEARCH:
            raise malformed_page("q", "at most {limit} characters", limit=MAX_SEARCH)

    @property
    def offset(self) -> int:
        """How many rows come before the page."""
        return (self.page - 1) * self.limit


def malformed_page(field: str, message: str, **values: object) -> MalformedError:
    """Say what is wrong with a question for a page."""
    return MalformedError("The page is malformed.", details=(ErrorDetail(field=field, message=message, values=values),))


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """One page. With a cursor, `page` and `total` are null: programs do not pay for counting."""

    items: list[T]
    page: int | None
    limit: int
    total: int | None
    next_cursor: str | None
