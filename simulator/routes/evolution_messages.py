"""`POST /message/…` and `POST /chat/…` of Evolution API."""

import base64

from litestar import post
from litestar.di import NamedDependency
from litestar.params import FromPath

from simulator.evolution.business_sends import NOT_DELIVERED, accept, recipient
from simulator.evolution.door import body_of, into
from simulator.evolution.errors import EvolutionError
from simulator.evolution.instances import Instance
from simulator.evolution.schemas import read
from simulator.page_events import MessageEvent, TypingEvent, status_event
from simulator.phones import digits_of
from simulator.routes.dropping import DropConnectionError
from simulator.routes.graph_door import GraphRequest
from simulator.state.faults import NextFault
from simulator.state.ledger import ReadRow, RefusedRow
from simulator.wire import JsonObject
from simulator.world import World

BODY_MAX = 136 * 1024 * 1024  # the server's own limit
CLOSED = "Connection Closed"


@post("/message/{operation:str}/{name:str}", request_max_body_size=BODY_MAX)
async def send_message(
    operation: FromPath[str], name: FromPath[str], request: GraphRequest, world: NamedDependency[World]
) -> JsonObject:
    """Send a message."""
    instance = await into(world, request, name=name)
    body = await body_of(request)
    try:
        if operation == "sendReaction":
            return _react(world, instance, body)
        return _send(world, instance, operation, body)
    except EvolutionError as refusal:
        _note_refusal(world, instance, body, refusal)
        raise


def _send(world: World, instance: Instance, operation: str, body: JsonObject) -> JsonObject:
    fault = world.faults.take()
    _strike_before(fault)
    wanted = read(world, instance, operation, body)
    if instance.state != "open":
        raise EvolutionError(500, CLOSED)
    contact = recipient(world, body.get("number"))
    answer = accept(world, instance, contact, wanted, shown=operation not in NOT_DELIVERED)
    if fault is not None and fault.kind == "drop_after":
        raise DropConnectionError
    if fault is not None and fault.kind == "5xx_after":
        raise EvolutionError(500, "Cannot read properties of undefined (reading 'id')")
    return answer


def _strike_before(fault: NextFault | None) -> None:
    if fault is None or fault.kind in {"5xx_after", "drop_after"}:
        return
    if fault.kind == "drop_before":
        raise DropConnectionError
    if fault.kind == "5xx_before":
        raise EvolutionError(500, CLOSED)
    if fault.kind == "429":
        raise EvolutionError(429, "Too Many Requests")
    raise EvolutionError(400, ["Error: Timed Out"])


def _react(world: World, instance: Instance, body: JsonObject) -> JsonObject:
    key = body.get("key")
    if not isinstance(key, dict) or not key.get("id") or not isinstance(body.get("reaction"), str):
        raise EvolutionError(400, ['instance requires property "key"'])
    target = world.conversations.get(str(key["id"]))
    if target is None:
        raise EvolutionError(400, ["Error: message not found"])
    if instance.state != "open":
        raise EvolutionError(500, CLOSED)
    target.reaction = str(body["reaction"])
    world.events.publish(MessageEvent(target))
    answer: JsonObject = {"key": {**key, "fromMe": True, "id": f"{key['id']}R"}, "status": "PENDING"}
    return {**answer, "messageType": "reactionMessage", "messageTimestamp": int(world.clock.now())}


def _note_refusal(world: World, instance: Instance, body: JsonObject, refusal: EvolutionError) -> None:
    world.ledger.refused.add(
        RefusedRow(
            phone_number_id=instance.number.phone_number_id if instance.number is not None else instance.name,
            to=str(body.get("number") or ""),
            code=refusal.status,
            details=str(refusal.message),
            biz_opaque_callback_data=None,
            http_status=refusal.status,
            at=world.clock.now(),
        )
    )


@post("/chat/markMessageAsRead/{name:str}")
async def mark_read(name: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Show blue ticks."""
    await into(world, request, name=name)
    marks = (await body_of(request)).get("readMessages")
    if not isinstance(marks, list):
        raise EvolutionError(400, ['instance requires property "readMessages"'])
    for mark in marks:
        message = world.conversations.get(str(mark.get("id"))) if isinstance(mark, dict) else None
        if message is None or not message.mine:
            continue
        number_id, now = message.phone_number_id, world.clock.now()
        world.ledger.reads.add(ReadRow(wamid=message.id, phone_number_id=number_id, typing=False, at=now))
        if message.advance("read"):
            world.events.publish(status_event(message))
    return {"message": "Read messages", "read": "success"}


@post("/chat/sendPresence/{name:str}")
async def send_presence(name: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Show that somebody writes; the real server holds the request for `delay`."""
    instance = await into(world, request, name=name)
    body = await body_of(request)
    if not isinstance(body.get("delay"), int) or body.get("presence") not in {"composing", "recording", "paused"}:
        raise EvolutionError(400, ['instance requires property "delay"'])
    if instance.number is not None:
        contact = world.contacts.find(digits_of(str(body.get("number", ""))))
        if contact is not None:
            world.events.publish(TypingEvent(contact=contact.wa_id, phone_number_id=instance.number.phone_number_id))
    return {"presence": body["presence"]}


@post("/chat/getBase64FromMediaMessage/{name:str}")
async def fetch_file(name: FromPath[str], request: GraphRequest, world: NamedDependency[World]) -> JsonObject:
    """Hand a file out by its message."""
    instance = await into(world, request, name=name)
    message = (await body_of(request)).get("message")
    key = message.get("key") if isinstance(message, dict) else None
    stored = instance.messages.get(str(key.get("id"))) if isinstance(key, dict) else None
    medium = world.media.get(stored.media_id) if stored is not None and stored.media_id else None
    if stored is None or medium is None:
        raise EvolutionError(400, ["Error: Message not found"])
    return {
        "mediaType": stored.kind,
        "fileName": medium.filename,
        "caption": "",
        "size": {"fileLength": len(medium.content)},
        "mimetype": medium.mime_type,
        "base64": base64.b64encode(medium.content).decode(),
        "buffer": None,
    }


EVOLUTION_MESSAGE_HANDLERS = [send_message, mark_read, send_presence, fetch_file]
