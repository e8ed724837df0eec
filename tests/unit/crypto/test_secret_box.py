import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.crypto.master_key import MasterKeyInvalidError, generate_master_key, parse_master_key
from adapters.crypto.secret_box import AesGcmSecretBox
from application.ports.secrets import SecretUnreadableError

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))
PLACE = "tenant-1/whatsapp_configs/7/access_token"


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_what_is_sealed_for_a_place_opens_there(secret: str, place: str):
    box = AesGcmSecretBox(KEY)

    assert box.open(box.seal(secret, place=place), place=place) == secret


def test_the_same_secret_is_sealed_differently_each_time():
    box = AesGcmSecretBox(KEY)

    assert box.seal("s", place=PLACE) != box.seal("s", place=PLACE)


def test_another_place_does_not_open_it():
    box = AesGcmSecretBox(KEY)
    sealed = box.seal("s", place=PLACE)

    with pytest.raises(SecretUnreadableError):
        box.open(sealed, place=PLACE.replace("tenant-1", "tenant-2"))


def test_another_key_does_not_open_it():
    sealed = AesGcmSecretBox(KEY).seal("s", place=PLACE)

    with pytest.raises(SecretUnreadableError):
        AesGcmSecretBox(OTHER_KEY).open(sealed, place=PLACE)


def test_a_replaced_key_still_opens_what_it_sealed():
    sealed = AesGcmSecretBox(KEY).seal("s", place=PLACE)

    assert AesGcmSecretBox(OTHER_KEY, (KEY,)).open(sealed, place=PLACE) == "s"


@given(st.data())
def test_one_changed_bit_does_not_open(data: st.DataObject):
    box = AesGcmSecretBox(KEY)
    sealed = bytearray(box.seal("a secret", place=PLACE))
    position = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[position // 8] ^= 1 << position % 8

    with pytest.raises(SecretUnreadableError):
        box.open(bytes(sealed), place=PLACE)


@given(st.binary(max_size=80))
def test_rubbish_does_not_open(rubbish: bytes):
    with pytest.raises(SecretUnreadableError):
        AesGcmSecretBox(KEY).open(rubbish, place=PLACE)


@given(st.integers(0, 60))
def test_a_cut_off_secret_does_not_open(length: int):
    box = AesGcmSecretBox(KEY)
    sealed = box.seal("a secret that is long enough to be cut off anywhere", place=PLACE)

    with pytest.raises(SecretUnreadableError):
        box.open(sealed[:length], place=PLACE)


def test_a_key_of_another_length_is_refused():
    with pytest.raises(MasterKeyInvalidError):
        AesGcmSecretBox(b"short")


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


def test_a_generated_master_key_can_be_read():
    assert len(parse_master_key(generate_master_key())) == 32
