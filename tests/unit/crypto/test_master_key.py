import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.shared.master_key import MasterKeyInvalidError, parse_master_key


@given(st.binary(min_size=32, max_size=32))
def test_a_master_key_is_read_in_every_spelling(key: bytes):
    spellings = (
        key.hex(),
        key.hex().upper(),
        base64.b64encode(key).decode(),
        base64.urlsafe_b64encode(key).decode().rstrip("="),
        f" {base64.b64encode(key).decode()}\n",
    )

    assert {parse_master_key(text) for text in spellings} == {key}


@pytest.mark.parametrize("text", ["", "secret", "00" * 31, "é" * 44, base64.b64encode(bytes(33)).decode()])
def test_a_text_that_is_no_key_is_refused_without_being_repeated(text: str):
    with pytest.raises(MasterKeyInvalidError) as caught:
        parse_master_key(text)

    assert not text or text not in str(caught.value)
