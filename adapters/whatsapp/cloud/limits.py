"""What Meta accepts of a content, checked before a message is queued (reference 4.1 to 4.7, 4.14, 4.18)."""

from collections.abc import Iterator

from adapters.whatsapp.cloud.file_limits import check_file
from adapters.whatsapp.cloud.interactive_limits import check_interactive
from adapters.whatsapp.cloud.template_limits import check_template
from adapters.whatsapp.shared.measures import count, optional_text, text, wrong
from domain.shared.content import (
    Audio,
    Buttons,
    Contacts,
    Content,
    CtaUrl,
    Document,
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

MAX_TEXT = 4096
MAX_CARDS = 257
MAX_LINE = 1000
"""Of a name or an address on a card or a place: Meta names no limit, and nobody reads more."""
MAX_LATITUDE = 90
MAX_LONGITUDE = 180
MAX_ID = 512
"""Meta's message ids have some 70 letters."""
MAX_EMOJI = 32
"""A family of four with skin tones has 25 units; what is longer is no single emoji."""


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
            yield from check_file(content)
        case Location():
            yield from _location(content)
        case Contacts():
            yield from _contacts(content)
        case Buttons() | ListMenu() | CtaUrl() | LocationRequest():
            yield from check_interactive(content)
        case Template():
            yield from check_template(content)
        case Reaction(target=target, emoji=emoji):
            yield from text("target", target, at_most=MAX_ID)
            yield from optional_text("emoji", emoji, at_most=MAX_EMOJI)
        case _:
            yield wrong("type", "{kind} is received only and cannot be sent", kind=type_of(content))


def _location(content: Location) -> Iterator[ErrorDetail]:
    if not abs(content.latitude) <= MAX_LATITUDE:
        yield wrong("latitude", "must lie between -{limit} and {limit}", limit=MAX_LATITUDE)
    if not abs(content.longitude) <= MAX_LONGITUDE:
        yield wrong("longitude", "must lie between -{limit} and {limit}", limit=MAX_LONGITUDE)
    yield from optional_text("name", content.name, at_most=MAX_LINE)
    yield from optional_text("address", content.address, at_most=MAX_LINE)


def _contacts(content: Contacts) -> Iterator[ErrorDetail]:
    yield from count("cards", len(content.cards), at_most=MAX_CARDS)
    for index, card in enumerate(content.cards):
        yield from text(f"cards[{index}].formatted_name", card.formatted_name, at_most=MAX_LINE)
        yield from optional_text(f"cards[{index}].organization", card.organization, at_most=MAX_LINE)
        for value in (*card.phones, *card.emails):
            yield from optional_text(f"cards[{index}]", value, at_most=MAX_LINE)
