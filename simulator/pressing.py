"""A customer presses a button or picks a row of a message they received."""

from msgspec import Struct

from simulator.inbound import Inbound, InboundReceipt, write_messages
from simulator.page_events import MessageEvent
from simulator.state.conversations import PhoneMessage
from simulator.wire import JsonObject
from simulator.world import World


class Press(Struct, frozen=True, kw_only=True):
    """What `POST /_sim/press` asks for; `id` is that of a button, a row, or a template button."""

    contact: str
    message_id: str
    id: str


class CannotPressError(ValueError):
    """There is no such message on this phone, or it has no such choice."""


def press(world: World, command: Press) -> InboundReceipt:
    """Send the reply that WhatsApp sends for this choice."""
    message = world.conversations.get(command.message_id)
    contact = world.contacts.find(command.contact)
    if message is None or contact is None or message.mine or message.contact != contact.wa_id:
        raise CannotPressError(f"no message {command.message_id} from the business on this phone")
    reply = _reply(message, command.id)
    if reply is None:
        raise CannotPressError(f"message {command.message_id} has no choice {command.id!r}")
    message.pressed = command.id
    world.events.publish(MessageEvent(message))
    number = world.book.number(message.phone_number_id)
    context: JsonObject = {"from": number.digits, "id": message.id}
    inbound = Inbound(
        sender=contact.wa_id, phone_number_id=message.phone_number_id, message={"context": context, **reply}
    )
    return write_messages(world, [inbound])[0]


def _reply(message: PhoneMessage, choice: str) -> JsonObject | None:
    if message.type == "template":
        return _template_reply(message.content, choice)
    if message.type != "interactive":
        return None
    action = message.content.get("action")
    if not isinstance(action, dict):
        return None
    for button in _objects(action.get("buttons")):
        reply = button.get("reply")
        if isinstance(reply, dict) and reply.get("id") == choice:
            return _interactive("button_reply", {"id": choice, "title": reply.get("title")})
    for section in _objects(action.get("sections")):
        for row in _objects(section.get("rows")):
            if row.get("id") == choice:
                kept = {name: row[name] for name in ("id", "title", "description") if row.get(name)}
                return _interactive("list_reply", kept)
    return None


def _template_reply(content: JsonObject, choice: str) -> JsonObject | None:
    rendered = content.get("rendered")
    buttons = rendered.get("buttons") if isinstance(rendered, dict) else None
    for button in _objects(buttons):
        if button.get("id") == choice and button.get("type") == "QUICK_REPLY":
            return {"type": "button", "button": {"payload": choice, "text": button.get("text")}}
    return None


def _interactive(kind: str, reply: JsonObject) -> JsonObject:
    return {"type": "interactive", "interactive": {"type": kind, kind: reply}}


def _objects(value: object) -> list[JsonObject]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
