"""Somebody writes in a conversation."""

import msgspec

from application.messages.say import Words, say, thread_of
from application.messages.speaker import speaker_of
from application.messages.tools import SendTools, in_transaction
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.visibility import require_visible
from domain.identity.permissions import Permission
from domain.shared.content import Content
from domain.shared.ids import ConversationId, MessageId, ProviderMessageId


class SendMessage(msgspec.Struct, frozen=True, kw_only=True):
    """Send `content` in a conversation, perhaps quoting a message by the provider's id."""

    conversation_id: ConversationId
    content: Content
    reply_to: ProviderMessageId | None = None


class SendMessageHandler:
    """Queue a message in a conversation. Needs conversations:reply.

    The content must pass the provider's limits, and outside the 24-hour window be a template. A person who writes in
    a conversation that nobody has takes it over, so that the bot does not talk across them.
    """

    def __init__(self, tools: SendTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: SendMessage) -> MessageId:
        """Give the queued message's id. Raises ConversationNotFoundError, and as `say` does."""
        actor.require(Permission.CONVERSATIONS_REPLY)
        words = Words(content=command.content, reply_to=command.reply_to)

        async def send(tx: Transaction) -> MessageId:
            conversation = await tx.conversations.get(command.conversation_id)
            require_visible(conversation, actor.viewer)
            thread = await thread_of(tx, conversation)
            now = self._tools.clock.now()
            return (await say(tx, thread, words, speaker=speaker_of(actor), tools=self._tools, now=now)).id

        return await in_transaction(self._tools, actor.tenant_id, send)
