"""How an API key is written: `pytake_<12 letters and digits>_<43 of base64url>`.

The part before the second underscore is the key's `prefix`, by which it is found and shown; of the whole text only the
SHA-256 is kept. The fixed beginning lets programs that look for leaked secrets recognise ours.
"""

import re

PREFIX_CHARS = 12
"""62 bits: no two keys of ours are alike."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789"
MAX_KEY_CHARS = 100
"""Ours have 63."""

_KEY = re.compile(rf"(?P<prefix>pytake_[{ALPHABET}]{{{PREFIX_CHARS}}})_[A-Za-z0-9_-]{{43}}", re.ASCII)


def read_api_key(text: str) -> str | None:
    """Give the prefix of what may be a key; None for anything that was never one of ours."""
    found = _KEY.fullmatch(text) if len(text) <= MAX_KEY_CHARS else None
    return None if found is None else found["prefix"]


def write_api_key(*, letters: str, secret: str) -> str:
    """Write a key from its random letters (of `ALPHABET`) and its secret (`secrets.token_urlsafe(32)`)."""
    return f"pytake_{letters}_{secret}"
