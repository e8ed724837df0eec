"""A document's text in passages: short enough to be shown to a model, long enough to say something by themselves.

Pure: the same text gives the same passages. Headings (lines that begin with `#`, as Markdown has them and as HTML and
PDF are read into) begin a passage and are carried by all that is under them; a passage repeats the end of the one
before, so that what stands across a cut is whole in one of them.
"""

import re
from collections.abc import Iterator

import msgspec

LONGEST = 1_200
"""Characters: some three hundred tokens, a screen of a phone."""
OVERLAP = 150
"""Characters that are repeated: a sentence or two."""
LONGEST_PIECE = LONGEST - OVERLAP - 2
"""Of a long paragraph, so that the end of the piece before fits in front of it."""
MAX_HEADING = 200
SEPARATOR = " › "

_HEADING = re.compile(r"(#{1,6})\s+(\S.*)")
_SENTENCE_END = re.compile(r"(?<=[.!?…;:])\s+")


class Chunk(msgspec.Struct, frozen=True):
    """A passage: under which headings it stands, and what it says."""

    heading: str
    body: str


def chunks_of(text: str) -> list[Chunk]:
    """Cut a text."""
    return [
        Chunk(heading=heading, body=body) for heading, paragraphs in _sections(text) for body in _joined(paragraphs)
    ]


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give what stands under each heading, as paragraphs."""
    path: list[tuple[int, str]] = []
    lines: list[str] = []
    is_code = False
    for line in text.replace("\x00", "").splitlines():
        is_code ^= line.lstrip().startswith("```")
        found = None if is_code else _HEADING.fullmatch(line.strip())
        if found is None:
            lines.append(line.rstrip())
            continue
        yield _title(path), _paragraphs(lines)
        level, lines = len(found[1]), []
        path = [(deeper, name) for deeper, name in path if deeper < level]
        path.append((level, found[2].strip(" #")))
    yield _title(path), _paragraphs(lines)


def _title(path: list[tuple[int, str]]) -> str:
    return SEPARATOR.join(name for _, name in path)[:MAX_HEADING]


def _paragraphs(lines: list[str]) -> list[str]:
    """Join lines to paragraphs, which an empty line ends."""
    return [found for part in re.split(r"\n\s*\n", "\n".join(lines)) if (found := part.strip())]


def _joined(paragraphs: list[str]) -> Iterator[str]:
    """Put pieces together while they fit; the next begins with the end of the last."""
    body = ""
    for piece in (piece for paragraph in paragraphs for piece in _pieces(paragraph)):
        if not body:
            body = piece
        elif len(body) + 2 + len(piece) <= LONGEST:
            body = f"{body}\n\n{piece}"
        else:
            yield body
            tail = _tail(body)
            body = f"{tail}\n\n{piece}" if tail and len(tail) + 2 + len(piece) <= LONGEST else piece
    if body:
        yield body


def _pieces(paragraph: str) -> Iterator[str]:
    """Cut what is too long at the ends of sentences, then at spaces, then anywhere."""
    rest = paragraph
    while len(rest) > LONGEST_PIECE:
        cut = _cut(rest[: LONGEST_PIECE + 1])
        yield rest[:cut].strip()
        rest = rest[cut:].strip()
    if rest:
        yield rest


def _cut(text: str) -> int:
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    if ends and ends[-1] > LONGEST_PIECE // 3:
        return min(ends[-1], LONGEST_PIECE)
    space = text.rfind(" ", LONGEST_PIECE // 3, LONGEST_PIECE)
    return space if space > 0 else LONGEST_PIECE


def _tail(body: str) -> str:
    """Give whole sentences of the end, as many as `OVERLAP` holds; nothing where the last is longer."""
    tail = ""
    for sentence in reversed(_SENTENCE_END.split(body)):
        if len(tail) + len(sentence) + 1 > OVERLAP:
            break
        tail = f"{sentence} {tail}".strip()
    return tail
