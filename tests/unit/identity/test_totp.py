from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity.totp import WINDOW, code_at, matching_step, otpauth_url, step_of, write_secret

RFC_SECRET = b"12345678901234567890"
NOW = datetime(2026, 8, 12, 12, 0, tzinfo=UTC)

secrets = st.binary(min_size=16, max_size=32)
times = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1111111109, "081804"),
        (1111111111, "050471"),
        (1234567890, "005924"),
        (2000000000, "279037"),
        (20000000000, "353130"),
    ],
)
def test_the_codes_are_those_of_the_rfc(seconds: int, code: str):
    """RFC 6238, appendix B; the last six of its eight digits."""
    assert code_at(RFC_SECRET, step_of(datetime.fromtimestamp(seconds, UTC))) == code


@pytest.mark.parametrize(
    ("count", "code"),
    [(0, "755224"), (1, "287082"), (2, "359152"), (3, "969429"), (7, "162583"), (8, "399871"), (9, "520489")],
)
def test_the_codes_are_those_of_hotp(count: int, code: str):
    """RFC 4226, appendix D."""
    assert code_at(RFC_SECRET, count) == code


@given(secrets, times)
def test_a_code_is_good_now_and_one_step_either_way(secret: bytes, at: datetime):
    now = step_of(at)
    for step in range(now - WINDOW, now + WINDOW + 1):
        assert matching_step(secret, code_at(secret, step), at=at, after=None) is not None


@given(secrets, times, st.integers(min_value=-1000, max_value=1000))
def test_a_code_of_another_time_is_good_only_if_it_looks_like_one_of_now(secret: bytes, at: datetime, off: int):
    code, now = code_at(secret, step_of(at) + off), step_of(at)
    good = {code_at(secret, step) for step in range(now - WINDOW, now + WINDOW + 1)}

    assert (matching_step(secret, code, at=at, after=None) is not None) is (code in good)


@given(secrets, times)
def test_no_code_is_good_twice(secret: bytes, at: datetime):
    code = code_at(secret, step_of(at))
    used = matching_step(secret, code, at=at, after=None)

    assert used is not None
    again = matching_step(secret, code, at=at, after=used)
    assert again is None or again > used


@given(st.text(max_size=12))
def test_anything_else_is_no_code(text: str):
    good = {code_at(RFC_SECRET, step_of(NOW) + off) for off in (-1, 0, 1)}

    assert (matching_step(RFC_SECRET, text, at=NOW, after=None) is not None) is (text in good)


@given(secrets, times)
def test_a_code_has_six_digits(secret: bytes, at: datetime):
    code = code_at(secret, step_of(at))

    assert len(code) == 6
    assert code.isascii()
    assert code.isdigit()


def test_a_step_is_half_a_minute():
    assert step_of(NOW + timedelta(seconds=30)) == step_of(NOW) + 1
    assert step_of(NOW + timedelta(seconds=29)) == step_of(NOW)


def test_the_address_holds_what_an_app_needs():
    url = urlsplit(otpauth_url(RFC_SECRET, account="ana@aurora.example", issuer="PyTake Aurora"))

    assert (url.scheme, url.netloc) == ("otpauth", "totp")
    assert unquote(url.path) == "/PyTake Aurora:ana@aurora.example"
    assert parse_qs(url.query) == {
        "secret": ["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"],
        "issuer": ["PyTake Aurora"],
        "algorithm": ["SHA1"],
        "digits": ["6"],
        "period": ["30"],
    }
    assert "=" not in write_secret(b"\x00" * 16)
