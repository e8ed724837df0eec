"""The second factor: six digits that a phone makes anew every half minute (RFC 6238 over RFC 4226, SHA-1).

SHA-1 and 30 seconds are what every authenticator app knows; HMAC does not suffer from SHA-1's collisions.
"""

import base64
import hmac
from datetime import datetime
from urllib.parse import quote

STEP_SECONDS = 30
DIGITS = 6
WINDOW = 1
"""Steps that the phone's clock may be off, either way (RFC 6238, 5.2)."""
SECRET_BYTES = 20
"""As long as the hash (RFC 4226, R6: 160 bits recommended)."""

_SIGN_BIT_OFF = 0x7FFFFFFF
_LOW_NIBBLE = 0x0F


def step_of(at: datetime) -> int:
    """Give the number of the half minute since 1970 that a time lies in."""
    return int(at.timestamp()) // STEP_SECONDS


def code_at(secret: bytes, step: int) -> str:
    """Give the code of a step."""
    mac = hmac.digest(secret, step.to_bytes(8, "big"), "sha1")
    offset = mac[-1] & _LOW_NIBBLE
    number = int.from_bytes(mac[offset : offset + 4], "big") & _SIGN_BIT_OFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def matching_step(secret: bytes, code: str, *, at: datetime, after: int | None) -> int | None:
    """Give the step that a code is of, near a time; None when it is none, or none later than `after`.

    Every step is compared, each in constant time, so that time tells nothing.
    """
    now = step_of(at)
    shown = code.encode()
    matching = [
        step
        for step in range(now - WINDOW, now + WINDOW + 1)
        if hmac.compare_digest(code_at(secret, step).encode(), shown)
    ]
    return next((step for step in matching if after is None or step > after), None)


def write_secret(secret: bytes) -> str:
    """Write a secret as authenticator apps take it: base32 without padding."""
    return base64.b32encode(secret).decode().rstrip("=")


def otpauth_url(secret: bytes, *, account: str, issuer: str) -> str:
    """Give the address that a QR code holds (Google's Key URI Format)."""
    label = f"{quote(issuer, safe='')}:{quote(account, safe='')}"
    return (
        f"otpauth://totp/{label}?secret={write_secret(secret)}&issuer={quote(issuer, safe='')}"
        f"&algorithm=SHA1&digits={DIGITS}&period={STEP_SECONDS}"
    )
