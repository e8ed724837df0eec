"""The texts of a canned response: which there are, whether they are templates, and what they say to somebody."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from domain.flows.language import Templates
from domain.shared.content import Content
from domain.shared.errors import ErrorDetail

WORDS = frozenset({"body", "caption", "header", "footer", "title", "description", "display_text", "url", "button"})
"""Fields in which variables are filled in; ids, links and names of files stay as they are."""


class Rendered(msgspec.Struct, frozen=True, kw_only=True):
    """A content whose variables are filled in, and what was odd: names that nobody has."""

    content: Content
    warnings: tuple[str, ...] = ()


def wrong_texts(content: Content, *, templates: Templates) -> Iterator[ErrorDetail]:
    """Say which texts are no Liquid."""
    for place, text in _texts(msgspec.to_builtins(content), place=""):
        if problem := templates.check(text):
            yield ErrorDetail(
                field=f"content.{place}", message="it is no template: {reason}", values={"reason": problem}
            )


def render(content: Content, names: Mapping[str, object], *, templates: Templates) -> Rendered:
    """Fill the variables in. A text that cannot be rendered stays as it is written, and is told of."""
    warnings: list[str] = []

    def filled(text: str) -> str:
        rendering = templates.render(text, names)
        warnings.extend(rendering.warnings)
        if rendering.error is not None:
            warnings.append(rendering.error)
            return text
        return rendering.text

    told = msgspec.convert(_with(msgspec.to_builtins(content), filled), Content)
    return Rendered(content=told, warnings=tuple(dict.fromkeys(warnings)))


def _texts(value: object, *, place: str, is_words: bool = False) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and is_words:
        yield place, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, place=f"{place}.{name}" if place else name, is_words=name in WORDS)
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from _texts(inner, place=f"{place}[{index}]")


def _with(value: object, filled: Callable[[str], str], *, is_words: bool = False) -> object:
    if isinstance(value, str):
        return filled(value) if is_words else value
    if isinstance(value, dict):
        return {name: _with(inner, filled, is_words=name in WORDS) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_with(inner, filled) for inner in value]
    return value
