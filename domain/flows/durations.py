"""Durations as people write them: `90s`, `30m`, `2h`, `1d`, and joined, `1d12h`."""

import re
from datetime import timedelta

from domain.flows.limits import MAX_WAIT

_PART = re.compile(r"(\d{1,6})\s*([smhd])")
_WHOLE = re.compile(r"(?:\d{1,6}\s*[smhd]\s*)+")
_MAX_LENGTH = 40
"""Longer than every unit once; it keeps the sum inside what a timedelta holds."""
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def read_duration(text: str) -> timedelta | None:
    """Read `2h`; None when it is not a duration."""
    lowered = text.strip().lower()
    if len(lowered) > _MAX_LENGTH or _WHOLE.fullmatch(lowered) is None:
        return None
    parts = ((_UNITS[unit], int(number)) for number, unit in _PART.findall(lowered))
    return sum((timedelta(**{unit: number}) for unit, number in parts), timedelta())


def minutes(number: float) -> timedelta:
    """Give that many minutes, at most the longest wait."""
    return min(timedelta(minutes=number), MAX_WAIT)
