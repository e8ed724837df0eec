"""The matter is settled."""

from datetime import datetime

from application.conversations.ask_score import ask_score
from application.conversations.change import Change
from application.conversations.change_conversation import ChangeConversation
from application.conversations.silence_bot import silence_bot
from application.conversations.tell_customer import TellCustomer
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import By
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId
from domain.support.bot_texts import BotTextKey


class ResolveConversation:
    """End the thread; the contact's next message opens another. Needs conversations:handle."""

    def __init__(self, *, change: ChangeConversation, tell: TellCustomer) -> None:
        self._change, self._tell = change, tell

    async def __call__(self, actor: Actor, conversation_id: ConversationId, *, resolution: str | None) -> None:
        """Resolve it. Raises ConversationNotFoundError, ConversationResolvedError, StaleVersionError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._change(actor, conversation_id) as change:
            await resolve(change, resolution, tell=self._tell)


async def resolve(change: Change, resolution: str | None, *, tell: TellCustomer) -> None:
    """Do it within a change."""
    await end(change.tx, change.conversation, resolution, by=change.by, tell=tell, now=change.now)


async def end(
    tx: Transaction,
    conversation: Conversation,
    resolution: str | None,
    *,
    by: By,
    tell: TellCustomer,
    now: datetime,
) -> None:
    """Do it, whoever does; take leave of the customer, and ask how it was. Raises ConversationResolvedError."""
    conversation.resolve(resolution=resolution, by=by, now=now)
    await silence_bot(tx, conversation.id, reason="resolved", now=now)
    await tell(tx, conversation, BotTextKey.CLOSING, now=now)
    await ask_score(tx, conversation, tell=tell, now=now)
