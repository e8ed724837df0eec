"""What Evolution API and WhatsApp Web accept of a content, checked before a message is queued (reference 8)."""

from collections.abc import Iterator

from adapters.whatsapp.shared.measures import count, optional_text, text, unique, wrong
from domain.shared.content import (
    Audio,
    Buttons,
    Contacts,
    Content,
    CtaUrl,
    Document,
    HeaderMedia,
    Image,
    ListMenu,
    Location,
    LocationRequest,
    Reaction,
    Sticker,
    Template,
    Text,
    Video,
    Voice,
    type_of,
)
from domain.shared.errors import ErrorDetail
from domain.whatsapp.menus import Menu, Pressable, as_text, choices_of

MAX_TEXT = 65_536
"""WhatsApp's own apps cut there; Meta's API takes 4,096."""
MAX_CAPTION = 1024
MAX_CHOICES = 99
"""A menu is text, so this is patience and not WhatsApp."""
MAX_CARDS = 100
MAX_EMOJI = 32
"""UTF-16 units; the longest emoji of today, a family with skin tones, has some twenty-five."""
MAX_LATITUDE = 90
MAX_LONGITUDE = 180


class EvolutionContentRules:
    """Implements ContentRules with what the server and WhatsApp Web let through."""

    def check(self, content: Content) -> tuple[ErrorDetail, ...]:
        """Name every field that would be refused, with its limit."""
        return check(content)


def check(content: Content) -> tuple[ErrorDetail, ...]:
    """Say everything for which this content would be refused; nothing when it may be sent."""
    return tuple(_problems(content))


def _problems(content: Content) -> Iterator[ErrorDetail]:
    match content:
        case Text(body=body):
            yield from text("body", body, at_most=MAX_TEXT)
        case Image() | Video() | Audio() | Voice() | Document() | Sticker():
            yield from _media("", content)
        case Location():
            yield from _location(content)
        case Contacts():
            yield from _contacts(content)
        case Buttons() | ListMenu() | CtaUrl() | LocationRequest():
            yield from _pressable(content)
        case Reaction(target=target, emoji=emoji):
            yield from text("target", target, at_most=MAX_TEXT)
            yield from optional_text("emoji", emoji, at_most=MAX_EMOJI)
        case Template():
            yield wrong("type", "templates exist on Meta's own numbers only")
        case _:
            yield wrong("type", "{kind} is received only and cannot be sent", kind=type_of(content))


def _media(place: str, content: HeaderMedia | Audio | Voice | Sticker) -> Iterator[ErrorDetail]:
    if not content.media_id and not content.link:
        yield wrong(f"{place}media_id", "needs a media_id or a link")
    yield from optional_text(f"{place}link", content.link)
    if isinstance(content, Image | Video | Document):
        yield from optional_text(f"{place}caption", content.caption, at_most=MAX_CAPTION)
    if isinstance(content, Document):
        yield from optional_text(f"{place}filename", content.filename)


def _location(content: Location) -> Iterator[ErrorDetail]:
    if not abs(content.latitude) <= MAX_LATITUDE:
        yield wrong("latitude", "must lie between -{limit} and {limit}", limit=MAX_LATITUDE)
    if not abs(content.longitude) <= MAX_LONGITUDE:
        yield wrong("longitude", "must lie between -{limit} and {limit}", limit=MAX_LONGITUDE)
    yield from optional_text("name", content.name)
    yield from optional_text("address", content.address)


def _contacts(content: Contacts) -> Iterator[ErrorDetail]:
    yield from count("cards", len(content.cards), at_most=MAX_CARDS)
    for index, card in enumerate(content.cards):
        yield from text(f"cards[{index}].formatted_name", card.formatted_name, at_most=MAX_CAPTION)
        if not card.phones:
            yield wrong(f"cards[{index}].phones", "must have one: cards without a phone cannot be sent here")
        for value in (*card.phones, *card.emails, *filter(None, (card.organization,))):
            yield from optional_text(f"cards[{index}]", value)


def _pressable(content: Pressable) -> Iterator[ErrorDetail]:
    """Check it as the text that it becomes, which is a caption under a file."""
    yield from text("body", content.body, at_most=MAX_TEXT)
    if isinstance(content, Buttons | ListMenu):
        yield from _choices(content)
    if isinstance(content, CtaUrl):
        yield from text("url", content.url, at_most=MAX_TEXT)
    header = content.header_media if isinstance(content, Buttons | CtaUrl) else None
    if header is not None:
        yield from _media("header_media.", header)
    yield from optional_text("body", as_text(content), at_most=MAX_TEXT if header is None else MAX_CAPTION)


def _choices(menu: Menu) -> Iterator[ErrorDetail]:
    choices = choices_of(menu)
    field = "buttons" if isinstance(menu, Buttons) else "sections.rows"
    yield from count(field, len(choices), at_most=MAX_CHOICES)
    yield from unique(f"{field}.id", (choice.id for choice in choices))
    for index, choice in enumerate(choices):
        yield from text(f"{field}[{index}].title", choice.title, at_most=MAX_CAPTION)
        yield from text(f"{field}[{index}].id", choice.id, at_most=MAX_CAPTION)
