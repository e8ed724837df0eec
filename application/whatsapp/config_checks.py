"""What may stand in a number's config."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.phone import is_phone
from domain.whatsapp.instances import is_instance_name

MAX_MESSAGES_PER_SECOND = 1_000
"""Meta's throughput of an upgraded number."""
MAX_PER_MINUTE = MAX_MESSAGES_PER_SECOND * 60
MAX_PER_DAY = 100_000_000
"""A number cannot send more in a day at the greatest throughput: nearly 87 million."""


def blank(given: Mapping[str, str | None], *, only: Iterable[str]) -> list[ErrorDetail]:
    """Name the fields that are given and say nothing."""
    return [
        ErrorDetail(field=field, message="must not be empty")
        for field in only
        if (value := given.get(field)) is not None and not value.strip()
    ]


def wrong_phone(phone: str | None) -> list[ErrorDetail]:
    """Say whether a phone is none; an absent one is not looked at."""
    if phone is None or is_phone(phone):
        return []
    return [ErrorDetail(field="phone_number", message="a phone number with its country code")]


def wrong_limits(*, per_second: int | None, per_minute: int | None, per_day: int | None) -> list[ErrorDetail]:
    """Name the limits that are out of bounds; an absent one is no limit, or stays."""
    bounds = (
        ("messages_per_second", per_second, MAX_MESSAGES_PER_SECOND),
        ("rate_limit_per_minute", per_minute, MAX_PER_MINUTE),
        ("daily_limit", per_day, MAX_PER_DAY),
    )
    return [
        ErrorDetail(field=field, message="between 1 and {limit}", values={"limit": most})
        for field, value, most in bounds
        if value is not None and not 1 <= value <= most
    ]


def wrong_server(api_url: str | None, *, instance: str | None) -> list[ErrorDetail]:
    """Say what is wrong with an Evolution server's address and the name of an instance on it."""
    wrong = []
    parts = urlsplit(api_url or "")
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.username is not None:
        wrong.append(ErrorDetail(field="api_url", message="the address of the Evolution API server, without a login"))
    if instance is not None and not is_instance_name(instance):
        wrong.append(ErrorDetail(field="phone_number_id", message="the instance's name: letters, digits, - _ ."))
    return wrong


def refuse(wrong: list[ErrorDetail], *, what: str) -> None:
    """Raise InvalidError if anything is wrong; `what` says what cannot be done."""
    if wrong:
        raise InvalidError(what, details=tuple(wrong))
