"""A customer writes to a business."""

from collections.abc import Sequence

from msgspec import Struct, field

from simulator.amending import AMENDING, amend
from simulator.evolution.customer_writes import deliver
from simulator.evolution.instances import new_key_id
from simulator.ids import new_wamid
from simulator.page_events import ContactsEvent, MessageEvent, status_event
from simulator.state.contacts import Contact
from simulator.state.conversations import PhoneMessage
from simulator.state.ledger import InboundRow
from simulator.state.numbers import Number
from simulator.webhooks.updates import Update, wire_contact
from simulator.wire import JsonObject
from simulator.world import World

PHONE_DIGITS_MIN = 8  # E.164: the shortest numbers in use
PHONE_DIGITS_MAX = 15  # E.164
_MEDIA = ("image", "video", "audio", "document", "sticker")
_OPENS_NO_WINDOW = frozenset({"reaction", "system", "revoke", "edit"})  # Meta: not a user's message


class Inbound(Struct, frozen=True, kw_only=True):
    """What `POST /_sim/inbound` asks for; `message` is Meta's object without from, id and timestamp."""

    sender: str = field(name="from")
    message: JsonObject
    phone_number_id: str | None = None
    name: str | None = None
    user_id: str | None = None
    omit_phone: bool = False


class InboundReceipt(Struct, frozen=True, kw_only=True):
    """The id of what the customer wrote, and when."""

    id: str
    at: float


def write_messages(world: World, inbounds: Sequence[Inbound]) -> list[InboundReceipt]:
    """Let customers write; several messages travel in one webhook."""
    receipts: list[InboundReceipt] = []
    updates: list[Update] = []
    for inbound in inbounds:
        update, receipt = _write(world, inbound)
        if update is not None:
            updates.append(update)
        receipts.append(receipt)
    if len(updates) == 1:
        world.post_office.post(updates[0])
    elif updates:
        world.post_office.post_together(updates)
    return receipts


def mark_acknowledged(world: World, updates: Sequence[Update]) -> None:
    """Show two grey ticks on the phone once the business has the message."""
    for update in updates:
        if update.message is None:
            continue
        message = world.conversations.get(update.wamid)
        if message is not None and message.advance("delivered"):
            world.events.publish(status_event(message))


def _write(world: World, inbound: Inbound) -> tuple[Update | None, InboundReceipt]:
    """Note what a customer writes; an Evolution server tells it in its own way, so that Meta has no update."""
    number = world.book.pick(inbound.phone_number_id)
    contact = _author(world, inbound)
    now = world.clock.now()
    kind = str(inbound.message.get("type", ""))
    if kind not in _OPENS_NO_WINDOW:
        world.contacts.open_window(number.phone_number_id, contact, now=now)
    world.limits.throughput(number.phone_number_id).note(now)
    instance = world.instances.of_number(number.phone_number_id)
    wamid = new_wamid(contact.wa_id) if instance is None else new_key_id()
    _note(world, number, contact, inbound.message, wamid=wamid, now=now)
    if instance is not None:
        deliver(world, instance, contact, inbound.message, message_id=wamid)
        return None, InboundReceipt(id=wamid, at=now)
    wire: JsonObject = {"from": contact.wa_id, "from_user_id": contact.user_id, "id": wamid}
    if contact.hides_phone:
        del wire["from"]
    wire["timestamp"] = str(int(now))
    wire.update(_completed(world, inbound.message, now=now))
    update = Update(
        kind="message",
        waba=number.waba,
        number=number,
        wamid=wamid,
        contact=wire_contact(contact, with_profile=True),
        message=wire,
    )
    return update, InboundReceipt(id=wamid, at=now)


def _author(world: World, inbound: Inbound) -> Contact:
    known = world.contacts.find(inbound.sender)
    contact = world.contacts.meet(inbound.sender, name=inbound.name, user_id=inbound.user_id)
    contact.hides_phone = contact.hides_phone or inbound.omit_phone
    if known is None:
        world.events.publish(ContactsEvent())
    return contact


def _note(world: World, number: Number, contact: Contact, message: JsonObject, *, wamid: str, now: float) -> None:
    kind = str(message.get("type", ""))
    content = message.get(kind)
    payload: JsonObject = content if isinstance(content, dict) else {kind: content}
    context = message.get("context")
    quoted = context.get("id") if isinstance(context, dict) else None
    world.ledger.inbound.add(
        InboundRow(
            wamid=wamid,
            phone_number_id=number.phone_number_id,
            sender=contact.wa_id,
            type=kind,
            text=_summary(payload),
            at=now,
        )
    )
    shown = PhoneMessage(
        id=wamid,
        contact=contact.wa_id,
        phone_number_id=number.phone_number_id,
        mine=True,
        type=kind,
        at=now,
        content=payload,
        quoted=quoted if isinstance(quoted, str) else None,
    )
    if kind in AMENDING:
        amend(world, kind, payload)
        return
    world.conversations.add(shown)
    if not world.events.is_idle:
        world.events.publish(MessageEvent(shown))


def _summary(payload: JsonObject) -> str:
    for name in ("body", "caption", "name", "text", "emoji"):
        value = payload.get(name)
        if isinstance(value, str):
            return value
    for name in ("button_reply", "list_reply"):
        reply = payload.get(name)
        if isinstance(reply, dict):
            return str(reply.get("title", ""))
    return ""


def _completed(world: World, message: JsonObject, *, now: float) -> JsonObject:
    """Add to a media message what Meta knows of the file."""
    kind = str(message.get("type", ""))
    payload = message.get(kind)
    if kind not in _MEDIA or not isinstance(payload, dict):
        return message
    medium = world.media.get(str(payload.get("id", "")))
    if medium is None:
        return message
    known: JsonObject = {
        "mime_type": medium.mime_type,
        "sha256": medium.sha256_base64,
        "url": world.media.url(medium, now=now),
    }
    if kind == "document":
        known["filename"] = medium.filename
    return {**message, kind: {**known, **payload}}
