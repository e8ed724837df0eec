"""Stored filters of contacts."""

from typing import Protocol

from domain.contacts.segment import Segment
from domain.shared.ids import SegmentId


class SegmentRepository(Protocol):
    """Keeps segments."""

    async def get(self, segment_id: SegmentId) -> Segment:
        """Load a segment. Raises SegmentNotFoundError."""
        ...

    async def count(self) -> int:
        """Say how many the tenant has."""
        ...

    async def add(self, segment: Segment) -> None:
        """Write a new segment. Raises SegmentTakenError."""
        ...

    async def save(self, segment: Segment) -> None:
        """Write changes. Raises StaleVersionError, SegmentTakenError."""
        ...

    async def delete(self, segment_id: SegmentId) -> None:
        """Remove it. Raises SegmentNotFoundError."""
        ...
