"""What the body of each operation must be, as the server's schemas have it."""

import base64
import binascii
import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from msgspec import Struct

from simulator.evolution.errors import EvolutionError
from simulator.evolution.instances import Instance
from simulator.wire import JsonObject
from simulator.world import World

_KINDS = {"image": "image", "video": "video", "document": "document", "audio": "audio"}
_TLD = re.compile(r"\.[a-z]{2,}$", re.IGNORECASE)


class Wanted(Struct, frozen=True, kw_only=True):
    """A send that was understood: how the phone shows it, and how the server repeats it."""

    type: str
    content: JsonObject
    message_type: str
    message: JsonObject
    text: str = ""
    media_id: str | None = None
    quoted: str | None = None


def read(world: World, instance: Instance, operation: str, body: JsonObject) -> Wanted:
    """Check the body of an operation against its schema."""
    reader = {
        "sendText": _text,
        "sendMedia": _media,
        "sendWhatsAppAudio": _voice,
        "sendSticker": _sticker,
        "sendLocation": _location,
        "sendContact": _contact,
        "sendButtons": _pressed,
        "sendList": _pressed,
    }.get(operation)
    if reader is None:
        raise EvolutionError(404, [f"Cannot POST /message/{operation}/{instance.name}"])
    return reader(world, instance, body)


def _text(_: World, __: Instance, body: JsonObject) -> Wanted:
    text = body.get("text")
    if not isinstance(text, str) or not text:
        raise EvolutionError(400, ["Text is required"])
    return Wanted(
        type="text",
        content={"body": text},
        message_type="conversation",
        message={"conversation": text},
        text=text,
        quoted=_quoted(body),
    )


def _media(world: World, instance: Instance, body: JsonObject) -> Wanted:
    kind = _KINDS.get(str(body.get("mediatype")))
    if kind is None:
        raise EvolutionError(400, ["instance.mediatype is not one of enum values: image,document,video,audio"])
    source = body.get("media")
    filename = str(body.get("fileName") or "")
    if kind == "document" and not filename and not _is_url(source):
        raise EvolutionError(400, ["For base64 the file name must be informed."])
    media_id = _kept(world, instance, source, mime=str(body.get("mimetype") or ""), filename=filename)
    caption = str(body.get("caption") or "")
    content: JsonObject = {"id": media_id} if media_id else {"link": source}
    if caption:
        content["caption"] = caption
    if kind == "document":
        content["filename"] = filename
    file: JsonObject = {"mimetype": body.get("mimetype"), "caption": caption}
    return Wanted(
        type=kind,
        content=content,
        message_type=f"{kind}Message",
        message={f"{kind}Message": file},
        text=caption,
        media_id=media_id,
        quoted=_quoted(body),
    )


def _voice(world: World, instance: Instance, body: JsonObject) -> Wanted:
    media_id = _kept(world, instance, body.get("audio"), mime="audio/ogg", filename="voice.ogg")
    content: JsonObject = {"id": media_id, "voice": True} if media_id else {"link": body.get("audio"), "voice": True}
    message: JsonObject = {"audioMessage": {"mimetype": "audio/ogg; codecs=opus", "ptt": True}}
    return Wanted(type="audio", content=content, message_type="audioMessage", message=message, media_id=media_id)


def _sticker(world: World, instance: Instance, body: JsonObject) -> Wanted:
    media_id = _kept(world, instance, body.get("sticker"), mime="image/webp", filename="sticker.webp")
    content: JsonObject = {"id": media_id} if media_id else {"link": body.get("sticker")}
    message: JsonObject = {"stickerMessage": {"mimetype": "image/webp"}}
    return Wanted(type="sticker", content=content, message_type="stickerMessage", message=message, media_id=media_id)


def _location(_: World, __: Instance, body: JsonObject) -> Wanted:
    for name in ("latitude", "longitude"):
        if isinstance(body.get(name), bool) or not isinstance(body.get(name), int | float):
            raise EvolutionError(400, [f"instance.{name} is not of a type(s) number"])
    for name in ("name", "address"):
        if not isinstance(body.get(name), str) or not body[name]:
            raise EvolutionError(400, [f'instance requires property "{name}"'])
    content: JsonObject = {name: body[name] for name in ("latitude", "longitude", "name", "address")}
    place: JsonObject = {"degreesLatitude": body["latitude"], "degreesLongitude": body["longitude"]}
    return Wanted(
        type="location",
        content=content,
        message_type="locationMessage",
        message={"locationMessage": place},
        text=str(body["name"]),
        quoted=_quoted(body),
    )


def _contact(_: World, __: Instance, body: JsonObject) -> Wanted:
    cards = body.get("contact")
    if not isinstance(cards, list) or not cards:
        raise EvolutionError(400, ['instance requires property "contact"'])
    shown: list[object] = []
    for card in cards:
        if not isinstance(card, dict) or not card.get("fullName") or not card.get("phoneNumber"):
            raise EvolutionError(400, ['instance.contact[0] requires property "fullName"'])
        shown.append({"name": {"formatted_name": card["fullName"]}, "phones": [{"phone": card["phoneNumber"]}]})
    return Wanted(
        type="contacts",
        content={"contacts": shown},
        message_type="contactMessage",
        message={"contactMessage": {"displayName": cards[0]["fullName"]}},
        text=str(cards[0]["fullName"]),
    )


def _pressed(_: World, __: Instance, body: JsonObject) -> Wanted:
    if not body.get("title"):
        raise EvolutionError(400, ['instance requires property "title"'])
    return Wanted(type="unknown", content={}, message_type="viewOnceMessage", message={}, text=str(body["title"]))


def _quoted(body: JsonObject) -> str | None:
    quoted = body.get("quoted")
    key = quoted.get("key") if isinstance(quoted, dict) else None
    found = key.get("id") if isinstance(key, dict) else None
    return str(found) if found else None


def _kept(world: World, instance: Instance, source: object, *, mime: str, filename: str) -> str | None:
    """Keep a file that came as base64; an address is left where it is."""
    if _is_url(source):
        return None
    try:
        content = base64.b64decode(str(source or ""), validate=True)
    except (binascii.Error, ValueError) as error:
        raise EvolutionError(400, ["Owned media must be a url or base64"]) from error
    if not content:
        raise EvolutionError(400, ["Owned media must be a url or base64"])
    number_id = instance.number.phone_number_id if instance.number is not None else instance.name
    medium = world.media.add(
        content, mime_type=mime or "application/octet-stream", filename=filename or "file", phone_number_id=number_id
    )
    return medium.id


def _is_url(source: object) -> bool:
    """Whether it is an address as the server's validator takes one: with a top-level domain, or an IP."""
    parts = urlsplit(str(source or "")[:2000])
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return False
    try:
        ip_address(parts.hostname)
    except ValueError:
        return _TLD.search(parts.hostname) is not None
    return True
