"""A flow that speaks beside a conversation that is over wants a person."""

from application.inbound.scene import Dialogue
from application.ports.repositories.flow_sessions import SessionCause, SessionRecord
from domain.conversations.timeline import BOT

_BESIDE = frozenset({SessionCause.EVENT, SessionCause.RULE})
"""What begins flows in conversations that are over."""


async def reopen_beside(dialogue: Dialogue, record: SessionRecord) -> bool:
    """Let the conversation wait for people again, where the contact talks to the flow; say whether it does.

    What the flow itself resolved stays over, as does where the contact said nothing: nobody is called for a survey
    that could not be sent, or was not answered.
    """
    conversation, session = dialogue.conversation, record.session
    ended = conversation.resolved_at
    began_beside = record.cause in _BESIDE and ended is not None and ended <= session.started_at
    if not began_beside or session.reply is None:
        return False
    config_id = conversation.whatsapp_config_id
    other = await dialogue.scene.tx.conversations.find_open(contact_id=conversation.contact_id, config_id=config_id)
    if other is None:
        conversation.reopen(by=BOT, now=dialogue.scene.now)
    return other is None
