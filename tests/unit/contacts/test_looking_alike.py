"""Phones and names that may be one person's; numbers as people type them; tags; filters that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contacts.errors import FilterInvalidError
from domain.contacts.filter_codec import MAX_DEPTH, MAX_NODES, read_filter, write_filter
from domain.contacts.similarity import alike, same_phone
from domain.contacts.tag import PALETTE, color_for, color_of, wrong_in_tag
from domain.shared.phone import international, phone_key, spellings
from domain.shared.text import ACCENTED, PLAIN, fold, plain

MOBILES = st.builds(
    lambda area, rest: f"55{area}9{rest}", st.integers(11, 99).filter(lambda n: n % 10), st.integers(60000000, 99999999)
)


@given(number=MOBILES)
def test_a_phone_is_the_same_in_every_spelling(number: str) -> None:
    bare = number[2:]
    typed = (f"({bare[:2]}) {bare[2:7]}-{bare[7:]}", f"+{number}", number, bare)

    assert {phone_key(international(text)) for text in typed} == {number}
    assert all(same_phone(number, other) for other in (*spellings(number), bare, bare[2:], bare[3:]))


@pytest.mark.parametrize("text", ["+1 415 555 0123", "14155550123", "+351912345678", "5511955550001"])
def test_a_phone_with_a_country_keeps_it(text: str) -> None:
    assert international(text) == "".join(sign for sign in text if sign.isdigit())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ana Souza", "ana sousa", True),
        ("Ana", "Ana Souza", True),
        ("João", "joao", True),
        ("Ana Souza", "Bia Souza", False),
        (None, "Ana", False),
        ("", "", False),
    ],
)
def test_names_are_alike_as_people_would_say(one: str | None, other: str | None, expected: bool) -> None:  # noqa: FBT001
    assert alike(one, other) is alike(other, one) is expected


def test_phones_with_another_end_or_area_are_two() -> None:
    assert not same_phone("5511955550001", "5511955550002")
    assert not same_phone("5511955550001", "5521955550001")
    assert not same_phone("0001", "5511955550001")


@given(text=st.text())
def test_plain_text_is_as_long_and_stays_plain(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


def test_plain_text_knows_each_sign_once() -> None:
    assert len(ACCENTED) == len(PLAIN) == len(set(ACCENTED))
    assert all(fold(sign) == to for sign, to in zip(ACCENTED, PLAIN, strict=True))


def test_a_tag_has_a_colour_of_the_palette_or_a_code() -> None:
    assert color_of(" Purple ") == PALETTE["purple"]
    assert color_of("#ABCDEF") == "#abcdef"
    assert color_of("#abc") is color_of("url(x)") is None
    assert color_for("VIP") == color_for(" vip ") in PALETTE.values()


@pytest.mark.parametrize(("name", "wrong"), [("VIP", []), (" ", ["name"]), ("a\nb", ["name"]), ("a" * 51, ["name"])])
def test_a_tag_has_a_name_on_one_line(name: str, wrong: list[str]) -> None:
    assert [detail.field for detail in wrong_in_tag(name=name)] == wrong


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"null",
        b'{"type": "sql", "where": "1=1"}',
        b'{"type": "blocked", "more": 1}',
        b'{"type": "and", "filters": []}',
        b'{"type": "text", "field": "password_hash", "op": "equals", "value": "x"}',
        b'{"type": "text", "field": "name", "op": "equals", "value": "a\\u0000"}',
        b'{"type": "time", "field": "created_at", "op": "before"}',
        b'{"type": "time", "field": "created_at", "op": "before", "at": "2026-08-12T12:00:00"}',
        b'{"type": "time", "field": "created_at", "op": "within_days", "at": "2026-08-12T12:00:00Z"}',
        b'{"type": "time", "field": "created_at", "op": "within_days", "days": 99999}',
        b'{"type": "attribute", "key": "x", "op": "equals"}',
        b'{"type": "attribute", "key": "x", "op": "is_set", "value": 1}',
        b'{"type": "attribute", "key": "x", "op": "at_least", "value": 1e300}',
        b'{"type": "tag", "tag_id": "vip"}',
        b'{"type": "not", "filter": ' * MAX_DEPTH + b'{"type": "blocked"}' + b"}" * MAX_DEPTH,
        b'{"type": "not", "filter": ' * 5_000,
    ],
)
def test_what_is_no_filter_is_refused(text: bytes) -> None:
    with pytest.raises(FilterInvalidError):
        read_filter(text)


def test_a_filter_has_at_most_so_many_conditions() -> None:
    some = b",".join([b'{"type": "blocked"}'] * 48)
    two = b'{"type": "or", "filters": [{"type": "and", "filters": [' + some + b']}, {"type": "and", "filters": [' + some

    assert read_filter(two + b"]}]}")
    with pytest.raises(FilterInvalidError, match=r"."):
        read_filter(two + b', {"type": "blocked"}, {"type": "blocked"}]}]}')
    assert MAX_NODES == 100


def test_a_filter_is_read_as_it_was_written() -> None:
    found = read_filter(b'{"type": "not", "filter": {"type": "attribute", "key": "a", "op": "equals", "value": false}}')

    assert read_filter(write_filter(found)) == found
