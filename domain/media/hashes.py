"""A file's hash as providers spell it."""

import base64
import binascii

SHA256_BYTES = 32


def sha256_in(text: str | None) -> bytes | None:
    """Read a SHA-256 in Base64, as Meta writes it in webhooks, or in hexadecimal; None for anything else."""
    if not text:
        return None
    try:
        found = bytes.fromhex(text) if len(text) == SHA256_BYTES * 2 else base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error):
        return None
    return found if len(found) == SHA256_BYTES else None
