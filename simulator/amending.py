"""A customer changes what stands on their phone: an emoji, other words, a message taken back."""

from simulator.page_events import MessageEvent
from simulator.wire import JsonObject
from simulator.world import World

AMENDING = frozenset({"reaction", "edit", "revoke", "system"})
"""What is no message of its own on the phone (Meta: reaction, edit, revoke; notices of WhatsApp's)."""


def amend(world: World, kind: str, payload: JsonObject) -> None:
    """Show it on the message that is meant, if the phone has it; a notice shows nowhere."""
    target = world.conversations.get(str(payload.get("message_id") or payload.get("original_message_id") or ""))
    if target is None or kind == "system":
        return
    if kind == "reaction":
        target.reaction = str(payload.get("emoji") or "")
    elif kind == "edit":
        target.content = _new_content(payload) or target.content
    else:
        target.type, target.content = "revoke", {}
    world.events.publish(MessageEvent(target))


def _new_content(edit: JsonObject) -> JsonObject | None:
    message = edit.get("message")
    if not isinstance(message, dict):
        return None
    content = message.get(str(message.get("type", "")))
    return content if isinstance(content, dict) else None
