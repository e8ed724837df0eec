"""Which names an expression reads, and which of them it asks for first: told by its tokens alone."""

from collections.abc import Iterator

from adapters.expressions.cel_guard import MACROS, Reader

_WORDS = frozenset({"true", "false", "null", "in"})
"""What looks like a name and is none."""


def names_in(expression: str) -> tuple[str, ...]:
    """Give the paths that are read without being asked for, each once, in their order."""
    reader = Reader(expression)
    macros = [call.place for call in reader.calls if call.name in MACROS]
    bound = {reader.texts[place + 2] for place in macros if _binds(reader, place)}
    asked: set[str] = set()
    read: dict[str, None] = {}
    for place, path in _paths(reader):
        if path.split(".")[0] in bound:
            continue
        if _is_asked_for(reader, place):
            asked |= {".".join(path.split(".")[:depth]) for depth in range(2, path.count(".") + 2)}
            continue
        read[path] = None
        wanted = _looked_for(reader, place)
        if wanted is not None:
            asked.add(f"{path}.{wanted}")
    return tuple(path for path in read if not any(path == one or path.startswith(f"{one}.") for one in asked))


def _binds(reader: Reader, place: int) -> bool:
    """Whether `.map(i, …)` names its item here."""
    return place + 3 < len(reader.texts) and reader.word(place + 2) is not None and reader.is_sign(place + 3, ",")


def _paths(reader: Reader) -> Iterator[tuple[int, str]]:
    for place in range(len(reader.texts)):
        word = reader.word(place)
        if word is None or word in _WORDS or reader.is_sign(place - 1, ".") or _is_sign(reader, place + 1, "("):
            continue
        yield place, ".".join((word, *_rest(reader, place + 1)))


def _rest(reader: Reader, place: int) -> Iterator[str]:
    """Give the steps behind a name: `.x` and `["x"]`; a call's own name is none."""
    while place + 1 < len(reader.texts):
        if reader.is_sign(place, ".") and reader.word(place + 1) is not None and not _is_sign(reader, place + 2, "("):
            yield reader.texts[place + 1]
            place += 2
        elif reader.is_sign(place, "[") and reader.kinds[place + 1] == "string" and _is_sign(reader, place + 2, "]"):
            yield _unquoted(reader.texts[place + 1])
            place += 3
        else:
            return


def _is_asked_for(reader: Reader, place: int) -> bool:
    return reader.is_sign(place - 1, "(") and reader.word(place - 2) == "has"


def _looked_for(reader: Reader, place: int) -> str | None:
    """Give `x` where the name is what is looked into: `"x" in vars`."""
    is_in = place >= 2 and reader.word(place - 1) == "in" and reader.kinds[place - 2] == "string"  # noqa: PLR2004
    return _unquoted(reader.texts[place - 2]) if is_in else None


def _is_sign(reader: Reader, place: int, sign: str) -> bool:
    return place < len(reader.texts) and reader.is_sign(place, sign)


def _unquoted(text: str) -> str:
    return text.lstrip("bBrR").strip("\"'")
