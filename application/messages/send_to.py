"""Something is sent to somebody, wherever they are being talked to."""

import msgspec

from application.messages.addressing import Address, find_thread, require_one
from application.messages.say import Words, say
from application.messages.speaker import speaker_of
from application.messages.tools import SendTools, in_transaction
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.conversation import Conversation
from domain.conversations.message import Message
from domain.conversations.timeline import SYSTEM, By, by_user
from domain.conversations.visibility import may_see, require_visible
from domain.identity.permissions import Permission
from domain.messages.errors import ConversationHeldError


class SendTo(msgspec.Struct, frozen=True, kw_only=True):
    """Send words to a conversation, a contact or a phone."""

    address: Address
    words: Words


class SendToHandler:
    """Queue a message to whoever is named. Needs messages:send.

    Contact and conversation are begun where there are none. A person does not write into a conversation that they
    may not see; a program's message goes to whoever it is for, in whoever's hands the conversation is.
    """

    def __init__(self, tools: SendTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: SendTo) -> Message:
        """Give the queued message.

        Raises SendToOneError, PhoneInvalidError, NumberNotChosenError, ConversationHeldError, and as `find_thread` and
        `say` do.
        """
        actor.require(Permission.MESSAGES_SEND)
        require_one(command.address)

        async def send(tx: Transaction) -> Message:
            now = self._tools.clock.now()
            thread = await find_thread(tx, command.address, by=opener(actor), tools=self._tools, now=now)
            require_open_to(actor, thread.conversation, address=command.address)
            return await say(tx, thread, command.words, speaker=speaker_of(actor), tools=self._tools, now=now)

        return await in_transaction(self._tools, actor.tenant_id, send)


def opener(actor: Actor) -> By:
    """Say who begins a conversation when this one sends."""
    return SYSTEM if actor.api_key_id is not None else by_user(actor.user_id)


def require_open_to(actor: Actor, conversation: Conversation, *, address: Address) -> None:
    """Raise ConversationNotFoundError for one that was named, ConversationHeldError for one that was found."""
    if address.conversation_id is not None:
        require_visible(conversation, actor.viewer)
    elif actor.api_key_id is None and not may_see(
        actor.viewer, assigned_to=conversation.assigned_to, department_id=conversation.department_id
    ):
        raise ConversationHeldError("Somebody else is serving this contact.")
