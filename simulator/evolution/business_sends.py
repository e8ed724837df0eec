"""A send of the business: checked as the server checks it, shown on the phone, and told of."""

import asyncio

from simulator.evolution.customer_writes import key_of, lid_of
from simulator.evolution.errors import EvolutionError
from simulator.evolution.instances import Instance, Stored, new_key_id
from simulator.evolution.schemas import Wanted
from simulator.page_events import MessageEvent, status_event
from simulator.phones import digits_of
from simulator.state.contacts import Contact
from simulator.state.conversations import PhoneMessage, Tick
from simulator.state.ledger import SendRow
from simulator.wire import JsonObject
from simulator.world import World

NOT_DELIVERED = frozenset({"sendButtons", "sendList"})  # answered 201 and never shown (issue 2404)
_WORDS: tuple[tuple[Tick, str], ...] = (("sent", "SERVER_ACK"), ("delivered", "DELIVERY_ACK"), ("read", "READ"))


def recipient(world: World, number: object) -> Contact:
    """Find whom it is for. Refuses who is not on WhatsApp, before anything is sent."""
    text = str(number or "")
    if not text:
        raise EvolutionError(400, ['instance requires property "number"'])
    contact = _by_lid(world, text) if text.endswith("@lid") else world.contacts.meet(digits_of(text.partition("@")[0]))
    if contact is None or not contact.on_whatsapp:
        jid = text if "@" in text else f"{text}@s.whatsapp.net"
        raise EvolutionError(400, [{"jid": jid, "exists": False, "number": text}])
    return contact


def _by_lid(world: World, lid: str) -> Contact | None:
    return next((contact for contact in world.contacts.contacts.values() if lid_of(contact) == lid), None)


def accept(world: World, instance: Instance, contact: Contact, wanted: Wanted, *, shown: bool) -> JsonObject:
    """Hand it to WhatsApp: a ledger row, the phone, the statuses, `send.message`; give the answer."""
    message_id, now = new_key_id(), world.clock.now()
    key = key_of(instance, contact, message_id=message_id, from_me=True)
    key["remoteJid"] = lid_of(contact) if contact.hides_phone else f"{contact.wa_id}@s.whatsapp.net"
    instance.keep(message_id, Stored(key=key, kind=wanted.message_type, media_id=wanted.media_id))
    number_id = instance.number.phone_number_id if instance.number is not None else instance.name
    world.ledger.accept(
        SendRow(
            wamid=message_id,
            phone_number_id=number_id,
            to=contact.wa_id,
            type=wanted.type,
            text=wanted.text,
            biz_opaque_callback_data=None,
            context_id=wanted.quoted,
            accepted_at=now,
        )
    )
    answer: JsonObject = {
        "key": key,
        "pushName": "Você",
        "status": "PENDING",
        "message": wanted.message,
        "contextInfo": None,
        "messageType": wanted.message_type,
        "messageTimestamp": int(now),
        "instanceId": instance.id,
        "source": "unknown",
    }
    if shown:
        _show(world, number_id, contact, wanted, message_id=message_id, now=now)
        play(world, instance, contact, message_id=message_id)
    world.evolution.emit(instance, "send.message", answer, message_id=message_id)
    return answer


def play(world: World, instance: Instance, contact: Contact, *, message_id: str) -> None:
    """Schedule what becomes of it."""
    generation = world.generation
    loop = asyncio.get_running_loop()
    for (tick, word), delay in zip(_WORDS, world.settings.status_delays_ms, strict=True):
        if tick == "read" and not (contact.reads and world.settings.auto_read):
            continue

        def happen(tick: Tick = tick, word: str = word) -> None:
            if world.generation == generation:
                tell_status(world, instance, contact, message_id=message_id, tick=tick, word=word)

        loop.call_later(delay / 1000, happen)


def tell_status(world: World, instance: Instance, contact: Contact, *, message_id: str, tick: Tick, word: str) -> None:
    """Tell one status."""
    message = world.conversations.get(message_id)
    if message is not None and message.advance(tick):
        world.events.publish(status_event(message))
    remote = lid_of(contact) if contact.hides_phone or instance.shows_lid else f"{contact.wa_id}@s.whatsapp.net"
    told: JsonObject = {
        "keyId": message_id,
        "remoteJid": remote,
        "fromMe": True,
        "participant": None,
        "status": word,
        "instanceId": instance.id,
        "messageId": f"c{message_id.lower()}",
    }
    world.evolution.emit(instance, "messages.update", told, message_id=message_id)


def _show(world: World, number_id: str, contact: Contact, wanted: Wanted, *, message_id: str, now: float) -> None:
    message = PhoneMessage(
        id=message_id,
        contact=contact.wa_id,
        phone_number_id=number_id,
        mine=False,
        type=wanted.type,
        at=now,
        content=wanted.content,
        status="accepted",
        quoted=wanted.quoted,
    )
    world.conversations.add(message)
    if not world.events.is_idle:
        world.events.publish(MessageEvent(message))
