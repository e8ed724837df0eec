from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audit.details import LARGEST_NUMBER, MASK, MAX_TEXT, clean_text, details_of


class Colour(StrEnum):
    RED = "red"


class Branding(msgspec.Struct):
    colour: Colour
    api_secret: str = "s3cr3t"


def told(given: dict[str, object]) -> object:
    raw = details_of(given)
    assert raw is not None
    return msgspec.json.decode(raw)


def test_nothing_told_is_nothing():
    assert details_of(None) is None
    assert told({}) == {}


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (None, None), (True, True), (3, 3), ("x", "x"), (0.5, "0.5"), (1e300, "1e+300"), (Decimal("1.50"), "1.50"),
        (LARGEST_NUMBER, str(LARGEST_NUMBER)), (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (datetime(2026, 8, 12, tzinfo=UTC), "2026-08-12T00:00:00.000000+00:00"), (Colour.RED, "red"),
        ({"b", "a"}, ["a", "b"]), ((1, "a"), [1, "a"]), (b"\x01", MASK), (msgspec.Raw(b'{"a":1.5}'), {"a": "1.5"}),
        (Branding(Colour.RED), {"colour": "red", "api_secret": MASK}), (float("nan"), "nan"),
    ],
)  # fmt: skip
def test_a_value_is_kept_in_a_form_that_the_database_does_not_rewrite(value: object, kept: object):
    assert told({"value": value}) == {"value": kept}


@pytest.mark.parametrize(
    "name",
    ["password", "Password", "new_password", "password_hash", "access_token", "app_secret", "totp_secret",
     "recovery_codes", "api_key", "key", "evolution_api_key", "access_token_sealed", "credentials", "private_pem"],
)  # fmt: skip
def test_a_secret_is_masked_wherever_it_lies(name: str):
    assert told({name: "hunter2"}) == {name: MASK}
    assert told({"deep": [{name: ["hunter2"]}]}) == {"deep": [{name: MASK}]}
    assert told({name: 123456}) == {name: MASK}


@pytest.mark.parametrize(("name", "value"), [("two_factor_required", True), ("has_secret", False), ("password", None)])
def test_whether_there_is_a_secret_may_be_told(name: str, value: object):
    assert told({name: value}) == {name: value}


@pytest.mark.parametrize("name", ["role", "code", "name", "email", "api_keys_count", "keyboard"])
def test_what_is_no_secret_is_shown(name: str):
    assert told({name: "x"}) == {name: "x"}


def test_what_is_too_long_is_cut():
    assert told({"text": "x" * 5_000}) == {"text": "x" * (MAX_TEXT - 1) + "…"}


@given(st.none() | st.text())
def test_a_cleaned_text_can_be_stored_and_stays_as_it_is(text: str | None):
    cleaned = clean_text(text)

    assert clean_text(cleaned) == cleaned
    if cleaned is not None:
        assert "\x00" not in cleaned
        cleaned.encode("utf-8")
