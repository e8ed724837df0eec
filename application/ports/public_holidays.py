"""The holidays that a country and its states have by law."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Protocol


class PublicHolidays(Protocol):
    """Knows public holidays; no network."""

    def of(self, region: str, *, years: Collection[int], language: str) -> Mapping[date, str]:
        """Give the holidays of a region (`BR`, `BR-SP`) and their names in a language; of one not known, none."""
        ...
