"""Liquid's `date` filter without the machine's clock, time zone and guessing of formats."""

from datetime import UTC, datetime, timedelta

_MAX_FORMAT = 64
"""Longer than any date format."""


def date(value: object, form: object) -> object:
    """Format a time or its ISO text by `strftime`; what is no time stays as it is."""
    moment = _moment(value)
    if moment is None or not isinstance(form, str) or not form:
        return value
    if len(form) > _MAX_FORMAT:
        message = f"a date format has at most {_MAX_FORMAT} characters"
        raise ValueError(message)
    return moment.strftime(form)


def _moment(value: object) -> datetime | None:
    match value:
        case datetime():
            return value
        case bool():
            return None
        case int():
            return _from_seconds(value)
        case str():
            return _from_text(value)
        case _:
            return None


def _from_seconds(seconds: int) -> datetime | None:
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _from_text(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
