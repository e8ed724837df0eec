import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.whatsapp.shared.cleaning import clean

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb'"a\u0000b"', "a\ufffdb"),
        (b'"a\x00b"', "a\ufffdb"),
        (rb'"a\\u0000b"', r"a\u0000b"),
        (rb'"a\\\u0000b"', "a\\\ufffdb"),
        (rb'"\ud83d\ude00"', "😀"),
        (rb'"\ud83d"', "\ufffd"),
        (rb'"\ud83dx"', "\ufffdx"),
        (rb'"\ude00\ud83d\ude00"', "\ufffd😀"),
        (rb'"\ud83d\u0000"', "\ufffd\ufffd"),
        (rb'"\ud83d\ud83d\ude00"', "\ufffd😀"),
        (rb'"\u00e3\/\n"', "ã/\n"),
        (b'"\xff\xed\xa0\x80ok"', "\ufffd\ufffd\ufffd\ufffdok"),
    ],
)
def test_what_cannot_be_kept_becomes_the_replacement_character(body: bytes, text: str):
    assert msgspec.json.decode(clean(body), type=str) == text


def test_clean_bytes_are_not_copied():
    body = rb'{"text":"Jo\u00e3o \ud83d\ude00"}' * 3

    assert clean(b'{"a":1}') == b'{"a":1}'
    assert clean(body) == body


@given(st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=3), st.booleans())
def test_any_text_that_json_can_hold_decodes_without_nul_and_surrogates(texts: dict[str, str], ascii_only: bool):  # noqa: FBT001
    body = json.dumps(texts, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")

    decoded = msgspec.json.decode(clean(body), type=dict[str, str])

    kept = "".join(decoded) + "".join(decoded.values())
    assert "\x00" not in kept
    assert kept.encode().decode() == kept


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",))), st.booleans())
def test_text_without_faults_is_not_changed(text: str, ascii_only: bool):  # noqa: FBT001
    body = json.dumps(text, ensure_ascii=ascii_only).encode()

    assert clean(body) == body


@given(st.binary(max_size=60))
def test_no_bytes_break_it(body: bytes):
    assert b"\x00" not in clean(body)
