"""A message in a conversation that somebody may see."""

from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ConversationNotFoundError
from domain.conversations.message import Message
from domain.conversations.visibility import require_visible
from domain.messages.errors import MessageNotFoundError
from domain.shared.ids import MessageId


async def lock_seen(tx: Transaction, actor: Actor, message_id: MessageId) -> tuple[Message, Conversation]:
    """Load it and its conversation, for changing the message. Raises MessageNotFoundError."""
    message = await tx.messages.lock(message_id)
    if message is None:
        raise MessageNotFoundError("There is no such message.")
    conversation = await tx.conversations.get(message.conversation_id)
    try:
        require_visible(conversation, actor.viewer)
    except ConversationNotFoundError as error:
        raise MessageNotFoundError("There is no such message.") from error
    return message, conversation
