"""What somebody looks for in messages, and where in a message it stands.

Every word must be in the message, as it is, in another number or gender, or as the beginning of a word. Words in
double quotes stand beside each other, in that order. All other signs mean nothing.
"""

import re
from collections.abc import Sequence

import msgspec

from domain.shared.words import Word, composed, stem, words_in

MOST_TERMS = 16
"""Words and phrases of one search that count; more is a text, and no search."""
SHORTEST_BEGINNING = 2
"""Letters from which on a word may be the beginning of another."""
SHOWN_BEFORE = 60
SHOWN_AFTER = 120
"""Signs of a message around the first find: two lines of a list."""

_QUOTED = re.compile(r'"([^"]*)"?')


class Term(msgspec.Struct, frozen=True):
    """Words that stand beside each other; one by itself may be the beginning of another."""

    words: tuple[str, ...]

    @property
    def beginning(self) -> str | None:
        """Give what a word may begin with; None where only whole words count."""
        [*others, last] = self.words
        return None if others or len(last) < SHORTEST_BEGINNING else last


class Fragment(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a message; `is_match` where it is what was looked for."""

    text: str
    is_match: bool


def terms_of(typed: str) -> tuple[Term, ...]:
    """Read what was typed; nothing where it holds no word."""
    text = composed(typed)
    terms: list[Term] = []
    for piece in _pieces(text):
        words = tuple(word.folded for word in words_in(piece))
        if words and Term(words) not in terms:
            terms.append(Term(words))
    return tuple(terms[:MOST_TERMS])


def _pieces(text: str) -> list[str]:
    """Give the phrases and the words between them. What is written as one, such as 12-34, is a phrase too."""
    pieces: list[str] = []
    place = 0
    for quoted in _QUOTED.finditer(text):
        pieces += [*text[place : quoted.start()].split(), quoted[1]]
        place = quoted.end()
    return [*pieces, *text[place:].split()]


def highlights(text: str, terms: Sequence[Term]) -> list[Fragment]:
    """Show where a message holds what was looked for: what is around the first find, in pieces."""
    shown = composed(text)
    words = list(words_in(shown))
    found = sorted({place for term in terms for place in _finds(words, term)})
    first = words[found[0]].start if found else 0
    since = _word_edge(shown, first - SHOWN_BEFORE)
    until = min(len(shown), first + SHOWN_AFTER)
    fragments: list[Fragment] = []
    place = since
    for word in (words[number] for number in found):
        if word.start >= place and word.end <= until:
            fragments += _fragment(shown[place : word.start], is_match=False)
            fragments += _fragment(shown[word.start : word.end], is_match=True)
            place = word.end
    return fragments + _fragment(shown[place:until], is_match=False)


def _fragment(text: str, *, is_match: bool) -> list[Fragment]:
    return [Fragment(text=text, is_match=is_match)] if text else []


def _finds(words: Sequence[Word], term: Term) -> list[int]:
    """Give the numbers of the words that are what the term says."""
    stems, length = [stem(word) for word in term.words], len(term.words)
    found: list[int] = []
    for number in range(len(words) - length + 1):
        here = words[number : number + length]
        is_whole = all(stem(word.folded) == one for word, one in zip(here, stems, strict=True))
        if is_whole or (term.beginning is not None and here[0].folded.startswith(term.beginning)):
            found += range(number, number + length)
    return found


def _word_edge(text: str, place: int) -> int:
    """Give where the first whole word from a place on begins."""
    if place <= 0:
        return 0
    space = text.find(" ", place, place + SHOWN_BEFORE)
    return place if space < 0 else space + 1
