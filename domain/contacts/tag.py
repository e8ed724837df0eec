"""A word that people stick on contacts and conversations, in a colour that they see from afar."""

import re
from datetime import datetime

from domain.shared.aggregate import Aggregate
from domain.shared.errors import ErrorDetail
from domain.shared.ids import TagId
from domain.shared.phrases import phrase
from domain.shared.text import fold

MAX_TAG = 50
"""A label beside a name; longer is a note."""
MAX_TAG_DESCRIPTION = 500
MAX_TAGS = 1_000
"""Of a company; more are not tags but data, and belong into a field."""
MAX_TAGS_EACH = 50
"""On one contact or conversation: more than a screen shows."""

PALETTE = {
    "gray": "#6b7280",
    "red": "#dc2626",
    "orange": "#ea580c",
    "amber": "#d97706",
    "green": "#16a34a",
    "teal": "#0d9488",
    "blue": "#2563eb",
    "indigo": "#4f46e5",
    "purple": "#9333ea",
    "pink": "#db2777",
}
"""Colours that are told apart, each readable with white letters on it."""

_HEX = re.compile(r"#[0-9a-f]{6}")


class Tag(Aggregate, kw_only=True, eq=False):
    """A tag. Two names that people would call the same are one tag."""

    id: TagId
    name: str
    color: str
    created_at: datetime
    description: str = ""

    @property
    def name_key(self) -> str:
        """Give the form by which it is found."""
        return fold(self.name)


def color_of(text: str) -> str | None:
    """Give `#rrggbb` for a colour of the palette or such a code; None for anything else."""
    lower = text.strip().lower()
    found = PALETTE.get(lower, lower)
    return found if _HEX.fullmatch(found) else None


def color_for(name: str) -> str:
    """Give a colour of the palette to a tag that nobody chose one for: the same name always gets the same."""
    colors = tuple(PALETTE.values())
    return colors[sum(map(ord, fold(name))) % len(colors)]


def wrong_in_tag(
    *, name: str | None = None, color: str | None = None, description: str | None = None
) -> list[ErrorDetail]:
    """Find what is wrong with what is given."""
    checks = {
        "name": (phrase("1 to {limit} characters, and no line breaks", limit=MAX_TAG), name is None or _is_name(name)),
        "color": (
            phrase("#rrggbb, or one of {choices}", choices=", ".join(PALETTE)),
            color is None or color_of(color) is not None,
        ),
        "description": (
            phrase("at most {limit} characters", limit=MAX_TAG_DESCRIPTION),
            description is None or len(description) <= MAX_TAG_DESCRIPTION,
        ),
    }
    return [ErrorDetail.of(field, message) for field, (message, is_right) in checks.items() if not is_right]


def _is_name(name: str) -> bool:
    return 0 < len(name.strip()) <= MAX_TAG and name.strip().isprintable() and bool(fold(name))
