"""Somebody sets an emoji under a message, or takes it off."""

from datetime import datetime, timedelta

import msgspec

from application.messages.say import Words, say, thread_of
from application.messages.seen_message import lock_seen
from application.messages.speaker import speaker_of
from application.messages.tools import SendTools, in_transaction
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.message import Message
from domain.conversations.reaction import MessageReaction, Side
from domain.identity.permissions import Permission
from domain.messages.errors import NoReactionPossibleError
from domain.shared.content import Reaction
from domain.shared.ids import MessageId, ProviderMessageId

REACHABLE = timedelta(days=30)
"""Meta: a reaction to an older message is not delivered (error 131009)."""


class ReactToMessage(msgspec.Struct, frozen=True, kw_only=True):
    """The emoji; None takes it off."""

    message_id: MessageId
    emoji: str | None


class ReactToMessageHandler:
    """Queue a reaction, and show it on its message. Needs conversations:reply.

    It is no answer: nobody takes the conversation over with it, and what is unread stays so.
    """

    def __init__(self, tools: SendTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: ReactToMessage) -> Message:
        """Give the queued reaction. Raises MessageNotFoundError, NoReactionPossibleError, and as `say` does."""
        actor.require(Permission.CONVERSATIONS_REPLY)

        async def react(tx: Transaction) -> Message:
            now = self._tools.clock.now()
            target, conversation = await lock_seen(tx, actor, command.message_id)
            words = Words(content=Reaction(target=_name_of(target, now=now), emoji=command.emoji))
            thread = await thread_of(tx, conversation)
            speaker = msgspec.structs.replace(speaker_of(actor), is_answering=False)
            message = await say(tx, thread, words, speaker=speaker, tools=self._tools, now=now)
            reaction = MessageReaction(
                message_id=target.id, side=Side.BUSINESS, emoji=command.emoji, at=now, user_id=actor.user_id
            )
            await tx.message_changes.react(reaction, conversation_id=conversation.id)
            return message

        return await in_transaction(self._tools, actor.tenant_id, react)


def _name_of(message: Message, *, now: datetime) -> ProviderMessageId:
    if message.provider_message_id is None or isinstance(message.content, Reaction):
        raise NoReactionPossibleError("The provider has no such message to react to.")
    if now - message.created_at > REACHABLE:
        raise NoReactionPossibleError(f"The message is more than {REACHABLE.days} days old.")
    return message.provider_message_id
