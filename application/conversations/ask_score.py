"""The customer is asked how it was."""

from datetime import datetime

from application.conversations.tell_customer import TellCustomer
from application.ports.unit_of_work import Transaction
from domain.conversations.conversation import Conversation
from domain.shared.ids import CsatAnswerId
from domain.support.bot_texts import BotTextKey
from domain.support.csat import ANSWERED_WITHIN, CsatAnswer, question


async def ask_score(tx: Transaction, conversation: Conversation, *, tell: TellCustomer, now: datetime) -> None:
    """Send the question, where the company switched it on and the window is open, and await its answer.

    A conversation is asked about once, also when it is reopened and resolved again. The question is known by the id of
    its message.
    """
    if not conversation.is_window_open(now=now) or await tx.csat.was_asked(conversation.id):
        return
    message_id = await tell(
        tx, conversation, BotTextKey.CSAT_QUESTION, now=now, agent=conversation.assigned_to, shape=question
    )
    if message_id is not None:
        await tx.csat.ask(
            CsatAnswer(
                id=CsatAnswerId(message_id),
                conversation_id=conversation.id,
                contact_id=conversation.contact_id,
                user_id=conversation.assigned_to,
                department_id=conversation.department_id,
                asked_at=now,
                expires_at=now + ANSWERED_WITHIN,
            )
        )
