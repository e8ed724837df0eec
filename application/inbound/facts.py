"""What a flow may know of the contact and the conversation."""

from datetime import datetime

from application.inbound.scene import Dialogue
from domain.flows.flow import FlowVersion
from domain.flows.language import Facts
from domain.flows.session import Value


def facts_of(dialogue: Dialogue, version: FlowVersion, *, tags: tuple[str, ...]) -> Facts:
    """Tell names and states; ids as text, times in ISO 8601, tags by their folded names (`vip` for "VIP")."""
    contact, conversation = dialogue.contact, dialogue.conversation
    return Facts(
        contact={
            "id": str(contact.id),
            "name": contact.name or "",
            "phone": contact.phone or "",
            "language": contact.language or "",
            "email": contact.email or "",
            "lifecycle_stage": str(contact.lifecycle_stage),
            "lead_score": contact.lead_score,
            "tags": list(tags),
            "attributes": dict(contact.attributes),
        },
        conversation={
            "id": str(conversation.id),
            "status": str(conversation.status),
            "window_expires_at": _iso(conversation.window_expires_at),
            "metadata": dict(conversation.metadata),
        },
        flow={"id": str(version.flow_id), "name": version.name, "version": version.number},
    )


def _iso(at: datetime | None) -> Value:
    return at.isoformat() if at is not None else None
