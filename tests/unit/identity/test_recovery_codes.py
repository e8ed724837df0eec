import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity.recovery_codes import ALPHABET, new_code, read_code


def test_a_code_can_be_typed():
    code = new_code(secrets.randbits)

    groups = code.split("-")
    assert [len(group) for group in groups] == [5] * 5
    assert set("".join(groups)) <= set(ALPHABET)
    assert len(set(ALPHABET)) == 32


@given(st.integers(min_value=0, max_value=31))
def test_it_is_read_in_any_case_with_any_hyphens(bits: int):
    code = new_code(lambda _: bits)

    bare = code.replace("-", "")
    assert read_code(code) == read_code(f"  {code.upper()} ") == read_code(bare) == bare


def test_letters_that_look_like_digits_are_read_as_those():
    assert read_code("OoIiL-lllll-00000-11111-aaaaa") == "00111" + "11111" + "00000" + "11111" + "aaaaa"


@pytest.mark.parametrize("text", ["", "123456", "u" * 25, "a" * 24, "a" * 26, "é" * 25])
def test_anything_else_is_no_code(text: str):
    assert read_code(text) is None
