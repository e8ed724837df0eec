"""What a message holds: one reader a type, in a table of Meta's own words (reference 2.2 to 2.12).

A reader gets the object named after the type and raises ValueError when it is not what the manual says. A message
whose object cannot be read is still somebody speaking: it is kept as Unsupported with all that arrived, while a
reaction, an edit, a deletion or a notice without its object is nothing, and unreadable.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Annotated

import msgspec

from adapters.whatsapp.cloud.fields import (
    NULL,
    UNREADABLE,
    Fields,
    Id,
    elements_of,
    lenient_elements_of,
    optional,
    required,
    text_of,
)
from adapters.whatsapp.cloud.media import audio, document, image, sticker, video, voice
from adapters.whatsapp.cloud.not_speech import edit, reaction, revoke, system
from adapters.whatsapp.cloud.people import split_address
from adapters.whatsapp.cloud.replies import button, interactive
from domain.shared.content import ContactCard, Contacts, Content, Location, Order, OrderItem, Text, Unsupported
from domain.whatsapp.inbound import ProviderError

Latitude = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude = Annotated[float, msgspec.Meta(ge=-180, le=180)]

MAX_QUANTITY = 1_000_000
"""Meta allows 99 of one item; beyond this it is no order."""


class _Text(msgspec.Struct):
    body: str


class _Location(msgspec.Struct):
    latitude: Latitude
    longitude: Longitude
    name: str | None = None
    address: str | None = None
    url: str | None = None


class _Name(msgspec.Struct):
    formatted_name: str | None = None
    first_name: str | None = None


class _Phone(msgspec.Struct):
    phone: Id = None
    wa_id: Id = None


class _Email(msgspec.Struct):
    email: str | None = None


class _Organization(msgspec.Struct):
    company: str | None = None


class _Card(msgspec.Struct):
    name: msgspec.Raw = NULL
    phones: msgspec.Raw = NULL
    emails: msgspec.Raw = NULL
    org: msgspec.Raw = NULL


class _Product(msgspec.Struct):
    product_retailer_id: Id
    quantity: Annotated[int, msgspec.Meta(ge=0, le=MAX_QUANTITY)] = 1
    item_price: Decimal | None = None
    currency: str | None = None


class _Order(msgspec.Struct):
    catalog_id: Id = None
    text: str | None = None
    product_items: list[_Product] = []


class _Unsupported(msgspec.Struct):
    type: str | None = None


_TEXT = msgspec.json.Decoder(_Text)
_LOCATION = msgspec.json.Decoder(_Location, strict=False)
_NAME = msgspec.json.Decoder(_Name)
_PHONE = msgspec.json.Decoder(_Phone)
_EMAIL = msgspec.json.Decoder(_Email)
_ORGANIZATION = msgspec.json.Decoder(_Organization)
_CARD = msgspec.json.Decoder(_Card)
_ORDER = msgspec.json.Decoder(_Order, strict=False)
_UNSUPPORTED = msgspec.json.Decoder(_Unsupported)


def text(raw: msgspec.Raw) -> Text:
    """Read plain text, of any length."""
    return Text(body=_TEXT.decode(raw).body)


def location(raw: msgspec.Raw) -> Location:
    """Read a place."""
    place = _LOCATION.decode(raw)
    return Location(
        latitude=place.latitude, longitude=place.longitude, name=place.name, address=place.address, url=place.url
    )


def contacts(raw: msgspec.Raw) -> Contacts:
    """Read business cards, of which every part may be missing."""
    return Contacts(cards=tuple(_card(_CARD.decode(element)) for element in elements_of(raw)))


def order(raw: msgspec.Raw) -> Order:
    """Read a shopping basket; prices are read from their text, never through a float."""
    basket = _ORDER.decode(raw)
    return Order(
        catalog_id=text_of(basket.catalog_id),
        text=basket.text,
        items=tuple(_order_item(product) for product in basket.product_items),
    )


READERS: dict[str, Callable[[msgspec.Raw], Content]] = {
    "text": text,
    "image": image,
    "video": video,
    "audio": audio,
    "voice": voice,
    "document": document,
    "sticker": sticker,
    "location": location,
    "contacts": contacts,
    "interactive": interactive,
    "button": button,
    "reaction": reaction,
    "order": order,
    "system": system,
    "edit": edit,
    "revoke": revoke,
}
"""Meta's word for a type, and who reads it. Any other type is kept as it came."""

NOTHING_WITHOUT_OBJECT = frozenset({"reaction", "system", "edit", "revoke"})


def content_of(fields: Fields, *, kind: str | None, errors: tuple[ProviderError, ...], raw: msgspec.Raw) -> Content:
    """Read the content of a message of type `kind`; `raw` is the whole message, kept when it is not understood."""
    if kind not in READERS:
        return _unsupported(_word(fields, kind), errors=errors, raw=raw)
    try:
        return READERS[kind](fields.get(kind, NULL))
    except UNREADABLE as error:
        if kind in NOTHING_WITHOUT_OBJECT:
            raise
        return _unsupported(kind, errors=errors, raw=raw, detail=str(error))


def _unsupported(
    kind: str | None, *, errors: tuple[ProviderError, ...], raw: msgspec.Raw, detail: str | None = None
) -> Unsupported:
    if not errors:
        return Unsupported(kind=kind, detail=detail, raw=raw.copy())
    return Unsupported(kind=kind, code=errors[0].code, detail=errors[0].detail or errors[0].title, raw=raw.copy())


def _word(fields: Fields, kind: str | None) -> str | None:
    """Give the provider's finer word: an `unsupported` message says what it would have been (reference 2.12)."""
    inner = optional(_UNSUPPORTED, fields.get("unsupported")) if kind == "unsupported" else None
    return (inner and inner.type) or kind


def _card(card: _Card) -> ContactCard:
    name = optional(_NAME, card.name) or _Name()
    phones = [optional(_PHONE, element) or _Phone() for element in lenient_elements_of(card.phones)]
    emails = [optional(_EMAIL, element) or _Email() for element in lenient_elements_of(card.emails)]
    organization = optional(_ORGANIZATION, card.org) or _Organization()
    return ContactCard(
        formatted_name=name.formatted_name or name.first_name or "",
        phones=tuple(filter(None, (text_of(phone.phone) for phone in phones))),
        wa_ids=tuple(filter(None, (split_address(phone.wa_id)[0] for phone in phones))),
        emails=tuple(email.email for email in emails if email.email),
        organization=organization.company,
    )


def _order_item(product: _Product) -> OrderItem:
    price = product.item_price
    return OrderItem(
        product_id=required(product.product_retailer_id, name="product_retailer_id"),
        quantity=product.quantity,
        price=price if price is not None and price.is_finite() else None,
        currency=product.currency,
    )
