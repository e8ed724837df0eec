"""An answer that is given often, found by its shortcut."""

import re
from datetime import datetime

from domain.shared.aggregate import Aggregate
from domain.shared.content import Content
from domain.shared.ids import CannedResponseId, DepartmentId, UserId

MAX_SHORTCUT = 40
"""It is typed."""
MAX_TITLE = 200
"""A line of a list."""

_SHORTCUT = re.compile(r"[a-z0-9][a-z0-9_-]*", re.ASCII)


class CannedResponse(Aggregate, kw_only=True, eq=False):
    """A canned response. Its texts are Liquid; without a department it is everybody's.

    The shortcut is kept as `shortcut_of` gives it: without the slash, accents and capitals.
    """

    id: CannedResponseId
    shortcut: str
    title: str
    content: Content
    created_at: datetime
    department_id: DepartmentId | None = None
    created_by: UserId | None = None

    def is_for(self, departments: frozenset[DepartmentId]) -> bool:
        """Whether people of these departments use it."""
        return self.department_id is None or self.department_id in departments


def is_shortcut(text: str) -> bool:
    """Whether a folded shortcut can be typed after a slash: letters, digits, `-` and `_`."""
    return len(text) <= MAX_SHORTCUT and _SHORTCUT.fullmatch(text) is not None
