"""A flow asks a language model."""

from datetime import timedelta

from application.ai.ask_model import Answer, Asked, AskModel
from application.ports.ai import AiError
from application.ports.performers import Answered, AskAgain, CallContext, Outcome, Refused
from application.ports.unit_of_work import UnitOfWork
from domain.ai.errors import AiBudgetSpentError, KnowledgeBaseNotFoundError
from domain.ai.question import Said, Speaker
from domain.conversations.message import Direction, Message
from domain.flows.effects import AskAi
from domain.shared.content import Edit, Reaction, Revoke, System, Unsupported
from domain.shared.message_status import MessageStatus

MAX_TRIES = 4
"""Somebody waits for the answer: after half a minute the flow goes on by its error edge."""
FIRST_WAIT = timedelta(seconds=2)
"""Before the second try; each one after it waits three times as long."""
LONGEST_WAIT = timedelta(seconds=30)
MOST_HISTORY = 50
ASIDE = 10
"""Messages beyond those that are wanted: what is asked now is among them, and files without words."""
MAX_SAID = 1_500
"""Characters of one earlier message: what is longer is cut, for its beginning says what it is about."""
MAX_QUESTION = 8_000
_NOTHING_SAID = (Reaction, Edit, Revoke, System, Unsupported)


class AskAiPerformer:
    """Ask, with what was said before. Each try that a model answered is counted; one that is repeated is asked anew."""

    def __init__(self, ask: AskModel, uow: UnitOfWork) -> None:
        self._ask, self._uow = ask, uow

    async def __call__(self, call: AskAi, context: CallContext) -> Outcome:
        """Ask. The answer is {answer, sure, sources, hand_over, usage}."""
        if not call.question.strip():
            return Refused(code="no_question")
        asked = Asked(
            prompt=call.prompt,
            question=call.question[:MAX_QUESTION],
            max_tokens=call.max_tokens,
            model=call.model,
            knowledge_base=call.knowledge_base,
            only_sources=call.only_sources,
            can_hand_over=call.can_hand_over,
            history=await self._history(call, context) if call.history else (),
        )
        try:
            return _answered(await self._ask(context.tenant_id, asked))
        except KnowledgeBaseNotFoundError:
            return Refused(code="no_such_knowledge_base")
        except AiBudgetSpentError:
            return Refused(code="budget_spent")
        except AiError as error:
            return _failed(error, tries=context.tries)

    async def _history(self, call: AskAi, context: CallContext) -> tuple[Said, ...]:
        async with self._uow(context.tenant_id) as tx:
            found = await tx.messages.latest(context.conversation_id, limit=min(call.history, MOST_HISTORY) + ASIDE)
        return said_before(found, question=call.question)[-min(call.history, MOST_HISTORY) :]


def said_before(messages: list[Message], *, question: str) -> tuple[Said, ...]:
    """Give what was said, the oldest first, without what is asked now; of files only what is written beside them."""
    said = [
        Said(Speaker.CONTACT if message.direction is Direction.INBOUND else Speaker.COMPANY, words[:MAX_SAID])
        for message in messages
        if not isinstance(message.content, _NOTHING_SAID)
        and message.status is not MessageStatus.FAILED
        and (words := message.words.strip())
    ]
    while said and said[-1].by is Speaker.CONTACT and said[-1].text in question:
        said.pop()
    return tuple(said)


def _answered(answer: Answer) -> Answered:
    said = answer.said
    return Answered(
        {
            "answer": said.text,
            "sure": said.sure,
            "sources": [
                {
                    "title": one.passage.title,
                    "document_id": str(one.passage.document_id),
                    "number": one.number,
                }
                for one in answer.sources
            ],
            "hand_over": said.hand_over,
            "usage": {"input_tokens": said.input_tokens, "output_tokens": said.output_tokens},
        }
    )


def _failed(error: AiError, *, tries: int) -> Outcome:
    if error.is_passing and tries + 1 < MAX_TRIES:
        after = error.after or FIRST_WAIT * 3**tries
        return AskAgain(after=min(after, LONGEST_WAIT), code=error.code, detail=error.detail)
    return Refused(code=error.code, detail=error.detail)
