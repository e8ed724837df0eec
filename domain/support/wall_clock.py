"""From what a clock on the wall shows to a moment: twice a year the wall lies."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

_SECOND = timedelta(seconds=1)


def moment_of(day: date, minutes: int, *, zone: tzinfo, is_end: bool) -> datetime:
    """Give the moment (UTC) at which the clocks of a zone show a time, `minutes` after a day began; it may be the next.

    A time that the clocks skip is the moment at which they skip it. Of a time that they show twice, a beginning is the
    first and an end the second, so that what is open from one to the other loses nothing.
    """
    shown = datetime.combine(day, time()) + timedelta(minutes=minutes)
    first = shown.replace(tzinfo=zone, fold=0).astimezone(UTC)
    second = shown.replace(tzinfo=zone, fold=1).astimezone(UTC)
    if second < first:
        return _skip(second, first, zone=zone)
    return second if is_end else first


def _skip(early: datetime, late: datetime, *, zone: tzinfo) -> datetime:
    """Find the moment between two at which the zone's clocks jump."""
    before = early.astimezone(zone).utcoffset()
    while late - early > _SECOND:
        middle = early + (late - early) / 2
        if middle.astimezone(zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return late.replace(microsecond=0)
