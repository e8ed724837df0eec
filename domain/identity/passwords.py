"""Which passwords are taken: long ones that nobody tries first (OWASP ASVS 5, 6.2; NIST SP 800-63B, 5.1.1.2).

No signs of any kind are asked for: what is asked for is always put in the same places.
"""

import re
from collections.abc import Container, Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

MIN_LENGTH = 10
"""Long beats strange (OWASP ASVS 5, 6.2.1 asks for eight)."""
MAX_BYTES = 1_000
"""A phrase of any length that people type; hashing time grows with it."""
MIN_DISTINCT = 5
"""`aaaaaaaaaa`, `1212121212`: guessed in no time, however long."""
MAX_ORNAMENT = 8
"""Digits and signs around one common word, such as a date: more of them than that are a password by themselves."""
MIN_WORD = 4
"""Shorter words are in everything."""

_ORNAMENT = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_NO_WORD = re.compile(r"[\W_]+")
_DISGUISES = str.maketrans("013457@$!", "oieastasi")
"""`p@ssw0rd` is tried right after `password`."""


class PasswordFault(StrEnum):
    """Why a password is not taken, in words for whoever chose it."""

    TOO_SHORT = "at least 10 characters"
    TOO_LONG = "at most 1,000 bytes"
    COMMON = "not one of the passwords that are tried first"
    PERSONAL = "not your name, your e-mail or your company's name"


def fault_of(password: str, *, common: Container[str], about: Iterable[str] = ()) -> PasswordFault | None:
    """Find the first fault. `common` holds case-folded words and passwords, `about` what is known of the person."""
    folded = password.casefold()
    if len(password) < MIN_LENGTH:
        return PasswordFault.TOO_SHORT
    if len(password.encode("utf-8", errors="replace")) > MAX_BYTES:
        return PasswordFault.TOO_LONG
    if _is_plain(folded) or any(word in common for word in _cores(folded)):
        return PasswordFault.COMMON
    if any(_is_made_of(folded, word) for known in about for word in _words(known)):
        return PasswordFault.PERSONAL
    return None


def _is_plain(folded: str) -> bool:
    """Whether it is one sign over and over, or runs up or down the alphabet or the digits."""
    steps = [ord(right) - ord(left) for left, right in pairwise(folded)]
    runs = sum(abs(step) == 1 for step in steps)
    return len(set(folded)) < MIN_DISTINCT or runs * 4 >= len(steps) * 3


def _cores(folded: str) -> Iterator[str]:
    """Give the words of which it may be a variation: itself, without ornament, undisguised, one half of a double."""
    for text in (folded, folded.translate(_DISGUISES)):
        yield text
        core = _ORNAMENT.sub("", text)
        if len(core) >= MIN_WORD and len(text) - len(core) <= MAX_ORNAMENT:
            yield core
        half = text[: len(text) // 2]
        if half * 2 == text:
            yield half


def _words(known: str) -> Iterator[str]:
    """Give what somebody would make a password of: a name as it is written together, and each part of it."""
    folded = known.casefold()
    for word in {_NO_WORD.sub("", folded), *_NO_WORD.split(folded)}:
        if len(word) >= MIN_WORD:
            yield word


def _is_made_of(folded: str, word: str) -> bool:
    """Whether little is left without the word."""
    plain = _NO_WORD.sub("", folded)
    return word in plain and len(plain.replace(word, "")) < min(len(word) + 2, MAX_ORNAMENT)
