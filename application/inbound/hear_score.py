"""The customer says how it was."""

from application.conversations.tell_customer import TellCustomer
from application.inbound.scene import Scene
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.timeline import CONTACT
from domain.shared.content import Content
from domain.support.bot_texts import BotTextKey
from domain.support.csat import score_in


class HearScore:
    """Take a message as the answer to the question after a resolve, so that it opens no conversation.

    Asked only where none is open, and only of what reads as a score: any other message costs no statement. Idempotent
    as the message is: an answer is taken with it.
    """

    def __init__(self, *, tell: TellCustomer) -> None:
        self._tell = tell

    async def __call__(self, scene: Scene, contact: Contact, content: Content) -> Conversation | None:
        """Give the conversation that was rated; None when it is an ordinary message."""
        score = None if contact.is_blocked else score_in(content)
        if score is None:
            return None
        asked = await scene.tx.csat.lock_open(contact_id=contact.id, config_id=scene.config.id, now=scene.now)
        if asked is None:
            return None
        await scene.tx.csat.answer(asked.answered(score, now=scene.now))
        conversation = await scene.tx.conversations.get(asked.conversation_id)
        conversation.rate(score.value, by=CONTACT, now=scene.now)
        return conversation

    async def thank(self, scene: Scene, conversation: Conversation) -> None:
        """Thank for it, once the message is counted; there is nothing in it that anybody must read."""
        conversation.unread_count = 0
        await self._tell(scene.tx, conversation, BotTextKey.CSAT_THANKS, now=scene.now, agent=conversation.assigned_to)
