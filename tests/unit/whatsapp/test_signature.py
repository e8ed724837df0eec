import hashlib
import hmac

import pytest

from adapters.whatsapp.cloud.signature import CloudSignature

SECRET = "app-secret-teste"
ENVELOPE = b'{"object":"whatsapp_business_account","entry":[]}'
VECTORS = [  # reference 1.2
    (ENVELOPE, "f12aa8c05b248af157819ae1a931ff10e474d57e270e1df2bd62c0c17a0cce5c"),
    (rb'{"t":"Jo\u00e3o \/ a\u0040b"}', "e83837a197f7eab99566ec382b9f80eaaec20d059350acb12ead4dc35bc7f5ba"),
    ('{"t":"João / a@b"}'.encode(), "7eacf6ef20ed5d8921a135e9967cbd98c156eb33c84036a0cbac7075f47dbe33"),
]


def is_valid(header: str | None, *, body: bytes = ENVELOPE, secrets: tuple[str, ...] = (SECRET,)) -> bool:
    return CloudSignature().is_valid(header=header, body=body, secrets=secrets)


def signed(body: bytes, secret: str) -> str:
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


@pytest.mark.parametrize(("body", "digest"), VECTORS)
def test_the_raw_bytes_are_what_is_signed(body: bytes, digest: str):
    assert is_valid(f"sha256={digest}", body=body)


def test_uppercase_hex_is_accepted():
    assert is_valid(f"sha256={VECTORS[0][1].upper()}")


def test_any_of_several_secrets_signs():
    assert is_valid(signed(ENVELOPE, "novo"), secrets=("velho", "novo"))


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "sha256=",
        VECTORS[0][1],
        f"sha1={VECTORS[0][1]}",
        f"SHA256={VECTORS[0][1]}",
        f"sha256={VECTORS[0][1]} ",
        f"sha256={VECTORS[0][1]}\n",
        f"sha256={VECTORS[0][1]}00",
        f"sha256={'é' * 64}",
        f"sha256={'٣' * 64}",
        f"sha256={'0' * 64}",
    ],
)
def test_anything_else_is_refused(header: str | None):
    assert not is_valid(header)


@pytest.mark.parametrize("secret", ["", " ", "\t\n"])
def test_a_blank_secret_never_matches(secret: str):
    assert not is_valid(signed(ENVELOPE, secret), secrets=(secret,))


def test_no_secret_matches_nothing():
    assert not is_valid(signed(ENVELOPE, ""), secrets=())


def test_one_changed_byte_is_refused():
    assert not is_valid(f"sha256={VECTORS[0][1]}", body=ENVELOPE + b" ")
