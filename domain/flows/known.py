"""What is known of a contact and a conversation after a flow has changed it."""

from collections.abc import Iterable

from domain.flows.effects import ChangeContact, ChangeConversation
from domain.flows.session import Value
from domain.flows.text import fold


def contact_after(contact: dict[str, Value], change: ChangeContact) -> dict[str, Value]:
    """Give what is known of the contact then."""
    given: dict[str, Value] = {
        "name": change.name,
        "email": change.email,
        "lifecycle_stage": change.lifecycle_stage,
    }
    known = {**contact, **{name: value for name, value in given.items() if value is not None}}
    if change.attributes:
        known["attributes"] = _with(contact.get("attributes"), change.attributes)
    if change.lead_score:
        score = contact.get("lead_score")
        known["lead_score"] = (score if isinstance(score, int) else 0) + change.lead_score
    if change.add_tags or change.remove_tags:
        known["tags"] = _tags(contact.get("tags"), add=change.add_tags, remove=change.remove_tags)
    return known


def conversation_after(conversation: dict[str, Value], change: ChangeConversation) -> dict[str, Value]:
    """Give what is known of the conversation then."""
    if not change.metadata:
        return conversation
    return {**conversation, "metadata": _with(conversation.get("metadata"), change.metadata)}


def _with(known: Value, entries: dict[str, Value]) -> dict[str, object]:
    return {**(known if isinstance(known, dict) else {}), **entries}


def _tags(known: Value, *, add: Iterable[str], remove: Iterable[str]) -> list[object]:
    """Give the folded names, as flows know them."""
    gone = {fold(name) for name in remove}
    kept = [name for name in known if name not in gone] if isinstance(known, list) else []
    return list(dict.fromkeys([*kept, *map(fold, add)]))
