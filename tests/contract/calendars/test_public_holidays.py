"""PublicHolidays, by the library."""

from datetime import date

import pytest

from adapters.calendars.public_holidays import LibraryHolidays
from domain.tenants.checks import HOLIDAY_REGIONS

EASTER_2026, EASTER_2027 = date(2026, 4, 5), date(2027, 3, 28)


def test_the_countrys_are_known_in_its_languages() -> None:
    ours = LibraryHolidays().of("BR", years=[2026, 2027], language="pt-BR")
    english = LibraryHolidays().of("BR", years=[2026], language="en")

    assert ours[date(2026, 9, 7)] == ours[date(2027, 9, 7)] == "Independência do Brasil"
    assert english[date(2026, 9, 7)] == "Independence Day"
    assert {date(2026, 4, 3), date(2027, 3, 26)} <= ours.keys()
    assert EASTER_2026 not in ours
    assert EASTER_2027 not in ours


@pytest.mark.parametrize("region", sorted(HOLIDAY_REGIONS))
def test_every_region_that_can_be_chosen_is_known(region: str) -> None:
    found = LibraryHolidays().of(region, years=[2026], language="pt-BR")

    assert LibraryHolidays().of("BR", years=[2026], language="pt-BR").keys() <= found.keys()


def test_a_state_has_its_own() -> None:
    assert date(2026, 7, 9) in LibraryHolidays().of("BR-SP", years=[2026], language="pt-BR")
    assert date(2026, 7, 9) not in LibraryHolidays().of("BR-RJ", years=[2026], language="pt-BR")


@pytest.mark.parametrize("region", ["US", "BR-XX", "", "BR-São Paulo Capital-"])
def test_of_other_places_none_are_known(region: str) -> None:
    assert LibraryHolidays().of(region, years=[2026], language="pt-BR") == {}
