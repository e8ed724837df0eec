"""Things to press: how a document writes them, how they are sent, and which of them a reply means."""

import msgspec

from domain.flows.limits import (
    MAX_BUTTON_TITLE,
    MAX_BUTTONS,
    MAX_HEADER,
    MAX_INTERACTIVE_TEXT,
    MAX_ROW_DESCRIPTION,
    MAX_ROW_TITLE,
    MAX_ROWS,
)
from domain.flows.session import Reply
from domain.flows.text import cut, fold
from domain.flows.turn import Turn
from domain.shared.content import Buttons, Choice, Content, Interactive, ListMenu, Section

_OPEN_LIST = "Ver opções"


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to press, written out; without an id its title is its id."""

    title: str
    id: str = ""
    description: str | None = None


class OptionGroup(msgspec.Struct, frozen=True, kw_only=True):
    """A titled group of rows."""

    rows: tuple[str | Option, ...] = ()
    title: str = ""


class ListSpec(msgspec.Struct, frozen=True, kw_only=True):
    """A list with its opening button; rows alone or in sections."""

    button: str = _OPEN_LIST
    rows: tuple[str | Option, ...] = ()
    sections: tuple[OptionGroup, ...] = ()


class Menu(msgspec.Struct, frozen=True, kw_only=True):
    """What a node offers, read once: `sections` hold every choice in order."""

    sections: tuple[Section, ...] = ()
    button: str = _OPEN_LIST
    header: str = ""
    footer: str = ""
    as_list: bool = False

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Every choice in order; a typed number counts from one."""
        return tuple(choice for section in self.sections for choice in section.rows)


def read_choice(option: str | Option) -> Choice:
    """Read a plain string or an object."""
    if isinstance(option, str):
        return Choice(id=option, title=option)
    return Choice(id=option.id or option.title, title=option.title, description=option.description)


def read_menu(
    buttons: tuple[str | Option, ...], listed: tuple[str | Option, ...] | ListSpec | None, *, header: str, footer: str
) -> Menu:
    """Read what a node offers: its buttons, or its list in any of its spellings."""
    spec = listed if isinstance(listed, ListSpec) else ListSpec(rows=listed or ())
    groups = (OptionGroup(rows=(*buttons, *spec.rows)), *spec.sections)
    sections = (Section(title=group.title, rows=tuple(map(read_choice, group.rows))) for group in groups)
    return Menu(
        sections=tuple(section for section in sections if section.rows),
        button=spec.button or _OPEN_LIST,
        header=header,
        footer=footer,
        as_list=not buttons,
    )


def offer(menu: Menu, *, body: str, turn: Turn) -> Content:
    """Make the message; more buttons than WhatsApp shows become a list."""
    text = cut(body, MAX_INTERACTIVE_TEXT)
    header = cut(turn.render(menu.header), MAX_HEADER) or None
    footer = cut(turn.render(menu.footer), MAX_HEADER) or None
    if menu.as_list or len(menu.choices) > MAX_BUTTONS:
        button = cut(turn.render(menu.button), MAX_BUTTON_TITLE)
        return ListMenu(body=text, button=button, sections=_rows(menu), header=header, footer=footer)
    buttons = tuple(Choice(id=choice.id, title=cut(choice.title, MAX_BUTTON_TITLE)) for choice in menu.choices)
    return Buttons(body=text, buttons=buttons, header=header, footer=footer)


def offered_in(content: Content) -> tuple[Choice, ...]:
    """Give what a message that was sent offers to press."""
    match content:
        case Buttons(buttons=buttons):
            return buttons
        case ListMenu(sections=sections):
            return tuple(choice for section in sections for choice in section.rows)
        case _:
            return ()


def _rows(menu: Menu) -> tuple[Section, ...]:
    shown = {choice.id for choice in menu.choices[:MAX_ROWS]}
    cuts = (
        Section(
            title=cut(section.title, MAX_ROW_TITLE), rows=tuple(_row(row) for row in section.rows if row.id in shown)
        )
        for section in menu.sections
    )
    return tuple(section for section in cuts if section.rows)


def _row(choice: Choice) -> Choice:
    description = cut(choice.description, MAX_ROW_DESCRIPTION) if choice.description else None
    return Choice(id=choice.id, title=cut(choice.title, MAX_ROW_TITLE), description=description)


def chosen(choices: tuple[Choice, ...], reply: Reply) -> Choice | None:
    """Find what the reply means: what was pressed, else the title that was typed, else its number."""
    pressed = reply.content.id if isinstance(reply.content, Interactive) else None
    typed = fold(reply.text)
    by_id = (choice for choice in choices if pressed is not None and choice.id == pressed)
    by_title = (choice for choice in choices if typed and typed in {fold(choice.title), fold(choice.id)})
    by_number = (choice for number, choice in enumerate(choices, start=1) if typed == str(number))
    return next(by_id, None) or next(by_title, None) or next(by_number, None)


def as_pressed(reply: Reply, choice: Choice) -> Reply:
    """Give the reply as if the choice had been pressed, whichever way it was made."""
    content = Interactive(kind="button", id=choice.id, title=choice.title, description=choice.description)
    return Reply(message_id=reply.message_id, content=content, text=choice.title)
