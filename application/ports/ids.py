"""Where new identifiers come from."""

from typing import Protocol
from uuid import UUID


class Ids(Protocol):
    """A source of UUIDv7: unique, and ordered by time, which keeps indexes narrow and lists in order."""

    def new(self) -> UUID:
        """Give the next one."""
        ...
