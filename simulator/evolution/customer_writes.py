"""What a customer writes, as Baileys gives it: Meta's object, which the phone page makes, becomes WhatsApp's own."""

from simulator.evolution.instances import Instance, Stored
from simulator.state.contacts import Contact
from simulator.wire import JsonObject
from simulator.world import World

_MEDIA = ("image", "video", "audio", "document", "sticker")
_FILE = "https://mmg.whatsapp.net/v/t62.7118-24/none.enc"


def deliver(world: World, instance: Instance, contact: Contact, message: JsonObject, *, message_id: str) -> None:
    """Tell what the customer wrote."""
    key = key_of(instance, contact, message_id=message_id, from_me=False)
    told = upsert(world, key, message, name=contact.name, at=world.clock.now())
    kind = str(message.get("type", ""))
    body = message.get(kind)
    media_id = body.get("id") if kind in _MEDIA and isinstance(body, dict) else None
    stored = Stored(key=key, kind=str(told["messageType"]), media_id=str(media_id) if media_id else None)
    instance.keep(message_id, stored)
    world.evolution.emit(instance, "messages.upsert", told, message_id=message_id)


def key_of(instance: Instance, contact: Contact, *, message_id: str, from_me: bool) -> JsonObject:
    """Make the key of a message; who hides the phone is known by a hidden id alone."""
    phone = f"{contact.wa_id}@s.whatsapp.net"
    if contact.hides_phone:
        return {"remoteJid": lid_of(contact), "fromMe": from_me, "id": message_id, "participant": ""}
    if instance.shows_lid:
        lid = lid_of(contact)
        key: JsonObject = {"remoteJid": lid, "remoteJidAlt": phone, "addressingMode": "lid"}
        return {**key, "fromMe": from_me, "id": message_id, "participant": ""}
    return {"remoteJid": phone, "fromMe": from_me, "id": message_id, "participant": "", "addressingMode": "pn"}


def lid_of(contact: Contact) -> str:
    """Derive a customer's hidden id, the same on each start."""
    return f"{int(contact.wa_id or '0') * 7919 % 10**14:014d}@lid"


def upsert(world: World, key: JsonObject, message: JsonObject, *, name: str, at: float) -> JsonObject:
    """Make the data of `messages.upsert`."""
    kind, content = _typed(world, message)
    told: JsonObject = {
        "key": key,
        "pushName": name or None,
        "status": "SERVER_ACK" if key["fromMe"] else "DELIVERY_ACK",
        "message": content,
        "contextInfo": _context(message),
        "messageType": kind,
        "messageTimestamp": int(at),
        "instanceId": "simulated",
        "source": "android",
    }
    return told


def _context(message: JsonObject) -> JsonObject | None:
    context = message.get("context")
    quoted = context.get("id") if isinstance(context, dict) else None
    return {"stanzaId": quoted, "quotedMessage": {"conversation": ""}} if quoted else None


def _typed(world: World, message: JsonObject) -> tuple[str, JsonObject]:
    kind = str(message.get("type", ""))
    found = message.get(kind)
    body: JsonObject = found if isinstance(found, dict) else {}
    if kind == "text":
        return "conversation", {"conversation": str(body.get("body", ""))}
    if kind in _MEDIA:
        return _media(world, kind, body)
    if kind == "location":
        place: JsonObject = {"degreesLatitude": body.get("latitude"), "degreesLongitude": body.get("longitude")}
        named: JsonObject = {name: body[name] for name in ("name", "address") if name in body}
        return "locationMessage", {"locationMessage": {**place, **named}}
    if kind == "reaction":
        target: JsonObject = {"fromMe": True, "id": body.get("message_id")}
        return "reactionMessage", {"reactionMessage": {"key": target, "text": body.get("emoji") or ""}}
    if kind == "interactive":
        reply = body.get(str(body.get("type", "")))
        title = str(reply.get("title", "")) if isinstance(reply, dict) else ""
        return "conversation", {"conversation": title}
    if kind == "contacts":
        return "contactMessage", {"contactMessage": _card(message.get("contacts"))}
    return f"{kind or 'unknown'}Message", {f"{kind or 'unknown'}Message": body}


def _card(cards: object) -> JsonObject:
    first = cards[0] if isinstance(cards, list) and cards and isinstance(cards[0], dict) else {}
    name = first.get("name")
    shown = str(name.get("formatted_name", "")) if isinstance(name, dict) else ""
    return {"displayName": shown, "vcard": f"BEGIN:VCARD\nVERSION:3.0\nFN:{shown}\nEND:VCARD"}


def _media(world: World, kind: str, body: JsonObject) -> tuple[str, JsonObject]:
    medium = world.media.get(str(body.get("id", "")))
    file: JsonObject = {
        "url": _FILE,
        "mimetype": medium.mime_type if medium is not None else "application/octet-stream",
        "fileLength": {"low": len(medium.content) if medium is not None else 0, "high": 0, "unsigned": True},
        "mediaKey": {"0": 1, "1": 2, "2": 3},
    }
    if body.get("caption"):
        file["caption"] = body["caption"]
    if kind == "audio":
        file["ptt"] = bool(body.get("voice"))
    if kind == "document":
        file["fileName"] = medium.filename if medium is not None else "document"
    return f"{kind}Message", {"messageContextInfo": {}, f"{kind}Message": file}
