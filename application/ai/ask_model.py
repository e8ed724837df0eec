"""A model is asked for a company: with what its documents say, within what a month may cost."""

import msgspec

from application.ai.find_passages import FindPassages, Search
from application.ai.model_desk import ModelDesk, Order
from application.ports.ai import LanguageModels, ModelAccess, ModelAnswer
from application.ports.repositories.passages import FoundPassage
from application.ports.unit_of_work import UnitOfWork
from domain.ai.errors import KnowledgeBaseNotFoundError
from domain.ai.pricing import tokens_about
from domain.ai.prompt import lay_out
from domain.ai.question import Passage, Question, Said
from domain.ai.settings import AiSettings, Provider
from domain.shared.ids import TenantId

UNSURE = ModelAnswer(text="", sure=False)


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked; `model` is another than the company's own, `knowledge_base` named by name or id."""

    prompt: str
    question: str
    max_tokens: int
    model: str | None = None
    knowledge_base: str | None = None
    only_sources: bool = False
    can_hand_over: bool = False
    history: tuple[Said, ...] = ()


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that an answer rests on."""

    number: int
    passage: FoundPassage


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What was said, what it rests on, and what the model was shown."""

    said: ModelAnswer
    sources: tuple[Source, ...] = ()
    shown: tuple[Source, ...] = ()


class AskModel:
    """Ask. With `only_sources`, a question on which the documents say nothing is not even asked."""

    def __init__(self, uow: UnitOfWork, models: LanguageModels, *, desk: ModelDesk, find: FindPassages) -> None:
        self._uow, self._models, self._desk, self._find = uow, models, desk, find

    async def __call__(self, tenant_id: TenantId, asked: Asked) -> Answer:
        """Give the answer. Raises AiError, AiBudgetSpentError, KnowledgeBaseNotFoundError."""
        async with self._uow(tenant_id) as tx:
            settings = await tx.ai_settings.get()
        shown = await self._sources(tenant_id, asked)
        if asked.only_sources and not shown:
            return Answer(said=UNSURE)
        question = Question(
            prompt=asked.prompt,
            question=asked.question,
            history=asked.history,
            passages=tuple(Passage(number=one.number, title=one.passage.title, text=one.passage.body) for one in shown),
            only_sources=asked.only_sources,
            can_hand_over=asked.can_hand_over,
            max_tokens=asked.max_tokens,
        )

        async def ask(access: ModelAccess) -> ModelAnswer:
            return await self._models.ask(access, question)

        order = _order(tenant_id, settings, question, model=asked.model)
        said = await self._desk.ask(order, ask, lambda answer: (answer.input_tokens, answer.output_tokens))
        return Answer(said=said, sources=tuple(one for one in shown if one.number in said.used), shown=shown)

    async def _sources(self, tenant_id: TenantId, asked: Asked) -> tuple[Source, ...]:
        if asked.knowledge_base is None:
            return ()
        async with self._uow(tenant_id) as tx:
            base = await tx.knowledge.find(asked.knowledge_base)
        if base is None:
            raise KnowledgeBaseNotFoundError("There is no such knowledge base.")
        found = await self._find(Search(tenant_id=tenant_id, base_id=base.id, question=asked.question))
        return tuple(Source(number=number, passage=passage) for number, passage in enumerate(found, start=1))


def _order(tenant_id: TenantId, settings: AiSettings, question: Question, *, model: str | None) -> Order:
    layout = lay_out(question)
    words = "\n".join([layout.system, *(turn.text for turn in layout.turns)])
    is_local = settings.provider is Provider.LOCAL
    return Order(
        tenant_id=tenant_id,
        settings=settings,
        model=settings.model if is_local else model or settings.model,
        input_tokens=tokens_about(words),
        output_tokens=question.max_tokens,
    )
