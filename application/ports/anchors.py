"""Where the ends of the audit chains are kept outside the database."""

from collections.abc import Sequence
from typing import Protocol

from domain.audit.anchors import Anchor


class Anchors(Protocol):
    """Keeps anchors in the order in which they come."""

    async def append(self, anchors: Sequence[Anchor]) -> None:
        """Keep them, durably, where a place is set for them. Raises UnavailableError."""
        ...
