"""Passages that may hold the answer to a question are looked for."""

import msgspec

from application.ai.model_desk import ModelDesk, Order
from application.ports.ai import AiError, Embedded, LanguageModels, ModelAccess
from application.ports.repositories.passages import FoundPassage
from application.ports.unit_of_work import UnitOfWork
from domain.ai.errors import AiBudgetSpentError
from domain.ai.pricing import tokens_about
from domain.ai.search import CANDIDATES, NEAR, PASSAGES, fused, terms_of
from domain.ai.settings import AiSettings
from domain.shared.ids import KnowledgeBaseId, KnowledgeChunkId, TenantId

MAX_QUESTION = 2_000
"""Characters of a question that are looked for; no more say what is asked."""


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """Whose base, and what is asked."""

    tenant_id: TenantId
    base_id: KnowledgeBaseId
    question: str
    limit: int = PASSAGES


class FindPassages:
    """By their words, and by their meaning where the company has an embedding model; two orders become one.

    A model that does not answer, or may not be asked any more this month, leaves the words.
    """

    def __init__(self, uow: UnitOfWork, models: LanguageModels, *, desk: ModelDesk) -> None:
        self._uow, self._models, self._desk = uow, models, desk

    async def __call__(self, search: Search) -> list[FoundPassage]:
        """Give them, the best first."""
        async with self._uow(search.tenant_id) as tx:
            settings = await tx.ai_settings.get()
        question = search.question[:MAX_QUESTION]
        vector = await self._vector(search.tenant_id, question, settings)
        async with self._uow(search.tenant_id) as tx:
            terms = terms_of(question)
            by_words = await tx.passages.by_words(search.base_id, terms, limit=CANDIDATES) if terms else []
            by_meaning: list[KnowledgeChunkId] = []
            if vector is not None and settings.embedding_model is not None:
                by_meaning = await tx.passages.by_meaning(
                    search.base_id, vector, model=settings.embedding_model, near=NEAR, limit=CANDIDATES
                )
            best = fused(by_words, by_meaning, most=search.limit)
            return await tx.passages.shown([KnowledgeChunkId(one) for one in best])

    async def _vector(self, tenant_id: TenantId, question: str, settings: AiSettings) -> list[float] | None:
        if settings.embedding_model is None or not question.strip():
            return None
        order = Order(
            tenant_id=tenant_id,
            settings=settings,
            model=settings.embedding_model,
            input_tokens=tokens_about(question),
        )

        async def ask(access: ModelAccess) -> Embedded:
            return await self._models.embed(access, [question])

        try:
            return (await self._desk.ask(order, ask, lambda answer: (answer.input_tokens, 0))).vectors[0]
        except (AiError, AiBudgetSpentError):
            return None
