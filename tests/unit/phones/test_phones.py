"""Phone numbers: one matching form for a Brazilian mobile's two spellings, and nothing else touched."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.shared.phone import digits, is_phone, phone_key, spellings

_areas = st.integers(11, 99).map(str)
_eight = st.integers(0, 9_999_999).map(lambda number: f"{number:07d}")
_mobiles = st.builds(lambda area, first, rest: f"55{area}9{first}{rest}", _areas, st.sampled_from("6789"), _eight)
"""Thirteen digits: country, area, the ninth digit, and eight more."""
_landlines = st.builds(lambda area, first, rest: f"55{area}{first}{rest}", _areas, st.sampled_from("2345"), _eight)
_abroad = st.from_regex(r"[1-9][0-9]{5,14}", fullmatch=True).filter(lambda number: not number.startswith("55"))
_anything = st.from_regex(r"[0-9]{0,16}", fullmatch=True)
_PUNCTUATED = ["+55 11 98888-7777", "55 (11) 98888.7777", "5511988887777"]


def _without_ninth_digit(mobile: str) -> str:
    return mobile[:4] + mobile[5:]


class TestPhoneKey:
    @given(_anything)
    def test_of_a_key_is_itself(self, number: str) -> None:
        assert phone_key(phone_key(number)) == phone_key(number)

    @given(_mobiles)
    def test_is_one_for_both_spellings_of_a_brazilian_mobile(self, mobile: str) -> None:
        assert phone_key(_without_ninth_digit(mobile)) == phone_key(mobile) == mobile

    @given(_landlines)
    def test_leaves_brazilian_landlines(self, landline: str) -> None:
        assert phone_key(landline) == landline

    @given(_abroad)
    def test_leaves_other_countries(self, number: str) -> None:
        assert phone_key(number) == number

    @pytest.mark.parametrize("text", _PUNCTUATED)
    def test_ignores_punctuation(self, text: str) -> None:
        assert phone_key(text) == "5511988887777"

    @given(_mobiles, _mobiles)
    def test_keeps_different_people_apart(self, one: str, other: str) -> None:
        assume(one != other)

        assert phone_key(one) != phone_key(other)


class TestSpellings:
    @given(_anything)
    def test_hold_the_key(self, number: str) -> None:
        assert phone_key(number) in spellings(number)

    @given(_anything)
    def test_all_have_the_same_key(self, number: str) -> None:
        assert {phone_key(spelling) for spelling in spellings(number)} == {phone_key(number)}

    @given(_anything)
    def test_are_the_same_for_each_of_them(self, number: str) -> None:
        assert {spellings(spelling) for spelling in spellings(number)} == {spellings(number)}

    @given(_mobiles)
    def test_of_a_brazilian_mobile_are_two(self, mobile: str) -> None:
        assert spellings(mobile) == {mobile, _without_ninth_digit(mobile)}

    @given(_landlines | _abroad)
    def test_of_anything_else_is_one(self, number: str) -> None:
        assert spellings(number) == {number}


class TestIsPhone:
    @pytest.mark.parametrize("text", [*_PUNCTUATED, "123456", "1" * 15])
    def test_accepts(self, text: str) -> None:
        assert is_phone(text)

    @pytest.mark.parametrize("text", ["", "12345", "1" * 16, "55119x888877", "oi", "5511;98888", "٥٥١١٩٨٨٨٨"])
    def test_refuses(self, text: str) -> None:
        assert not is_phone(text)


@given(st.text())
def test_digits_are_digits(text: str) -> None:
    assert set(digits(text)) <= set("0123456789")
