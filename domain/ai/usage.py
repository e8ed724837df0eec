"""How much of a month's models is used."""

from datetime import UTC, date, datetime, timedelta

import msgspec

HOLD = timedelta(minutes=10)
"""Longer than any question takes: what a crashed worker held is free again then."""


class Used(msgspec.Struct, frozen=True, kw_only=True):
    """What a question took."""

    input_tokens: int
    output_tokens: int
    cost_micros: int


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """What a question that is about to be asked may take at most, as far as one can tell."""

    tokens: int
    cost_micros: int


def first_of_month(at: datetime) -> date:
    """Give the day on which the month of a moment began; months are UTC's, as providers' are."""
    return at.astimezone(UTC).date().replace(day=1)


def month_after(first: date) -> date:
    """Give the first day of the next month."""
    return (first + timedelta(days=31)).replace(day=1)
