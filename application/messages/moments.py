"""A time as people write it: with its offset, or as their clocks on the wall say."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.shared.errors import ErrorDetail, InvalidError


def moment_of(at: datetime, *, time_zone: str) -> datetime:
    """Give the moment; a time without an offset is that zone's. Of an hour that comes twice it is the first.

    Raises InvalidError for an hour that does not come, as clocks are put forward over it.
    """
    if at.tzinfo is not None:
        return at
    local = at.replace(tzinfo=ZoneInfo(time_zone), fold=0)
    moment = local.astimezone(UTC)
    if moment.astimezone(local.tzinfo).replace(tzinfo=None) != at.replace(fold=0):
        wrong = ErrorDetail(
            field="send_at",
            message="clocks are put forward over this hour in {time_zone}",
            values={"time_zone": time_zone},
        )
        raise InvalidError("There is no such time.", details=(wrong,))
    return moment
