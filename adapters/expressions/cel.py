"""Expressions by CEL. The library has no limits of its own, so hostile expressions are refused before they run.

What is left after `cel_guard` is linear in the context, which is bounded too. Results are put in order: the
library's maps are not.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from adapters.expressions.cel_guard import RefusedError, walked_paths
from adapters.expressions.cel_library import cel
from adapters.expressions.cel_names import names_in
from domain.flows.language import Evaluation, Mistake

_MAX_LENGTH = 1_000
"""Longer than a person can read; it also bounds how often a long text can be added to itself."""
_MAX_ITEMS = 200
"""Items of any list or object where a list function walks: the library copies the whole result for each item."""
_MAX_ITEM_TEXT = 4_096
"""Characters of any text there: a WhatsApp message's length."""
_CACHED = 2_048
"""Expressions kept compiled: those of the flows that run now, at about a kilobyte each."""
_PLACE = re.compile(r"<input>:(\d+):(\d+): (?P<what>[^\n]*)")
"""How the library says where: line and column, from one."""


class _Compiled:
    """A program, the names it uses, and the paths over which it walks (None: it does not)."""

    def __init__(self, expression: str) -> None:
        if len(expression) > _MAX_LENGTH:
            message = f"an expression has at most {_MAX_LENGTH} characters"
            raise RefusedError(message)
        self.walked = walked_paths(expression)
        self.program = cel.compile(expression)
        self.names = tuple(self.program.variables())

    def run(self, names: Mapping[str, object]) -> object:
        """Run it. Raises whatever Python has."""
        if self.walked is not None:
            self._check(names, self.walked)
        return _ordered(self.program.execute(dict(names)))

    def _check(self, names: Mapping[str, object], walked: tuple[str, ...]) -> None:
        if not all(_is_short(names.get(name)) for name in self.names):
            message = f"a list here has over {_MAX_ITEMS} items, or a text over {_MAX_ITEM_TEXT} characters"
            raise RefusedError(message)
        if any(isinstance(_at(path, names), Mapping) for path in walked):
            raise RefusedError("list functions walk over lists, not over objects")


class Cel:
    """Evaluates expressions, each compiled once. Errors are values."""

    def evaluate(self, expression: str, names: Mapping[str, object]) -> Evaluation:
        """Evaluate with these names."""
        try:
            return Evaluation(value=_compiled(expression).run(names))
        except Exception as error:  # noqa: BLE001  # the library raises what Python has: all of it is the expression's
            return Evaluation(error=_reason(error))

    def check(self, expression: str) -> str | None:
        """Compile it."""
        try:
            _compiled(expression)
        except Exception as error:  # noqa: BLE001  # as above
            return _reason(error)
        return None

    def mistake(self, expression: str) -> Mistake | None:
        """Compile it; the library says where it stopped."""
        try:
            _compiled(expression)
        except Exception as error:  # noqa: BLE001  # as above
            return _located(expression, error)
        return None

    def names(self, expression: str) -> tuple[str, ...]:
        """Give the paths that it reads without asking for them with has()."""
        return () if self.check(expression) else names_in(expression)


_compiled = lru_cache(maxsize=_CACHED)(_Compiled)


def _at(path: str, names: Mapping[str, object]) -> object:
    current: object = names
    for word in path.split("."):
        current = current.get(word) if isinstance(current, Mapping) else None
    return current


def _is_short(value: object) -> bool:
    match value:
        case str() | bytes():
            return len(value) <= _MAX_ITEM_TEXT
        case Mapping():
            return len(value) <= _MAX_ITEMS and all(map(_is_short, value.values()))
        case Sequence():
            return len(value) <= _MAX_ITEMS and all(map(_is_short, value))
        case _:
            return True


def _ordered(value: object) -> object:
    match value:
        case cel.OptionalValue():
            return _ordered(value.or_value(None))
        case dict():
            return {
                name: _ordered(value[name]) for name in sorted(value, key=lambda name: (str(type(name)), str(name)))
            }
        case list():
            return [_ordered(item) for item in value]
        case _:
            return value


def _located(expression: str, error: Exception) -> Mistake:
    found = _PLACE.search(str(error))
    if found is None:
        return Mistake(_reason(error))
    before = expression.split("\n")[: int(found[1]) - 1]
    position = sum(len(line) + 1 for line in before) + int(found[2]) - 1
    return Mistake(found["what"][:300], min(position, len(expression)))


def _reason(error: Exception) -> str:
    """Give the library's words; a missing key is all that a KeyError says."""
    text = str(error).strip()
    if isinstance(error, KeyError):
        return f"no such name: {text}"
    return text.split("\n")[0][:300] or type(error).__name__
