"""How people look for a contact: by the beginnings of its words, and by digits of its phone.

Words are those of the name, the user name and the e-mail, without accents and capitals. An e-mail is found from each
of its words on, so that `lima@x` finds ana.lima@x.example.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from domain.contacts.contact import Contact
from domain.shared.phone import MAX_DIGITS, digits, spellings
from domain.shared.words import KNOWN_WORDS, LONGEST_WORD, composed, fold_words, words_in

FEWEST_DIGITS = 4
"""A phone is found by this many digits that stand in it beside each other, or more."""
MOST_WANTED = 16
"""Words and numbers of one search that count."""
MOST_KEPT = 64
"""Words by which one contact is found."""

_NUMBER_SIGNS = frozenset("0123456789().+-/")
_WORD_STARTS = re.compile(r"(?<![^\W_])[^\W_]")
_ENDS = re.compile(r"^[\W_]+|[\W_]+$")


class Wanted(msgspec.Struct, frozen=True):
    """One thing that a contact must have: words with all these beginnings, or these digits in its phone."""

    beginnings: tuple[str, ...]
    number: str | None = None


def beginnings_of(contact: Contact) -> set[str]:
    """Give the words by which a contact is found; the beginning of each is enough."""
    found: set[str] = set()
    for text in (contact.name, contact.username, contact.email):
        for piece in (text or "").split():
            if len(found) < MOST_KEPT:
                found.update(_words(piece) if _address(piece) is None else _from_each_word(fold_words(piece)))
    return found


def numbers_of(contact: Contact) -> list[str]:
    """Give every spelling of a contact's phone, in as many digits as a phone has."""
    found = sorted(spellings(contact.phone), reverse=True) if contact.phone else []
    return [number[:MAX_DIGITS] for number in found]


def wanted_by(typed: str) -> tuple[Wanted, ...]:
    """Read what was typed; nothing where it holds neither a letter nor a digit. A phone may be written in pieces."""
    wanted: list[Wanted] = []
    number: list[str] = []
    for piece in typed.split():
        if _NUMBER_SIGNS.issuperset(piece):
            number.append(piece)
            continue
        wanted += [*_number(number), *_word(piece)]
        number = []
    wanted += _number(number)
    return tuple(dict.fromkeys(wanted))[:MOST_WANTED]


def _word(piece: str) -> Iterator[Wanted]:
    address = _address(piece)
    yield from (Wanted((one,)) for one in (_words(piece) if address is None else (address,)))


def _number(pieces: list[str]) -> Iterator[Wanted]:
    """Read pieces of digits: together they are a phone's, and each may be the beginning of a word."""
    number, words = digits("".join(pieces)), tuple(word for piece in pieces for word in _words(piece))
    if FEWEST_DIGITS <= len(number) <= MAX_DIGITS:
        yield Wanted(words, number)
    elif words:
        yield Wanted(words)


@lru_cache(maxsize=KNOWN_WORDS)
def _words(piece: str) -> tuple[str, ...]:
    """Give the words of a piece; names are among few, and remembered."""
    return tuple(word.folded for word in words_in(composed(piece)))


def _address(piece: str) -> str | None:
    """Give a piece that is, or begins, an e-mail address, without the signs around it."""
    if "@" not in piece:
        return None
    bare = _ENDS.sub("", fold_words(piece))
    return bare[:LONGEST_WORD] if "@" in bare else None


def _from_each_word(address: str) -> Iterator[str]:
    return (address[start.start() :][:LONGEST_WORD] for start in _WORD_STARTS.finditer(address))
