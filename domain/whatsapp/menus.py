"""Menus as text, for providers that deliver no buttons: numbered lines, and the answer read back into its choice.

Both halves live here, because what is read must be what was written: the numbers count every choice from one, in order.
"""

from collections.abc import Iterator

from domain.shared.content import (
    Buttons,
    Choice,
    Content,
    CtaUrl,
    Interactive,
    ListMenu,
    LocationRequest,
    Text,
    plain_text,
)
from domain.shared.text import fold

Menu = Buttons | ListMenu
Pressable = Menu | CtaUrl | LocationRequest
"""What is sent to be pressed, and becomes text here."""

_KEYCAP = dict.fromkeys(map(ord, "\ufe0f\u20e3"))
"""What makes a keycap of a digit: people answer with those too."""

MAX_NUMBER_DIGITS = 3
"""No menu has a thousand lines; a longer number is a phone or a document."""


def choices_of(menu: Menu) -> tuple[Choice, ...]:
    """Give every choice in order."""
    if isinstance(menu, Buttons):
        return menu.buttons
    return tuple(row for section in menu.sections for row in section.rows)


def as_text(content: Pressable) -> str:
    """Write it as the customer reads it."""
    return "\n\n".join(part for part in _parts(content) if part)


def text_alone(content: Content) -> str | None:
    """Give what the customer reads of what goes out as text alone; None for a file, a place, a card."""
    match content:
        case Text(body=body):
            return body
        case Buttons(header_media=None) | ListMenu() | CtaUrl(header_media=None) | LocationRequest():
            return as_text(content)
        case _:
            return None


def answer_to(menu: Menu, typed: str) -> Interactive | None:
    """Read an answer to a numbered menu as the choice that it names; None where it names none, or more than one.

    It names a choice by its number, its title or its id, and nothing else: accents, capitals and blanks do not count,
    and a full stop or a bracket after a number is no part of it.
    """
    said = fold(typed).translate(_KEYCAP)
    place = _number(said)
    named = [
        choice
        for number, choice in enumerate(choices_of(menu), start=1)
        if number == place or (said and said in {fold(choice.title), fold(choice.id)})
    ]
    return _pressed(menu, named[0]) if len(named) == 1 else None


def _number(said: str) -> int | None:
    """Read `2`, `2.`, `2)` or `02`."""
    number = said.rstrip(".)")
    is_one = number.isascii() and number.isdigit() and len(number) <= MAX_NUMBER_DIGITS
    return int(number) if is_one else None


def _pressed(menu: Menu, choice: Choice) -> Interactive:
    kind = "button" if isinstance(menu, Buttons) else "list"
    return Interactive(kind=kind, id=choice.id, title=choice.title, description=choice.description)


def _parts(content: Pressable) -> Iterator[str]:
    header = None if isinstance(content, LocationRequest) else content.header
    if header:
        yield f"*{header}*"
    yield plain_text(content)
    match content:
        case Buttons():
            yield "\n".join(_lines(content.buttons, start=1))
        case ListMenu():
            yield from _sections(content)
        case CtaUrl(display_text=label, url=url):
            yield f"{label}: {url}"
    footer = None if isinstance(content, LocationRequest) else content.footer
    if footer:
        yield f"_{footer}_"


def _sections(menu: ListMenu) -> Iterator[str]:
    number = 1
    for section in menu.sections:
        title = [f"*{section.title}*"] if section.title else []
        yield "\n".join([*title, *_lines(section.rows, start=number)])
        number += len(section.rows)


def _lines(choices: tuple[Choice, ...], *, start: int) -> Iterator[str]:
    for number, choice in enumerate(choices, start=start):
        yield f"{number}. {choice.title}" + (f" - {choice.description}" if choice.description else "")
