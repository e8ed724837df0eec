"""Somebody tries a question out."""

import msgspec

from application.ai.ask_model import Answer, Asked, AskModel
from application.ports.ai import AiError
from application.shared.actor import Actor
from domain.ai.errors import ModelRefusedError, ModelUnavailableError
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail
from domain.shared.ids import KnowledgeDocumentId

MAX_TOKENS = 1_000


class SourceView(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that the model was shown; `is_used` says that the answer names it."""

    number: int
    title: str
    document_id: KnowledgeDocumentId
    text: str
    is_used: bool


class TrialView(msgspec.Struct, frozen=True, kw_only=True):
    """What a flow would get; it was counted as a flow's question is."""

    answer: str
    sure: bool
    hand_over: bool
    sources: list[SourceView]
    input_tokens: int
    output_tokens: int


class TryAi:
    """Ask the company's model as a flow would, without a contact. Needs flows:edit."""

    def __init__(self, ask: AskModel) -> None:
        self._ask = ask

    async def __call__(self, actor: Actor, asked: Asked) -> TrialView:
        """Give the answer.

        Raises KnowledgeBaseNotFoundError, AiBudgetSpentError, ModelRefusedError, ModelUnavailableError.
        """
        actor.require(Permission.FLOWS_EDIT)
        try:
            return _shown(await self._ask(actor.tenant_id, asked))
        except AiError as error:
            if error.is_passing:
                raise ModelUnavailableError("The model does not answer now.") from error
            why = ErrorDetail(field="ai_settings", message="{value}", values={"value": error.code})
            raise ModelRefusedError("The model does not answer as it is set up.", details=(why,)) from error


def _shown(answer: Answer) -> TrialView:
    said = answer.said
    return TrialView(
        answer=said.text,
        sure=said.sure,
        hand_over=said.hand_over,
        sources=[
            SourceView(
                number=one.number,
                title=one.passage.title,
                document_id=one.passage.document_id,
                text=one.passage.body,
                is_used=one.number in said.used,
            )
            for one in answer.shown
        ],
        input_tokens=said.input_tokens,
        output_tokens=said.output_tokens,
    )
