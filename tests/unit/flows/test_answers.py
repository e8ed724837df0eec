"""What people type, and what is kept of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.flows.answers import Kind, read_answer, read_date, read_email, read_number, read_phone
from domain.flows.durations import read_duration
from domain.flows.operators import Operator, compare
from domain.flows.session import Reply
from domain.flows.text import cut, fold
from domain.flows.values import to_value
from domain.shared.document import complete_cnpj, complete_cpf, read_cnpj, read_cpf
from domain.shared.phone import digits, phone_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10", 10),
        ("-3", -3),
        ("1.500", 1500),
        ("1.234,56", 1234.56),
        ("1234.56", 1234.56),
        ("1,5", 1.5),
        ("R$ 99,90", 99.9),
        ("50%", 50),
        ("1 000", 1000),
        ("dez", None),
        ("", None),
        ("1e999", None),
        ("9" * 5000, None),
        ("1,2,3", None),
        ("nan", None),
    ],
)
def test_numbers(text: str, expected: float | None):
    assert read_number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" Ana@Exemplo.COM.br ", "ana@exemplo.com.br"),
        ("ana@exemplo", None),
        ("ana exemplo.com", None),
        ("a@b@c.com", None),
        ("ana@exemplo..com", None),
        ("a" * 300 + "@b.com", None),
    ],
)
def test_emails(text: str, expected: str | None):
    assert read_email(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(11) 98765-4321", "5511987654321"),
        ("11 3333-4444", "551133334444"),
        ("+55 11 98765-4321", "5511987654321"),
        ("551187654321", "5511987654321"),
        ("+1 212 555 1234", "12125551234"),
        ("não tenho", None),
        ("123", None),
    ],
)
def test_phones(text: str, expected: str | None):
    assert read_phone(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("31/12/2026", "2026-12-31"),
        ("1-2-2026", "2026-02-01"),
        ("2026-12-31", "2026-12-31"),
        ("31/02/2026", None),
        ("0/0/0000", None),
        ("amanhã", None),
    ],
)
def test_dates(text: str, expected: str | None):
    assert read_date(text) == expected


@pytest.mark.parametrize("text", ["529.982.247-25", "52998224725", " 529 982 247 25 "])
def test_a_cpf_is_read_however_it_is_punctuated(text: str):
    assert read_cpf(text) == "52998224725"


@pytest.mark.parametrize("text", ["52998224726", "111.111.111-11", "5299822472", "", "abc", "５２９９８２２４７２５"])
def test_a_wrong_cpf_is_none(text: str):
    assert read_cpf(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11.222.333/0001-81", "11222333000181"),
        ("12.abc.345/01de-35", "12ABC34501DE35"),
        ("11.222.333/0001-82", None),
        ("00000000000000", None),
        ("12ABC34501DEAB", None),
    ],
)
def test_cnpjs_with_and_without_letters(text: str, expected: str | None):
    assert read_cnpj(text) == expected


@given(st.text("0123456789", min_size=9, max_size=9).filter(lambda body: len(set(body)) > 1), st.integers(9, 10))
def test_a_cpf_with_a_wrong_check_digit_is_none(body: str, place: int):
    number = complete_cpf(body)
    wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]

    assert read_cpf(number) == number
    assert read_cpf(wrong) is None


@given(
    st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=12, max_size=12).filter(lambda body: len(set(body)) > 1)
)
def test_a_completed_cnpj_is_valid(body: str):
    number = complete_cnpj(body)

    assert read_cnpj(f"{number[:2]}.{number[2:5]}.{number[5:8]}/{number[8:12]}-{number[12:]}") == number


@given(st.text())
def test_any_text_has_an_answer_or_none(text: str):
    for kind in (read_number, read_email, read_phone, read_date, read_cpf, read_cnpj, read_duration):
        kind(text)


@given(st.from_regex(r"\A\+?55[1-9][1-9]9[6-9][0-9]{7}\Z"))
def test_a_phone_is_kept_in_one_spelling(text: str):
    assert read_phone(text) == phone_key(digits(text))


@given(st.text())
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2h", timedelta(hours=2)),
        ("1h30m", timedelta(minutes=90)),
        (" 1 D ", timedelta(days=1)),
        ("90s", timedelta(seconds=90)),
        ("2", None),
        ("h", None),
        ("999999d" * 50, None),
    ],
)
def test_durations(text: str, expected: timedelta | None):
    assert read_duration(text) == expected


@pytest.mark.parametrize(
    ("left", "operator", "right", "expected"),
    [
        ("São Paulo", "eq", "sao paulo", True),
        ("10", "eq", 10, True),
        (True, "eq", "true", True),
        (None, "eq", "", False),
        ("9", "lt", "10", True),
        ("2026-01-01", "lt", "2026-02-01", True),
        ("abc", "gt", 3, False),
        (None, "gte", 0, False),
        (["vip"], "contains", "VIP", True),
        ("água", "contains", "AGUA", True),
        ("água", "contains", "", False),
        (None, "starts_with", "", False),
        ("abc", "ends_with", "BC", True),
        ("a", "in", ["A", "b"], True),
        ("b", "in", "a,b", True),
        ("c", "not_in", ["a"], True),
        ([], "is_empty", None, True),
        (0, "is_empty", None, False),
        (0, "is_set", None, True),
        (None, "is_not_set", None, True),
        ("x", "neq", "y", True),
    ],
)
def test_comparisons(left: object, operator: str, right: object, expected: bool):  # noqa: FBT001
    assert compare(Operator(operator), left, right) is expected


def test_only_what_json_holds_becomes_a_value():
    endless: list[object] = []
    endless.append(endless)

    assert to_value({"a": (1, float("nan")), "b": b"x", "c": timedelta(minutes=1)}) == {
        "a": [1, None],
        "b": None,
        "c": 60.0,
    }
    assert to_value(endless) is not None
    assert to_value("a\x00\ud800") == "a\N{REPLACEMENT CHARACTER}?"


def test_a_cut_text_shows_it():
    assert cut("abcdef", 4) == "abc…"


def test_a_choice_or_pattern_is_not_read_without_its_node(say: Callable[..., Reply]):
    assert read_answer(Kind.REGEX, say("x")) is None
