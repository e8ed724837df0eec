"""The master key as people carry it: 32 random bytes, written as base64 or hexadecimal."""

import base64
import binascii
import re

KEY_BYTES = 32
"""AES-256."""

_HEX = re.compile(r"[0-9a-fA-F]{64}")
_URL_SAFE = str.maketrans("-_", "+/")


class MasterKeyInvalidError(ValueError):
    """The text is not a master key; the message never repeats it."""

    def __init__(self) -> None:
        super().__init__(
            f"must be {KEY_BYTES} random bytes in base64 (or 64 hexadecimal digits), "
            "as `pytake keys generate-master` prints them"
        )


def parse_master_key(text: str) -> bytes:
    """Read a key from base64 (also URL-safe, also unpadded) or hexadecimal. Raises MasterKeyInvalidError."""
    text = text.strip()
    key = bytes.fromhex(text) if _HEX.fullmatch(text) else _from_base64(text)
    if len(key) != KEY_BYTES:
        raise MasterKeyInvalidError
    return key


def _from_base64(text: str) -> bytes:
    padded = text.rstrip("=").translate(_URL_SAFE)
    padded += "=" * (-len(padded) % 4)
    try:
        return base64.b64decode(padded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MasterKeyInvalidError from error
