"""Signed addresses."""

from adapters.crypto.signatures import HmacSignatures

OLD, NEW = bytes(32), bytes(range(32))
TEXT = "media:1:2:file:1786536600"


def test_only_the_text_that_was_signed_is_right():
    signatures = HmacSignatures(NEW, purpose=b"files")
    signature = signatures.sign(TEXT)

    assert signatures.is_right(TEXT, signature=signature)
    assert not signatures.is_right(TEXT + "0", signature=signature)
    assert not any(
        signatures.is_right(TEXT, signature=wrong) for wrong in ("", signature[:-1], signature + "=", "ã\ud800")
    )


def test_signature_outlives_the_master_key_that_was_replaced_and_not_the_one_that_was_taken_away():
    before = HmacSignatures(OLD, purpose=b"files").sign(TEXT)

    assert HmacSignatures(NEW, [OLD], purpose=b"files").is_right(TEXT, signature=before)
    assert not HmacSignatures(NEW, purpose=b"files").is_right(TEXT, signature=before)


def test_each_purpose_has_a_key_of_its_own():
    signature = HmacSignatures(NEW, purpose=b"files").sign(TEXT)

    assert not HmacSignatures(NEW, purpose=b"other").is_right(TEXT, signature=signature)
