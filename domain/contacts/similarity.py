"""Who may be the same person: a guess for people to decide, never decided here."""

from difflib import SequenceMatcher
from enum import StrEnum

from domain.shared.text import fold

TAIL = 8
"""The digits of a Brazilian subscriber without the ninth: what stays when area and country are left out."""
ALIKE = 0.8
"""Of two names: "Ana Souza" and "Ana Sousa" are, "Ana Souza" and "Bia Souza" are not."""


class DuplicateReason(StrEnum):
    """Why two contacts may be one."""

    PHONE = "phone"
    EMAIL = "email"
    DOCUMENT = "document"
    NAME = "name"


def same_phone(one: str, other: str) -> bool:
    """Say whether two matching forms are one number, once with and once without country, area or ninth digit."""
    if min(len(one), len(other)) < TAIL or one[-TAIL:] != other[-TAIL:]:
        return False
    return any(a.endswith(b) or b.endswith(a) for a in _forms(one) for b in _forms(other))


def _forms(number: str) -> set[str]:
    """Give it as it is, and without what may be its ninth digit."""
    has_ninth = len(number) > TAIL and number[-TAIL - 1] == "9"
    return {number, number[: -TAIL - 1] + number[-TAIL:]} if has_ninth else {number}


def alike(one: str | None, other: str | None) -> bool:
    """Say whether two names may be one: nearly the same letters, or all words of one among the other's."""
    first, second = fold(one or ""), fold(other or "")
    if not first or not second:
        return False
    words, others = set(first.split()), set(second.split())
    return words <= others or others <= words or SequenceMatcher(a=first, b=second).ratio() >= ALIKE
