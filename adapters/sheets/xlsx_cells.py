"""What a cell of a workbook says as text: numbers without a tail of nines, days as ISO 8601 writes them."""

import re
from datetime import datetime, timedelta

_BUILT_IN_DAYS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""ECMA-376, part 1, 18.8.30: the number formats that show a day or a time."""
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DAY_SIGNS = re.compile(r"[ymdhs]", re.IGNORECASE)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a day without a place
_LAST_DAY = 2_958_465
"""The end of the year 9999."""
_EXACT = 10**15


def is_day_format(number_format: int, code: str | None) -> bool:
    """Whether numbers in this format are days."""
    if code is None:
        return number_format in _BUILT_IN_DAYS
    bare = _NOT_CODE.sub("", code.split(";")[0])
    return bare.lower() != "general" and _DAY_SIGNS.search(bare) is not None


def number_text(value: str) -> str:
    """Give a number as people write it: a phone stays all digits."""
    if value.isdigit():
        return value
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if number.is_integer() and abs(number) < _EXACT else repr(number)


def day_text(value: str, *, is_1904: bool) -> str:
    """Give a day, with its time where it has one."""
    try:
        serial = float(value)
    except ValueError:
        return value
    if not 0 <= serial <= _LAST_DAY:
        return number_text(value)
    moment = (_EPOCH_1904 if is_1904 else _EPOCH) + timedelta(days=serial)
    return moment.date().isoformat() if serial.is_integer() else moment.isoformat(sep=" ", timespec="seconds")
