"""What the engine asks of expressions, templates and patterns. Every failure is a value: none of these raise."""

from collections.abc import Mapping
from typing import Protocol

import msgspec

from domain.flows.session import Value


class Evaluation(msgspec.Struct, frozen=True):
    """What an expression gave, or why it gave nothing."""

    value: object = None
    error: str | None = None


class Rendering(msgspec.Struct, frozen=True):
    """The text of a template, what was odd about it (undefined names), or why there is none."""

    text: str = ""
    warnings: tuple[str, ...] = ()
    error: str | None = None


class Search(msgspec.Struct, frozen=True):
    """Whether a pattern was found, or why that cannot be said."""

    found: bool = False
    error: str | None = None


class Mistake(msgspec.Struct, frozen=True):
    """What is wrong with a text, and at which character of it, counted from zero, where that is known."""

    message: str
    position: int | None = None


class Expressions(Protocol):
    """Evaluates CEL, in bounded time."""

    def evaluate(self, expression: str, names: Mapping[str, object]) -> Evaluation:
        """Evaluate with these names."""
        ...

    def check(self, expression: str) -> str | None:
        """Say what is wrong with the expression before it is ever run."""
        ...

    def mistake(self, expression: str) -> Mistake | None:
        """Say the same, and where."""
        ...

    def names(self, expression: str) -> tuple[str, ...]:
        """Give the paths that it reads (`vars.x`, `contact.attributes.y`) and that fail it when they are not there.

        What it asks for with has() is none of them. Nothing of an expression that cannot be read.
        """
        ...


class Templates(Protocol):
    """Renders Liquid, in bounded time and size; what a variable holds is never itself rendered."""

    def render(self, text: str, names: Mapping[str, object]) -> Rendering:
        """Render with these names."""
        ...

    def check(self, text: str) -> str | None:
        """Say what is wrong with the template before it is ever rendered."""
        ...

    def mistake(self, text: str) -> Mistake | None:
        """Say the same, and where."""
        ...

    def names(self, text: str) -> tuple[str, ...]:
        """Give the paths that it shows (`contact.name`, `x`) and that leave a gap when they are not there.

        What it asks for first, with `if` or `default`, is none of them. Nothing of a template that cannot be read.
        """
        ...


class Regex(Protocol):
    """Searches in linear time."""

    def search(self, pattern: str, text: str) -> Search:
        """Search `text` anywhere for `pattern`, ignoring case."""
        ...

    def check(self, pattern: str) -> str | None:
        """Say what is wrong with the pattern."""
        ...


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """The three together."""

    expressions: Expressions
    templates: Templates
    regex: Regex


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known outside the session. Attributes of the contact lie under `attributes`."""

    contact: dict[str, Value] = {}
    conversation: dict[str, Value] = {}
    flow: dict[str, Value] = {}
