"""What a company says of its models, what they cost, and how passages are put in order."""

from datetime import UTC, date, datetime
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ai.knowledge import HTML, MARKDOWN, PDF, TEXT, kind_of
from domain.ai.pricing import MAX_MONEY, MICROS, Prices, micros_of, money_of, tokens_about
from domain.ai.search import fused, terms_of
from domain.ai.settings import AiSettings, Provider, wrong_in_settings
from domain.ai.usage import first_of_month, month_after

OPENAI = AiSettings(provider=Provider.OPENAI, model="gpt")


@given(st.integers(0, MAX_MONEY * MICROS))
def test_money_is_written_and_read_without_a_loss(micros: int) -> None:
    assert micros_of(money_of(micros)) == micros


@pytest.mark.parametrize("text", ["", "-1", "1,5", "NaN", "Infinity", "0.0000001", "1000001", "1e9", "abc"])
def test_what_is_no_amount_is_none(text: str) -> None:
    assert micros_of(text) is None


@pytest.mark.parametrize(("micros", "text"), [(0, "0.00"), (2_500_000, "2.50"), (30_717, "0.030717"), (10, "0.00001")])
def test_an_amount_has_two_decimals_or_as_many_as_it_has(micros: int, text: str) -> None:
    assert money_of(micros) == text


def test_a_cost_is_rounded_up() -> None:
    prices = Prices(input=400_000, output=1_600_000)

    assert prices.cost(input_tokens=1_000_000, output_tokens=500_000) == 1_200_000
    assert prices.cost(input_tokens=1, output_tokens=0) == 1
    assert Prices().cost(input_tokens=10**9, output_tokens=10**9) == 0


def test_tokens_are_guessed_rather_too_many() -> None:
    assert tokens_about("Como pego a segunda via do boleto?") == 12


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"model": " "}, ["model"]),
        ({"base_url": "ftp://x"}, ["base_url"]),
        ({"base_url": "https://u:p@x"}, ["base_url"]),
        ({"base_url": "https://x?key=1"}, ["base_url"]),
        ({"base_url": "https://[x"}, ["base_url"]),
        ({"base_url": "http://10.0.0.5:11434/v1"}, []),
        ({"currency": "brl", "monthly_tokens": -1}, ["monthly_tokens", "currency"]),
        ({"provider": Provider.ANTHROPIC, "embedding_model": "x"}, ["embedding_model"]),
    ],
)
def test_settings_are_checked(changes: dict[str, object], fields: list[str]) -> None:
    assert [wrong.field for wrong in wrong_in_settings(msgspec.structs.replace(OPENAI, **changes))] == fields


def test_a_key_goes_where_it_was_given_for() -> None:
    assert not OPENAI.goes_elsewhere(msgspec.structs.replace(OPENAI, base_url="https://api.openai.com/v1"))
    assert msgspec.structs.replace(OPENAI, base_url="https://evil.example").goes_elsewhere(OPENAI)
    assert msgspec.structs.replace(OPENAI, provider=Provider.ANTHROPIC).goes_elsewhere(OPENAI)


def test_a_month_is_utcs() -> None:
    assert first_of_month(datetime(2026, 8, 31, 23, 59, tzinfo=UTC)) == date(2026, 8, 1)
    assert month_after(date(2026, 12, 1)) == date(2027, 1, 1)


def test_only_words_that_say_something_are_looked_for() -> None:
    assert terms_of("Oi! Como eu pego a segunda via dos BOLETOS, e o 2?") == {
        "peg": "pego",
        "segund": "segunda",
        "via": "via",
        "bolet": "boletos",
        "2": "2",
    }


def test_two_orders_become_one() -> None:
    a, b, c, d = (UUID(int=number) for number in range(1, 5))

    assert fused([a, b, c], [c, d]) == [c, a, b, d]
    assert fused([a, b], most=1) == [a]
    assert fused([], []) == []


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7", "a.txt", PDF),
        (b"\xef\xbb\xbf<!DOCTYPE html>", None, HTML),
        (b"oi", "pagina.HTM", HTML),
        (b"# oi", "leia.md", MARKDOWN),
        (b"ol\xe1", "leia.pdf", TEXT),
        (b"\xff\xfeo\x00i\x00", None, TEXT),
        (b"PK\x03\x04", "a.docx", None),
        (b"MZ\x00\x01", "a.txt", None),
    ],
)
def test_a_file_is_what_its_bytes_say(head: bytes, name: str | None, kind: str | None) -> None:
    assert kind_of(head, filename=name) == kind
