"""The words of a text, as a search compares them: without accents and capitals, and without their endings.

The endings are those of number and gender in Portuguese (boletos, boleto; cartões, cartão; paga, pago), taken off by
rule and not by dictionary. What is taken off too much or too little is found by the beginning of the word.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from domain.shared.text import fold

LONGEST_WORD = 60
"""Signs of a word that are compared: longer ones are keys and addresses, told apart by their beginnings."""
SHORTEST_STEM = 3
KNOWN_WORDS = 20_000
"""Words whose stems are remembered: those that people use, some 2 MB."""

_WORD = re.compile(r"[^\W_]+")
_PLURALS = (
    ("oes", "ao"),
    ("aes", "ao"),
    ("ais", "al"),
    ("eis", "el"),
    ("ois", "ol"),
    ("uis", "ul"),
    ("ns", "m"),
    ("res", "r"),
    ("zes", "z"),
    ("ses", "s"),
    ("s", ""),
)
_LONG_ENOUGH = 5
"""Letters from which on the endings of several letters are those of a plural: `mais` is none."""
_GENDERS = "aeo"


class Word(msgspec.Struct, frozen=True):
    """A word, folded, and where in its text it stands."""

    folded: str
    start: int
    end: int


def composed(text: str) -> str:
    """Give a text in which an accent is part of its letter; the places of `words_in` are places of this one."""
    return unicodedata.normalize("NFC", text)


def words_in(text: str) -> Iterator[Word]:
    """Find the words of a composed text, in their order."""
    for found in _WORD.finditer(text):
        folded = _folded(found[0])[:LONGEST_WORD]
        if folded:
            yield Word(folded, found.start(), found.end())


@lru_cache(maxsize=KNOWN_WORDS)
def stem(word: str) -> str:
    """Take the ending of number and gender off a folded word. What holds a digit is no word of a language."""
    if len(word) <= SHORTEST_STEM or not word.isalpha():
        return word
    one = _singular(word)
    return one[:-1] if len(one) > SHORTEST_STEM and one[-1] in _GENDERS else one


def fold_words(text: str) -> str:
    """Fold each word of a text as `words_in` does; what lies between them stays as it is."""
    return _WORD.sub(lambda found: _folded(found[0]), composed(text))


def _folded(word: str) -> str:
    return word.lower() if word.isascii() else "".join(_WORD.findall(fold(word)))


def _singular(word: str) -> str:
    for ending, instead in _PLURALS:
        if word.endswith(ending) and (len(ending) == 1 or len(word) >= _LONG_ENOUGH):
            return word[: -len(ending)] + instead
    return word
