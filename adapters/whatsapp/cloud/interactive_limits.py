"""What Meta accepts of a text with something to press (reference 4.4 to 4.7, 4.18)."""

from collections.abc import Iterator

from adapters.whatsapp.cloud.file_limits import check_header_file, check_link
from adapters.whatsapp.shared.measures import count, optional_text, text, unique, wrong
from domain.shared.content import Buttons, Choice, CtaUrl, ListMenu, LocationRequest, Section
from domain.shared.errors import ErrorDetail

MAX_BODY = 1024
MAX_LIST_BODY = 4096
MAX_HEADER = 60
MAX_FOOTER = 60
MAX_BUTTONS = 3
MAX_BUTTON_TITLE = 20
MAX_BUTTON_ID = 256
MAX_LIST_BUTTON = 20
MAX_DISPLAY_TEXT = 20
MAX_SECTIONS = 10
MAX_ROWS = 10
"""In all sections together."""
MAX_SECTION_TITLE = 24
MAX_ROW_TITLE = 24
MAX_ROW_DESCRIPTION = 72
MAX_ROW_ID = 200


def check_interactive(content: Buttons | ListMenu | CtaUrl | LocationRequest) -> Iterator[ErrorDetail]:
    """Check a text with something to press."""
    at_most = MAX_LIST_BODY if isinstance(content, ListMenu) else MAX_BODY
    yield from text("body", content.body, at_most=at_most)
    match content:
        case Buttons():
            yield from _buttons(content)
        case ListMenu():
            yield from _list(content)
        case CtaUrl():
            yield from _cta_url(content)


def _buttons(content: Buttons) -> Iterator[ErrorDetail]:
    yield from _frame(content)
    yield from count("buttons", len(content.buttons), at_most=MAX_BUTTONS)
    yield from unique("buttons.id", (button.id for button in content.buttons))
    yield from unique("buttons.title", (button.title for button in content.buttons))
    for index, button in enumerate(content.buttons):
        yield from text(f"buttons[{index}].id", button.id, at_most=MAX_BUTTON_ID)
        yield from text(f"buttons[{index}].title", button.title, at_most=MAX_BUTTON_TITLE)


def _list(content: ListMenu) -> Iterator[ErrorDetail]:
    yield from _frame(content)
    yield from text("button", content.button, at_most=MAX_LIST_BUTTON)
    yield from count("sections", len(content.sections), at_most=MAX_SECTIONS)
    rows = [row for section in content.sections for row in section.rows]
    if len(rows) > MAX_ROWS:
        yield wrong("sections.rows", "must have at most {limit} in all, has {count}", limit=MAX_ROWS, count=len(rows))
    yield from unique("sections.rows.id", (row.id for row in rows))
    for index, section in enumerate(content.sections):
        yield from _section(f"sections[{index}]", section, alone=len(content.sections) == 1)


def _cta_url(content: CtaUrl) -> Iterator[ErrorDetail]:
    yield from _frame(content)
    yield from text("display_text", content.display_text, at_most=MAX_DISPLAY_TEXT)
    if not content.url:
        yield wrong("url", "must not be empty")
    yield from check_link("url", content.url)


def _frame(content: Buttons | ListMenu | CtaUrl) -> Iterator[ErrorDetail]:
    yield from optional_text("header", content.header, at_most=MAX_HEADER)
    yield from optional_text("footer", content.footer, at_most=MAX_FOOTER)
    if isinstance(content, ListMenu):
        return
    if content.header and content.header_media is not None:
        yield wrong("header_media", "cannot stand beside a header in words")
    yield from check_header_file(content.header_media)


def _section(field: str, section: Section, *, alone: bool) -> Iterator[ErrorDetail]:
    title = optional_text if alone else text
    yield from title(f"{field}.title", section.title, at_most=MAX_SECTION_TITLE)
    if not section.rows:
        yield wrong(f"{field}.rows", "must not be empty")
    for index, row in enumerate(section.rows):
        yield from _row(f"{field}.rows[{index}]", row)


def _row(field: str, row: Choice) -> Iterator[ErrorDetail]:
    yield from text(f"{field}.id", row.id, at_most=MAX_ROW_ID)
    yield from text(f"{field}.title", row.title, at_most=MAX_ROW_TITLE)
    yield from optional_text(f"{field}.description", row.description, at_most=MAX_ROW_DESCRIPTION)
