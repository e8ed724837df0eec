"""Brazil's public holidays and its states', from the `holidays` library: law as data, computed for any year."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import lru_cache
from importlib import import_module

_LANGUAGES = {"pt-BR": "pt_BR", "en": "en_US"}
_CACHED = 1_024
"""Regions, years and languages: all states of Brazil in some years."""


class LibraryHolidays:
    """Knows the holidays of Brazil (`BR`) and of its states (`BR-SP`); a city's are the company's own."""

    def of(self, region: str, *, years: Collection[int], language: str) -> Mapping[date, str]:
        """Give the holidays of some years."""
        return {day: name for year in years for day, name in _of_year(region, year, language).items()}


@lru_cache(maxsize=_CACHED)
def _of_year(region: str, year: int, language: str) -> Mapping[date, str]:
    country, _, state = region.partition("-")
    # Fetched when it is first asked for: the library reads the law of every country there is.
    Brazil = import_module("holidays.countries.brazil").Brazil  # noqa: N806 - a class
    if country != "BR" or (state and state not in Brazil.subdivisions):
        return {}
    found = Brazil(subdiv=state or None, years=year, language=_LANGUAGES.get(language, "pt_BR"))
    return dict(found.items())
