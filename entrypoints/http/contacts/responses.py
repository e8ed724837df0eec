"""What callers get about contacts, where it is not a read model as it is."""

import msgspec

from application.ports.readers.contacts import ContactRow, Suggestion
from application.shared.page import Page


class Suggestions(msgspec.Struct, frozen=True, kw_only=True):
    """Pairs of contacts that may be one person; people decide."""

    items: list[Suggestion]


class SegmentPreview(msgspec.Struct, frozen=True, kw_only=True):
    """How many contacts a segment means at this moment, and the first of them."""

    count: int
    items: list[ContactRow]

    @classmethod
    def of(cls, page: Page[ContactRow]) -> "SegmentPreview":
        """Take both from a first page."""
        return cls(count=page.total or 0, items=page.items)
