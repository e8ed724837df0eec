"""Times in queries."""

from datetime import UTC, datetime

from domain.shared.errors import ErrorDetail, MalformedError


def moment(given: datetime | None, *, field: str) -> datetime | None:
    """Read a time in UTC; one without an offset may mean any of a day's. Raises MalformedError."""
    try:
        if given is None or given.tzinfo is not None:
            return None if given is None else given.astimezone(UTC)
    except OverflowError:
        pass
    wrong = ErrorDetail(field=field, message="a time with its offset, such as 2026-08-12T12:00:00Z")
    raise MalformedError("The query is malformed.", details=(wrong,))
