"""Texts by Liquid: no files, no includes, no clock, and a budget for everything that multiplies.

The library bounds loops, output, nesting and local variables. Filters it does not bound, so each is metered: what
goes in and comes out of all filters of one rendering together has a limit. Values are never rendered themselves.
"""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import ClassVar

from liquid import BoundTemplate, Environment, Mode, RenderContext, Undefined
from liquid.exceptions import LiquidError, ResourceLimitError
from liquid.filter import with_context

from adapters.expressions.liquid_dates import date
from adapters.expressions.liquid_names import names_in
from domain.flows.language import Mistake, Rendering

_MAX_TEMPLATE = 16_384
"""Four times WhatsApp's longest text: room for markup."""
_MAX_OUTPUT = 32 * 1024
"""Bytes of output: WhatsApp's longest text in the longest characters, and room for what is cut."""
_MAX_LOOPS = 500
"""Passes of all loops together; a message with more lines is not read."""
_MAX_LOCALS = 128 * 1024
"""Bytes of variables that a template makes: twice a session's context."""
_MAX_FILTERED = 2_000_000
"""Characters and items through all filters of one rendering: a fraction of a second."""
_CACHED = 1_024
"""Templates kept parsed: those of the flows that run now."""
_MAX_WARNINGS = 10
"""More than anybody reads of one text."""


class _Meter:
    """What one rendering has used, and the names it did not find."""

    def __init__(self) -> None:
        self.used = 0
        self.missing: list[str] = []

    def spend(self, *sizes: int) -> None:
        """Count. Raises ResourceLimitError."""
        self.used += sum(sizes)
        if self.used > _MAX_FILTERED:
            raise ResourceLimitError("the filters of this text do too much", token=None)

    def miss(self, what: str) -> None:
        """Remember that a name stood for nothing."""
        if what not in self.missing and len(self.missing) < _MAX_WARNINGS:
            self.missing.append(what)


_meter: ContextVar[_Meter] = ContextVar("liquid_meter")


class _Missing(Undefined):
    """Renders empty, and is a warning once it is rendered."""

    def __str__(self) -> str:
        _meter.get().miss(self.hint or f"{self.name!r} is undefined")
        return ""


class _Environment(Environment):
    """The library's own limits."""

    block_nesting_limit: ClassVar[int] = 20
    context_depth_limit: ClassVar[int] = 20
    loop_iteration_limit: ClassVar[int | None] = _MAX_LOOPS
    local_namespace_limit: ClassVar[int | None] = _MAX_LOCALS
    output_stream_limit: ClassVar[int | None] = _MAX_OUTPUT


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | bytes | list | tuple | dict | range) else 1


def _metered(deed: Callable[..., object]) -> Callable[..., object]:
    """Meter a filter; `wraps` keeps the marks by which the library knows what to pass."""

    @wraps(deed)
    def filtered(*args: object, **named: object) -> object:
        meter = _meter.get()
        meter.spend(*map(_size, args), *map(_size, named.values()))
        result = deed(*args, **named)
        meter.spend(_size(result))
        return result

    return filtered


def _replace(text: object, old: object, new: object = "") -> str:
    """Replace, after counting what it will give."""
    whole, part, other = _text(text), _text(old), _text(new)
    _meter.get().spend(len(whole), whole.count(part) * len(other))
    return whole.replace(part, other)


def _join(items: object, separator: object = " ") -> str:
    """Join, after counting what it will give."""
    found = [_text(item) for item in items] if isinstance(items, list | tuple | range) else [_text(items)]
    between = _text(separator)
    _meter.get().spend(sum(map(len, found)), len(found) * len(between))
    return between.join(found)


def _text(value: object) -> str:
    return "" if value is None else str(value)


@with_context
def _date(value: object, form: object = "", *, context: RenderContext) -> object:
    """Format a time; `now` is the time of the sprint, not of this machine."""
    return date(context.resolve("now") if value in ("now", "today") else value, form)


def _environment() -> Environment:
    environment = _Environment(tolerance=Mode.STRICT, undefined=_Missing, strict_filters=True)
    for tag in ("include", "render"):
        del environment.tags[tag]
    environment.filters.update({"replace": _replace, "join": _join, "date": _date})
    environment.filters.update({name: _metered(deed) for name, deed in environment.filters.items()})
    return environment


_ENVIRONMENT = _environment()


@lru_cache(maxsize=_CACHED)
def _parsed(text: str) -> BoundTemplate:
    if len(text) > _MAX_TEMPLATE:
        message = f"a text has at most {_MAX_TEMPLATE} characters"
        raise ValueError(message)
    return _ENVIRONMENT.from_string(text)


class Liquid:
    """Renders templates, each parsed once. Errors are values."""

    def render(self, text: str, names: Mapping[str, object]) -> Rendering:
        """Render with these names; those it does not find render empty and are warnings."""
        meter = _Meter()
        token = _meter.set(meter)
        try:
            rendered = _parsed(text).render(names)
        except Exception as error:  # noqa: BLE001  # a filter may raise what Python has: all of it is the template's
            return Rendering(error=_reason(error))
        finally:
            _meter.reset(token)
        return Rendering(text=rendered, warnings=tuple(meter.missing))

    def check(self, text: str) -> str | None:
        """Parse it, and look its filters up."""
        found = self.mistake(text)
        return found.message if found else None

    def mistake(self, text: str) -> Mistake | None:
        """Parse it, and look its filters up; the library says where."""
        return _read(text)[0]

    def names(self, text: str) -> tuple[str, ...]:
        """Give the paths that it shows without asking for them with `if` or `default`."""
        return _read(text)[1]


@lru_cache(maxsize=_CACHED)
def _read(text: str) -> tuple[Mistake | None, tuple[str, ...]]:
    """Say what is wrong with a text, and which names it shows."""
    try:
        analysis = _parsed(text).analyze(include_partials=False)
    except LiquidError as error:
        place = error.token.start_index if error.token is not None else -1
        return Mistake(_reason(error), place if place >= 0 else None), ()
    except Exception as error:  # noqa: BLE001  # as above
        return Mistake(_reason(error)), ()
    unknown = sorted(set(analysis.filters) - set(_ENVIRONMENT.filters))
    if unknown:
        return Mistake(f"unknown filter '{unknown[0]}'", analysis.filters[unknown[0]][0].index), ()
    return None, names_in(text, analysis)


def _reason(error: Exception) -> str:
    return str(error).split("\n")[0][:300] or type(error).__name__
