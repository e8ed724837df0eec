"""The only names that a store takes: those of `domain.media.keys`, so that nothing from outside names a place."""

import re

_KEY = re.compile(r"[0-9a-f-]{36}/[0-9a-f]{2}/[0-9a-f]{64}(\.thumbnail)?", re.ASCII)

CHUNK = 256 * 1024
"""Bytes of a file that are in memory at once."""


def checked(key: str) -> str:
    """Give the key back. Raises ValueError for anything else than a key of ours."""
    if not _KEY.fullmatch(key):
        raise ValueError("this is no key of a file")
    return key
