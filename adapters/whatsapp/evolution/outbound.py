"""Builds the bodies of `POST /message/…` (reference 8). What may be sent is in `limits`."""

import re

import msgspec

from application.ports.whatsapp import OutboundMessage, Recipient
from domain.shared.content import (
    Audio,
    Buttons,
    ContactCard,
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
    Text,
    Video,
    Voice,
)
from domain.shared.phone import digits
from domain.whatsapp.menus import Pressable, as_text

Json = dict[str, object]
"""An object of the server's on its way to the encoder; it never goes further in."""

SHOWN_TYPING_MS = 3000
"""The server holds the request for as long as it shows that somebody writes."""

DATA_URL = re.compile(r"data:(?P<mime>[^;,]*)(?:;[^,]*)?;base64,(?P<bytes>.+)", re.DOTALL)

_NAMES = {"image": "image.jpg", "video": "video.mp4", "document": "document", "audio": "audio.mp3"}
"""A file given as base64 needs a name (reference 8: a document without one is refused)."""


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """What is called under `/message/`, and its body."""

    name: str
    body: bytes


def operation(message: OutboundMessage) -> Operation:
    """Encode one message. Raises ValueError for a content that cannot be sent, which `limits.check` tells before."""
    if isinstance(message.content, Reaction):
        return _operation("sendReaction", _reaction(message.content, message.recipient))
    name, fields = _typed(message.content)
    quoted: Json = {"quoted": {"key": {"id": message.reply_to}}} if message.reply_to is not None else {}
    return _operation(name, {"number": number_of(message.recipient), **fields, **quoted})


def read_mark(message_id: str, *, sender: Recipient) -> bytes:
    """Encode a read mark of one message."""
    return msgspec.json.encode({"readMessages": [{"remoteJid": jid_to(sender), "fromMe": False, "id": message_id}]})


def typing(sender: Recipient) -> bytes:
    """Encode that an answer is being written."""
    return msgspec.json.encode({"number": number_of(sender), "presence": "composing", "delay": SHOWN_TYPING_MS})


def number_of(recipient: Recipient) -> str:
    """Name the recipient: digits, which the server looks up, or a hidden id as it is."""
    return digits(recipient.wa_id) if recipient.wa_id else recipient.user_id or ""


def jid_to(recipient: Recipient) -> str:
    """Give the recipient's address."""
    return f"{digits(recipient.wa_id)}@s.whatsapp.net" if recipient.wa_id else recipient.user_id or ""


def _operation(name: str, body: Json) -> Operation:
    return Operation(name=name, body=msgspec.json.encode(body))


def _typed(content: Content) -> tuple[str, Json]:
    match content:
        case Text(body=body, preview_url=preview_url):
            return "sendText", {"text": body, "linkPreview": preview_url}
        case Buttons() | ListMenu() | CtaUrl() | LocationRequest():
            return _menu(content)
        case Image() | Video() | Document() | Audio():
            return "sendMedia", _media(content)
        case Voice():
            return "sendWhatsAppAudio", {"audio": _source(content), "encoding": True}
        case Sticker():
            return "sendSticker", {"sticker": _source(content)}
        case Location():
            return "sendLocation", _location(content)
        case Contacts(cards=cards):
            return "sendContact", {"contact": [entry for card in cards for entry in _entries(card)]}
        case _:
            raise ValueError("this content cannot be sent")


def _menu(content: Pressable) -> tuple[str, Json]:
    """Write it as text; a file above it carries the text as its caption."""
    header = content.header_media if isinstance(content, Buttons | CtaUrl) else None
    if header is None:
        return "sendText", {"text": as_text(content), "linkPreview": isinstance(content, CtaUrl)}
    return "sendMedia", {**_media(header), "caption": as_text(content)}


def _media(content: HeaderMedia | Audio) -> Json:
    kind = str(content.__struct_config__.tag)
    caption = None if isinstance(content, Audio) else content.caption
    mime = content.mime_type or _mime_of(content.link)
    filename = content.filename if isinstance(content, Document) else None
    return {
        "mediatype": kind,
        "media": _source(content),
        "fileName": filename or _NAMES[kind],
        **({"mimetype": mime} if mime else {}),
        **({"caption": caption} if caption else {}),
    }


def _source(content: HeaderMedia | Audio | Voice | Sticker) -> str:
    """Give an address, or the bytes in base64 without the prefix, which the server refuses.

    Raises ValueError for a file of ours that was not made ready.
    """
    if not content.link:
        raise ValueError("this file is not ready to be sent")
    match = DATA_URL.fullmatch(content.link)
    return match["bytes"] if match else content.link


def _mime_of(link: str | None) -> str | None:
    match = DATA_URL.fullmatch(link or "")
    return (match["mime"] or None) if match else None


def _location(content: Location) -> Json:
    """Name the place: the server's schema wants a name and an address."""
    place = f"{content.latitude:.6f}, {content.longitude:.6f}"
    return {
        "latitude": content.latitude,
        "longitude": content.longitude,
        "name": content.name or content.address or place,
        "address": content.address or place,
    }


def _entries(card: ContactCard) -> list[Json]:
    """Write a card for each of its phones: the server's has one."""
    extra: Json = {
        **({"organization": card.organization} if card.organization else {}),
        **({"email": card.emails[0]} if card.emails else {}),
    }
    return [
        {"fullName": card.formatted_name, "wuid": digits(phone), "phoneNumber": phone, **extra} for phone in card.phones
    ]


def _reaction(reaction: Reaction, recipient: Recipient) -> Json:
    """React to a message of the customer's: WhatsApp Web finds a message by its id and by whose it is."""
    key = {"remoteJid": jid_to(recipient), "fromMe": False, "id": reaction.target}
    return {"key": key, "reaction": reaction.emoji or ""}
