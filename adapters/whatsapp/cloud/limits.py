"""What Meta accepts of a content, checked before a message is queued (reference 4.1 to 4.5, 4.14, 4.18)."""

import re
from collections.abc import Iterator

import msgspec

from adapters.whatsapp.cloud.cleaning import clean
from adapters.whatsapp.cloud.fields import UNREADABLE
from adapters.whatsapp.cloud.measures import count, optional_text, text, unique, wrong
from domain.shared.content import (
    Audio,
    Buttons,
    Choice,
    Contacts,
    Content,
    Document,
    Image,
    ListMenu,
    Location,
    Reaction,
    Section,
    Sticker,
    Template,
    Text,
    Video,
    Voice,
    type_of,
)
from domain.shared.errors import ErrorDetail

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_BUTTONS_BODY = 1024
MAX_LIST_BODY = 4096
MAX_HEADER = 60
MAX_FOOTER = 60
MAX_BUTTONS = 3
MAX_BUTTON_TITLE = 20
MAX_BUTTON_ID = 256
MAX_LIST_BUTTON = 20
MAX_SECTIONS = 10
MAX_ROWS = 10
"""In all sections together."""
MAX_SECTION_TITLE = 24
MAX_ROW_TITLE = 24
MAX_ROW_DESCRIPTION = 72
MAX_ROW_ID = 200
MAX_CARDS = 257
MAX_LATITUDE = 90
MAX_LONGITUDE = 180
MAX_QUICK_REPLY_PAYLOAD = 256
"""Not in Meta's manual; pywa uses it."""
MAX_COUPON = 20
MAX_LANGUAGE = 20
"""Meta's longest code has five letters (`pt_BR`)."""

_TEMPLATE_NAME = re.compile(r"[a-z0-9_]{1,512}", re.ASCII)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


class _Parameter(msgspec.Struct):
    payload: str | None = None
    coupon_code: str | None = None


class _Component(msgspec.Struct):
    type: str
    parameters: list[_Parameter] = []


_COMPONENT = msgspec.json.Decoder(_Component)


class CloudContentRules:
    """Implements ContentRules with Meta's limits."""

    def check(self, content: Content) -> tuple[ErrorDetail, ...]:
        """Name every field that Meta would refuse, with its limit."""
        return check(content)


def check(content: Content) -> tuple[ErrorDetail, ...]:
    """Say everything for which Meta would refuse this content; nothing when it may be sent."""
    return tuple(_problems(content))


def _problems(content: Content) -> Iterator[ErrorDetail]:
    match content:
        case Text(body=body):
            yield from text("body", body, at_most=MAX_TEXT)
        case Image() | Video() | Audio() | Voice() | Document() | Sticker():
            yield from _media(content)
        case Location():
            yield from _location(content)
        case Contacts():
            yield from _contacts(content)
        case Buttons():
            yield from _buttons(content)
        case ListMenu():
            yield from _list(content)
        case Template():
            yield from _template(content)
        case Reaction(target=target, emoji=emoji):
            yield from text("target", target, at_most=MAX_TEXT)
            yield from optional_text("emoji", emoji)
        case _:
            yield wrong("type", f"{type_of(content)} is received only and cannot be sent")


def _media(content: Image | Video | Audio | Voice | Document | Sticker) -> Iterator[ErrorDetail]:
    if not content.provider_media_id and not content.link:
        yield wrong("provider_media_id", "needs a provider_media_id or a link")
    yield from optional_text("provider_media_id", content.provider_media_id)
    if content.link and not _LINK.fullmatch(content.link):
        yield wrong("link", "must be an http or https address without spaces")
    yield from optional_text("link", content.link)
    if isinstance(content, Image | Video | Document):
        yield from optional_text("caption", content.caption, at_most=MAX_CAPTION)
    if isinstance(content, Document):
        yield from optional_text("filename", content.filename)


def _location(content: Location) -> Iterator[ErrorDetail]:
    if not abs(content.latitude) <= MAX_LATITUDE:
        yield wrong("latitude", f"must lie between -{MAX_LATITUDE} and {MAX_LATITUDE}")
    if not abs(content.longitude) <= MAX_LONGITUDE:
        yield wrong("longitude", f"must lie between -{MAX_LONGITUDE} and {MAX_LONGITUDE}")
    yield from optional_text("name", content.name)
    yield from optional_text("address", content.address)


def _contacts(content: Contacts) -> Iterator[ErrorDetail]:
    yield from count("cards", len(content.cards), at_most=MAX_CARDS)
    for index, card in enumerate(content.cards):
        yield from text(f"cards[{index}].formatted_name", card.formatted_name, at_most=MAX_TEXT)
        yield from optional_text(f"cards[{index}].organization", card.organization)
        for value in (*card.phones, *card.emails):
            yield from optional_text(f"cards[{index}]", value)


def _buttons(content: Buttons) -> Iterator[ErrorDetail]:
    yield from text("body", content.body, at_most=MAX_BUTTONS_BODY)
    yield from _frame(content)
    yield from count("buttons", len(content.buttons), at_most=MAX_BUTTONS)
    yield from unique("buttons.id", (button.id for button in content.buttons))
    yield from unique("buttons.title", (button.title for button in content.buttons))
    for index, button in enumerate(content.buttons):
        yield from text(f"buttons[{index}].id", button.id, at_most=MAX_BUTTON_ID)
        yield from text(f"buttons[{index}].title", button.title, at_most=MAX_BUTTON_TITLE)


def _list(content: ListMenu) -> Iterator[ErrorDetail]:
    yield from text("body", content.body, at_most=MAX_LIST_BODY)
    yield from _frame(content)
    yield from text("button", content.button, at_most=MAX_LIST_BUTTON)
    yield from count("sections", len(content.sections), at_most=MAX_SECTIONS)
    rows = [row for section in content.sections for row in section.rows]
    if len(rows) > MAX_ROWS:
        yield wrong("sections.rows", f"must have at most {MAX_ROWS} in all, has {len(rows)}")
    yield from unique("sections.rows.id", (row.id for row in rows))
    for index, section in enumerate(content.sections):
        yield from _section(f"sections[{index}]", section, alone=len(content.sections) == 1)


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


def _frame(content: Buttons | ListMenu) -> Iterator[ErrorDetail]:
    yield from optional_text("header", content.header, at_most=MAX_HEADER)
    yield from optional_text("footer", content.footer, at_most=MAX_FOOTER)


def _template(content: Template) -> Iterator[ErrorDetail]:
    if not _TEMPLATE_NAME.fullmatch(content.name):
        yield wrong("name", "must have 1 to 512 of a-z, 0-9 and _")
    yield from text("language", content.language, at_most=MAX_LANGUAGE)
    for index, component in enumerate(content.components):
        yield from _component(f"components[{index}]", component)


def _component(field: str, raw: msgspec.Raw) -> Iterator[ErrorDetail]:
    """Check what does not need the template's own definition; that check belongs to the templates."""
    try:
        component = _COMPONENT.decode(raw)
    except UNREADABLE as error:
        yield wrong(field, f"is no component: {error}")
        return
    if clean(bytes(raw)) != bytes(raw):
        yield wrong(field, "has a character that cannot be sent (NUL or half a surrogate pair)")
    for index, parameter in enumerate(component.parameters):
        place = f"{field}.parameters[{index}]"
        yield from optional_text(f"{place}.payload", parameter.payload, at_most=MAX_QUICK_REPLY_PAYLOAD)
        yield from optional_text(f"{place}.coupon_code", parameter.coupon_code, at_most=MAX_COUPON)
