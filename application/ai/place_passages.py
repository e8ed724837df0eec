"""An embedding model sees a company's passages."""

from datetime import timedelta

from application.ai.model_desk import ModelDesk, Order
from application.ports.ai import AiError, Embedded, LanguageModels, ModelAccess
from application.ports.jobs import Job, JobQueue
from application.ports.repositories.passages import Unplaced
from application.ports.unit_of_work import UnitOfWork
from domain.ai.errors import AiBudgetSpentError, ModelUnavailableError
from domain.ai.pricing import tokens_about
from domain.ai.settings import AiSettings
from domain.shared.ids import TenantId

BATCH = 8
"""Passages of one question: with the longest vectors in use an answer stays below half a megabyte."""
BATCHES = 50
"""Questions of one job; a larger company's go on in the next."""
WHEN_SPENT = timedelta(hours=6)
"""A cap may be raised, or the month may end."""


class PlacePassages(Job, frozen=True, tag="place_passages"):
    """Show the embedding model what it has not seen."""

    tenant_id: TenantId


def order_placing(jobs: JobQueue, job: PlacePassages, *, after: timedelta = timedelta()) -> None:
    """Order it, once for a company."""
    jobs.put(job, after=after, key=f"place_passages:{job.tenant_id}")


class PlacePassagesHandler:
    """Go on until it has seen all. Idempotent: what it has seen is not shown again.

    Until then, and where the model refuses for good, passages are found by their words.
    """

    def __init__(self, uow: UnitOfWork, models: LanguageModels, *, desk: ModelDesk) -> None:
        self._uow, self._models, self._desk = uow, models, desk

    async def __call__(self, job: PlacePassages) -> None:
        """Show it some. Raises ModelUnavailableError for what may pass."""
        for _ in range(BATCHES):
            async with self._uow(job.tenant_id) as tx:
                settings = await tx.ai_settings.get()
                if settings.embedding_model is None:
                    return
                passages = await tx.passages.unplaced(model=settings.embedding_model, limit=BATCH)
            if not passages or not await self._placed(job, settings, settings.embedding_model, passages):
                return
        async with self._uow(job.tenant_id) as tx:
            order_placing(tx.jobs, job)

    async def _placed(self, job: PlacePassages, settings: AiSettings, model: str, passages: list[Unplaced]) -> bool:
        """Place some; False where it is of no use to go on now."""
        texts = [f"{passage.heading}\n{passage.body}".strip() for passage in passages]
        tokens = sum(map(tokens_about, texts))
        order = Order(tenant_id=job.tenant_id, settings=settings, model=model, input_tokens=tokens)

        async def ask(access: ModelAccess) -> Embedded:
            return await self._models.embed(access, texts)

        try:
            answer = await self._desk.ask(order, ask, lambda found: (found.input_tokens, 0))
        except AiBudgetSpentError:
            async with self._uow(job.tenant_id) as tx:
                order_placing(tx.jobs, job, after=WHEN_SPENT)
            return False
        except AiError as error:
            if error.is_passing:
                raise ModelUnavailableError("The embedding model does not answer now.") from error
            return False
        async with self._uow(job.tenant_id) as tx:
            vectors = dict(zip((passage.id for passage in passages), answer.vectors, strict=True))
            await tx.passages.place(vectors, model=model)
        return True
