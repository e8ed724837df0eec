"""Reads an expression before it is run, and refuses what could cost too much or come out differently each time.

The library keeps maps in an order of its own that changes from run to run, so list functions may walk over lists
only. And their costs multiply when they stand inside each other, or when each item compiles a regular expression.
"""

import re

import msgspec

_MAX_MACROS = 4
"""Passes over a list in one expression."""
_MAX_MATCHES = 4
"""Regular expressions in one expression: each may take milliseconds to compile."""
_LISTS = {"filter", "map"}
"""List functions that give a list again."""
MACROS = {*_LISTS, "all", "exists", "exists_one", "existsOne"}
_TOKENS = re.compile(
    r"""(?P<comment>//[^\n]*)
    |(?P<string>[bB]?[rR][bB]?(?:\"{3}.*?\"{3}|'{3}.*?'{3}|"[^"\n]*"|'[^'\n]*')
    |[bB]?(?:\"{3}(?:\\.|[^\\])*?\"{3}|'{3}(?:\\.|[^\\])*?'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))
    |(?P<word>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>\S)""",
    re.VERBOSE | re.DOTALL,
)
_CLOSING = {")": "(", "]": "[", "}": "{"}


class RefusedError(Exception):
    """The expression is not run."""


class Call(msgspec.Struct, frozen=True):
    """A called name: at which token, and whether it stands inside a list function."""

    name: str
    place: int
    inside: bool


class Reader:
    """The tokens, where each bracket was opened, and the calls."""

    def __init__(self, expression: str) -> None:
        found = [token for token in _TOKENS.finditer(expression) if token.lastgroup != "comment"]
        self.kinds = [token.lastgroup or "" for token in found]
        self.texts = [token.group() for token in found]
        self.opened: dict[int, int] = {}
        self.calls: list[Call] = []
        self._read()

    def word(self, place: int) -> str | None:
        """Give the word at this place, if it is one."""
        return self.texts[place] if place >= 0 and self.kinds[place] == "word" else None

    def is_sign(self, place: int, sign: str) -> bool:
        """Whether this sign stands there."""
        return place >= 0 and self.kinds[place] == "sign" and self.texts[place] == sign

    def _read(self) -> None:
        stack: list[int] = []
        for place, (kind, text) in enumerate(zip(self.kinds, self.texts, strict=True)):
            if kind != "sign":
                continue
            if text in _CLOSING.values():
                name = self.word(place - 1) if text == "(" else None
                if name is not None:
                    inside = any(self.word(opener - 1) in MACROS for opener in stack if self.is_sign(opener, "("))
                    self.calls.append(Call(name, place - 1, inside))
                stack.append(place)
            elif text in _CLOSING and stack:
                self.opened[place] = stack.pop()


def walked_paths(expression: str) -> tuple[str, ...] | None:
    """Give the paths that list functions walk over, None when there are none. Raises RefusedError."""
    reader = Reader(expression)
    macros = [call for call in reader.calls if call.name in MACROS]
    patterns = [call for call in reader.calls if call.name == "matches"]
    if any(call.inside for call in macros):
        raise RefusedError("a list function inside another list function")
    if any(call.inside for call in patterns):
        raise RefusedError("matches() inside a list function")
    if len(macros) > _MAX_MACROS or len(patterns) > _MAX_MATCHES:
        raise RefusedError("too many list functions or patterns")
    if not macros:
        return None
    return tuple(path for path in (_receiver(reader, call) for call in macros) if path is not None)


def _receiver(reader: Reader, call: Call) -> str | None:
    """Give the path that is walked over; None for what is a list in any case. Raises RefusedError."""
    last = call.place - 2
    if not reader.is_sign(call.place - 1, "."):
        raise RefusedError(f"{call.name}() belongs behind a list")
    if reader.word(last) is not None:
        return _path(reader, last)
    opener = reader.opened.get(last, -1)
    before = reader.word(opener - 1)
    is_chained = reader.is_sign(opener, "(") and before in _LISTS and reader.is_sign(opener - 2, ".")
    if is_chained or (reader.is_sign(opener, "[") and _is_literal(reader, opener)):
        return None
    raise RefusedError(f"{call.name}() walks over a name or a list that is written out")


def _path(reader: Reader, last: int) -> str:
    words = [reader.texts[last]]
    while reader.is_sign(last - 1, ".") and reader.word(last - 2) is not None:
        last -= 2
        words.insert(0, reader.texts[last])
    if reader.is_sign(last - 1, "."):
        raise RefusedError("a list function walks over a name or a list that is written out")
    return ".".join(words)


def _is_literal(reader: Reader, opener: int) -> bool:
    """Whether a bracket opens a list, not an index into something."""
    before = reader.word(opener - 1)
    is_index = before not in {None, "in"} or any(reader.is_sign(opener - 1, sign) for sign in ")]}")
    return not is_index and (opener == 0 or reader.kinds[opener - 1] != "string")
