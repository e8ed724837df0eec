"""Which time zones there are, as far as this machine knows."""

from functools import cache
from zoneinfo import available_timezones

from domain.shared.errors import ErrorDetail

NO_PLACES = frozenset({"Factory", "localtime"})
"""Names in the list of zones that are no zone's."""


@cache
def time_zones() -> frozenset[str]:
    """Give the IANA names."""
    return frozenset(available_timezones()) - NO_PLACES


def wrong_time_zone(name: str) -> tuple[ErrorDetail, ...]:
    """Say what is wrong with a time zone's name, if anything."""
    if name in time_zones():
        return ()
    return (ErrorDetail(field="time_zone", message="an IANA name, such as America/Sao_Paulo"),)
