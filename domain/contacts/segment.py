"""Contacts that have something in common, found anew whenever they are asked for."""

from datetime import datetime

from domain.contacts.filters import Filter
from domain.shared.aggregate import Aggregate
from domain.shared.errors import ErrorDetail
from domain.shared.ids import SegmentId

MAX_SEGMENTS = 500
MAX_SEGMENT_NAME = 100
MAX_SEGMENT_DESCRIPTION = 1_000


class Segment(Aggregate, kw_only=True, eq=False):
    """A stored filter with a name."""

    id: SegmentId
    name: str
    filter: Filter
    created_at: datetime
    description: str = ""


def wrong_in_segment(*, name: str | None = None, description: str | None = None) -> list[ErrorDetail]:
    """Find what is wrong with what is given."""
    wrong = []
    if name is not None and not (0 < len(name.strip()) <= MAX_SEGMENT_NAME and name.strip().isprintable()):
        wrong.append(
            ErrorDetail(
                field="name", message="1 to {limit} characters, and no line breaks", values={"limit": MAX_SEGMENT_NAME}
            )
        )
    if description is not None and len(description) > MAX_SEGMENT_DESCRIPTION:
        wrong.append(
            ErrorDetail(
                field="description", message="at most {limit} characters", values={"limit": MAX_SEGMENT_DESCRIPTION}
            )
        )
    return wrong
