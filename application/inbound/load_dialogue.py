"""Load the contact and the conversation of something that happened later: a timer, a failed send."""

from application.inbound.scene import Dialogue, Scene
from application.ports.repositories.flow_sessions import SessionRecord


async def load_dialogue(scene: Scene, record: SessionRecord) -> Dialogue:
    """Load both from the session's record."""
    return Dialogue(
        scene=scene,
        contact=await scene.tx.contacts.get(record.contact_id),
        conversation=await scene.tx.conversations.get(record.conversation_id),
    )
