"""A bank slip (boleto): its 44 digits of bars, and the 47 that a person types (FEBRABAN's layout)."""

from datetime import date
from itertools import cycle

from msgspec import Struct

BANK = "999"
"""No bank has it, so nobody pays one of these by accident."""
REAL = "9"
_EPOCH = date(1997, 10, 7)
_LAST_FACTOR, _FIRST_FACTOR = 9999, 1000
"""FEBRABAN: day 9999 was 2025-02-21; the day after counts from 1000 again."""
_MAX_CENTS = 10**10 - 1
_FREE_DIGITS = 25


class Slip(Struct, frozen=True, kw_only=True):
    """The bars' digits and the line that says the same."""

    bars: str
    line: str

    @property
    def printed(self) -> str:
        """Write the line as slips print it: dots within the fields, blanks between them."""
        line = self.line
        fields = (line[:10], line[10:21], line[21:32])
        return " ".join([*(f"{field[:5]}.{field[5:]}" for field in fields), line[32], line[33:]])


def make_slip(*, due: date, cents: int, free: str) -> Slip:
    """Make the slip for an amount; `free` is the bank's own field of 25 digits."""
    if not 0 <= cents <= _MAX_CENTS or len(free) != _FREE_DIGITS or not (free.isascii() and free.isdigit()):
        raise ValueError("an amount of up to ten digits, and 25 digits of the bank")
    tail = f"{due_factor(due):04d}{cents:010d}"
    check = modulus_11(f"{BANK}{REAL}{tail}{free}")
    first, second, third = f"{BANK}{REAL}{free[:5]}", free[5:15], free[15:]
    fields = "".join(field + modulus_10(field) for field in (first, second, third))
    return Slip(bars=f"{BANK}{REAL}{check}{tail}{free}", line=f"{fields}{check}{tail}")


def due_factor(due: date) -> int:
    """Give the four digits that stand for a due date."""
    days = (due - _EPOCH).days
    if days <= _LAST_FACTOR:
        return days
    return (days - _FIRST_FACTOR) % (_LAST_FACTOR - _FIRST_FACTOR + 1) + _FIRST_FACTOR


def modulus_10(digits: str) -> str:
    """Give the check digit of a field of the line."""
    total = 0
    for digit, weight in zip(reversed(digits), cycle((2, 1)), strict=False):
        product = int(digit) * weight
        total += product // 10 + product % 10
    return str(-total % 10)


def modulus_11(digits: str) -> str:
    """Give the check digit of the bars; 0, 10 and 11 become 1."""
    total = sum(int(digit) * weight for digit, weight in zip(reversed(digits), cycle(range(2, 10)), strict=False))
    check = 11 - total % 11
    return "1" if check in {10, 11} else str(check)
