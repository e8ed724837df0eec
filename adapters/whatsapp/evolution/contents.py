"""What a message holds: one reader a `messageType`, in a table of WhatsApp's own words (reference 6.3).

A reader gets the object named after the type. What it cannot read is still somebody speaking: it is kept as
Unsupported. A file is named by its message's id, for the server hands the bytes out by that (reference 6.4).
"""

import re
from collections.abc import Callable

from adapters.whatsapp.evolution.fields import Node
from domain.shared.content import (
    Audio,
    ContactCard,
    Contacts,
    Content,
    Document,
    Image,
    Interactive,
    Location,
    Reaction,
    Sticker,
    Text,
    Unsupported,
    Video,
    Voice,
)
from domain.shared.ids import ProviderMessageId

MAX_LATITUDE = 90
MAX_LONGITUDE = 180
MAX_WRAPPERS = 5
"""Nested deeper than any message is."""

WRAPPERS = (
    "ephemeralMessage",
    "viewOnceMessage",
    "viewOnceMessageV2",
    "viewOnceMessageV2Extension",
    "documentWithCaptionMessage",
    "editedMessage",
    "lottieStickerMessage",
)
"""Envelopes around the message proper, which the server does not open."""

ORNAMENTS = frozenset({"messageContextInfo", "base64", "mediaUrl", "senderKeyDistributionMessage", "contextInfo"})
"""Keys of a message that are not its content."""

_WA_ID = re.compile(r"waid=(\d{6,15})", re.IGNORECASE)


class Found:
    """A message out of its envelopes: its type, the object of that type, and the id of the whole."""

    def __init__(self, *, kind: str, body: Node, message_id: str) -> None:
        self.kind, self.body, self.message_id = kind, body, message_id


def content_of(message: Node, *, kind: str | None, message_id: str) -> Content:
    """Read what a message holds; of what nobody here knows, all that arrived is kept."""
    found = unwrapped(message, kind=kind, message_id=message_id)
    reader = READERS.get(found.kind)
    content = reader(found) if reader is not None else None
    if content is not None:
        return content
    return Unsupported(kind=found.kind, raw=message.raw())


def unwrapped(message: Node, *, kind: str | None, message_id: str) -> Found:
    """Take the envelopes off; the type that the server names counts, where the message has it."""
    for _ in range(MAX_WRAPPERS):
        wrapper = next((word for word in WRAPPERS if message.at(word, "message").is_object), None)
        if wrapper is None:
            break
        message, kind = message.at(wrapper, "message"), None
    if kind is None or not message.at(kind).is_there:
        kind = _known(message) or kind or "unknown"
    return Found(kind=kind, body=message.at(kind), message_id=message_id)


def _known(message: Node) -> str | None:
    """Find the type by its key: one that we read, else the first that is not an ornament."""
    keys = [key for key in message.keys() if key not in ORNAMENTS and message.at(key).is_there]  # noqa: SIM118 - a Node
    return next((key for key in keys if key in READERS), next(iter(keys), None))


def _conversation(found: Found) -> Content | None:
    text = found.body.text()
    return Text(body=text) if text else None


def _extended_text(found: Found) -> Content | None:
    text = found.body.at("text").text()
    return Text(body=text) if text else None


def _image(found: Found) -> Content | None:
    caption = found.body.at("caption").text()
    return (
        Image(provider_media_id=found.message_id, mime_type=_mime(found), caption=caption) if _is_file(found) else None
    )


def _video(found: Found) -> Content | None:
    caption = found.body.at("caption").text()
    return (
        Video(provider_media_id=found.message_id, mime_type=_mime(found), caption=caption) if _is_file(found) else None
    )


def _audio(found: Found) -> Content | None:
    if not _is_file(found):
        return None
    kind = Voice if found.body.at("ptt").is_true() else Audio
    return kind(provider_media_id=found.message_id, mime_type=_mime(found))


def _document(found: Found) -> Content | None:
    if not _is_file(found):
        return None
    return Document(
        provider_media_id=found.message_id,
        mime_type=_mime(found),
        caption=found.body.at("caption").text(),
        filename=found.body.at("fileName").text() or found.body.at("title").text(),
    )


def _sticker(found: Found) -> Content | None:
    if not _is_file(found):
        return None
    animated = found.body.at("isAnimated").is_true()
    return Sticker(provider_media_id=found.message_id, mime_type=_mime(found), animated=animated)


def _location(found: Found) -> Content | None:
    latitude, longitude = found.body.at("degreesLatitude").degrees(), found.body.at("degreesLongitude").degrees()
    if latitude is None or longitude is None or abs(latitude) > MAX_LATITUDE or abs(longitude) > MAX_LONGITUDE:
        return None
    return Location(
        latitude=latitude,
        longitude=longitude,
        name=found.body.at("name").text(),
        address=found.body.at("address").text(),
        url=found.body.at("url").text(),
    )


def _contact(found: Found) -> Content | None:
    return Contacts(cards=(_card(found.body),)) if found.body.is_object else None


def _contacts(found: Found) -> Content | None:
    cards = tuple(_card(card) for card in found.body.at("contacts").elements())
    return Contacts(cards=cards) if cards else None


def _card(card: Node) -> ContactCard:
    """Read a vCard: name, phones, accounts, e-mails, organisation."""
    lines = (card.at("vcard").text() or "").replace("\r\n", "\n").split("\n")
    fields = [(*_named(line), line) for line in lines if ":" in line]
    named = [value for name, value, _ in fields if name == "FN"]
    organisation = next((value.replace(";", " ").strip() for name, value, _ in fields if name == "ORG"), None)
    return ContactCard(
        formatted_name=card.at("displayName").text() or next(iter(named), ""),
        phones=tuple(value for name, value, _ in fields if name == "TEL"),
        wa_ids=tuple(match[1] for name, _, line in fields if name == "TEL" and (match := _WA_ID.search(line))),
        emails=tuple(value for name, value, _ in fields if name == "EMAIL"),
        organization=organisation or None,
    )


def _named(line: str) -> tuple[str, str]:
    """Cut `item1.TEL;waid=55…:+55 11` into the field's name and its value."""
    name, _, value = line.partition(":")
    return name.partition(";")[0].rpartition(".")[2].strip().upper(), value.strip()


def _button(found: Found) -> Content | None:
    choice = found.body.at("selectedButtonId").word()
    return _pressed("button", choice, found.body.at("selectedDisplayText").text())


def _template_button(found: Found) -> Content | None:
    return _pressed("template", found.body.at("selectedId").word(), found.body.at("selectedDisplayText").text())


def _row(found: Found) -> Content | None:
    choice = found.body.at("singleSelectReply", "selectedRowId").word()
    title, description = found.body.at("title").text(), found.body.at("description").text()
    return _pressed("list", choice, title, description=description)


def _form(found: Found) -> Content | None:
    data = found.body.at("nativeFlowResponseMessage", "paramsJson").text()
    title = found.body.at("body", "text").text()
    return Interactive(kind="form", title=title, data=data) if data or title else None


def _pressed(kind: str, choice: str | None, title: str | None, *, description: str | None = None) -> Content | None:
    if choice is None and title is None:
        return None
    return Interactive(kind=kind, id=choice, title=title, description=description)


def _reaction(found: Found) -> Content | None:
    target = found.body.at("key", "id").word()
    if target is None:
        return None
    return Reaction(target=ProviderMessageId(target), emoji=found.body.at("text").text())


def _is_file(found: Found) -> bool:
    return found.body.is_object


def _mime(found: Found) -> str | None:
    return found.body.at("mimetype").word()


READERS: dict[str, Callable[[Found], Content | None]] = {
    "conversation": _conversation,
    "extendedTextMessage": _extended_text,
    "imageMessage": _image,
    "videoMessage": _video,
    "ptvMessage": _video,
    "audioMessage": _audio,
    "documentMessage": _document,
    "stickerMessage": _sticker,
    "locationMessage": _location,
    "liveLocationMessage": _location,
    "contactMessage": _contact,
    "contactsArrayMessage": _contacts,
    "buttonsResponseMessage": _button,
    "templateButtonReplyMessage": _template_button,
    "listResponseMessage": _row,
    "interactiveResponseMessage": _form,
    "reactionMessage": _reaction,
}
"""By WhatsApp's word for the kind of message."""
