"""A conversation is given to a person."""

import msgspec

from application.conversations.assignee import require_assignee
from application.conversations.change import Change
from application.conversations.change_conversation import ChangeConversation
from application.conversations.silence_bot import silence_bot
from application.conversations.tell_customer import TellCustomer
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId, UserId
from domain.support.bot_texts import BotTextKey


class AssignConversation(msgspec.Struct, frozen=True, kw_only=True):
    """Give it to this person."""

    conversation_id: ConversationId
    user_id: UserId


class AssignConversationHandler:
    """Give a conversation to somebody, however much they have already. Needs conversations:handle.

    The person must be active and allowed to answer.
    """

    def __init__(self, *, change: ChangeConversation, tell: TellCustomer) -> None:
        self._change, self._tell = change, tell

    async def __call__(self, actor: Actor, command: AssignConversation) -> None:
        """Assign it.

        Raises ConversationNotFoundError, AssigneeUnfitError, ConversationResolvedError, StaleVersionError.
        """
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._change(actor, command.conversation_id) as change:
            await assign(change, command.user_id, tell=self._tell)


async def assign(change: Change, user_id: UserId, *, tell: TellCustomer) -> None:
    """Do it within a change; whoever has it already keeps it, and nobody is told."""
    person = await require_assignee(change.tx, user_id)
    conversation, had = change.conversation, change.conversation.assigned_to
    conversation.assign(person.id, by=change.by, now=change.now)
    await silence_bot(change.tx, conversation.id, reason="assigned", now=change.now)
    if had != conversation.assigned_to:
        await tell(change.tx, conversation, BotTextKey.ASSIGNED, now=change.now, agent=person.id)
