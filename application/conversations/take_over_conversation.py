"""A person takes a conversation."""

from application.conversations.change_conversation import ChangeConversation
from application.conversations.silence_bot import silence_bot
from application.conversations.tell_customer import TellCustomer
from application.shared.actor import Actor
from domain.conversations.conversation import Conversation
from domain.conversations.errors import ConversationNotFoundError, ConversationTakenError
from domain.conversations.visibility import may_see
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import ConversationId
from domain.support.bot_texts import BotTextKey


class TakeOverConversation:
    """Take a conversation; the bot is silent from then on. Needs conversations:handle.

    What another person has may be taken by those who hold conversations:manage. Of two who take it at once one gets
    it, and the other is told who.
    """

    def __init__(self, *, change: ChangeConversation, tell: TellCustomer) -> None:
        self._change, self._tell = change, tell

    async def __call__(self, actor: Actor, conversation_id: ConversationId) -> None:
        """Take it; nothing happens when the actor has it already.

        Raises ConversationNotFoundError, ConversationTakenError, ConversationResolvedError, StaleVersionError.
        """
        actor.require(Permission.CONVERSATIONS_HANDLE)
        async with self._change.unseen(actor, conversation_id) as change:
            conversation = change.conversation
            _require_takeable(conversation, actor)
            had, handler = conversation.assigned_to, conversation.handler
            conversation.take_over(actor.user_id, by=change.by, now=change.now)
            await silence_bot(change.tx, conversation_id, reason="takeover", now=change.now)
            if (had, handler) != (conversation.assigned_to, conversation.handler):
                await self._tell(change.tx, conversation, BotTextKey.ASSIGNED, now=change.now, agent=actor.user_id)
            await change.tx.conversations.save(conversation)


def _require_takeable(conversation: Conversation, actor: Actor) -> None:
    """Tell of whoever was faster those who could see it a moment ago; anybody else sees nothing."""
    viewer, holder = actor.viewer, conversation.assigned_to
    if not may_see(viewer, assigned_to=None, department_id=conversation.department_id) and holder != actor.user_id:
        raise ConversationNotFoundError("There is no such conversation.")
    if holder in {None, actor.user_id} or conversation.is_over or Permission.CONVERSATIONS_MANAGE in actor.permissions:
        return
    who = ErrorDetail(field="assigned_to", message="{value}", values={"value": holder})
    raise ConversationTakenError("Another person has this conversation.", details=(who,))
