"""A document that was brought is read, and its passages are kept."""

import msgspec

from application.ai.place_passages import PlacePassages, order_placing
from application.ports.clock import Clock
from application.ports.document_texts import DocumentReader
from application.ports.file_store import FileMissingError, FileStore
from application.ports.ids import Ids
from application.ports.jobs import Job
from application.ports.scratch import Scratch
from application.ports.unit_of_work import UnitOfWork
from domain.ai.chunking import Chunk, chunks_of
from domain.ai.errors import DocumentProblem, DocumentRefusedError, KnowledgeDocumentNotFoundError
from domain.ai.knowledge import MAX_BASE_CHUNKS, MAX_FILE, MAX_TEXT, DocumentStatus, KnowledgeDocument
from domain.media.keys import storage_key
from domain.shared.ids import KnowledgeBaseId, KnowledgeChunkId, KnowledgeDocumentId, TenantId


class ReadDocument(Job, frozen=True, tag="read_document"):
    """Read a document."""

    tenant_id: TenantId
    base_id: KnowledgeBaseId
    document_id: KnowledgeDocumentId


class ReadingTools(msgspec.Struct, frozen=True, kw_only=True):
    """What reading documents needs of the world."""

    scratch: Scratch
    store: FileStore
    reader: DocumentReader
    uow: UnitOfWork
    clock: Clock
    ids: Ids


class ReadDocumentHandler:
    """Read a document and keep its passages, or why it cannot be read.

    Idempotent: one that is read, or is gone, is left alone; its passages are written whole, in one transaction.
    """

    def __init__(self, tools: ReadingTools) -> None:
        self._tools = tools

    async def __call__(self, job: ReadDocument) -> None:
        """Read it. Raises StoreUnavailableError."""
        try:
            async with self._tools.uow(job.tenant_id) as tx:
                document = await tx.knowledge.document(job.document_id, base_id=job.base_id)
            if document.status is not DocumentStatus.WAITING:
                return
            try:
                await self._keep(job, await self._chunks(job, document))
            except DocumentRefusedError as error:
                await self._fail(job, error.problem)
            except FileMissingError:
                await self._fail(job, DocumentProblem.FILE_GONE)
        except KnowledgeDocumentNotFoundError:
            return

    async def _chunks(self, job: ReadDocument, document: KnowledgeDocument) -> list[Chunk]:
        async with self._tools.scratch.file() as file:
            key = storage_key(job.tenant_id, document.sha256)
            await file.fill(self._tools.store.read(key), limit=MAX_FILE)
            text = await self._tools.reader.read(file.path, mime=document.mime)
        if len(text) > MAX_TEXT:
            raise DocumentRefusedError("The document is too long.", problem=DocumentProblem.TOO_LONG)
        chunks = chunks_of(text)
        if not chunks:
            raise DocumentRefusedError("There is no text in it.", problem=DocumentProblem.NO_TEXT)
        return chunks

    async def _keep(self, job: ReadDocument, chunks: list[Chunk]) -> None:
        async with self._tools.uow(job.tenant_id) as tx:
            await tx.knowledge.count_documents(job.base_id)  # so that two documents do not fill the base at once
            document = await tx.knowledge.document(job.document_id, base_id=job.base_id, lock=True)
            if await tx.passages.count(job.base_id) + len(chunks) > MAX_BASE_CHUNKS:
                raise DocumentRefusedError("The knowledge base is full.", problem=DocumentProblem.TOO_LONG)
            numbered = {KnowledgeChunkId(self._tools.ids.new()): chunk for chunk in chunks}
            await tx.passages.replace(document.id, numbered, base_id=job.base_id)
            document.become_ready(chunks=len(chunks), now=self._tools.clock.now())
            await tx.knowledge.save_document(document)
            if (await tx.ai_settings.get()).embedding_model is not None:
                order_placing(tx.jobs, PlacePassages(tenant_id=job.tenant_id))

    async def _fail(self, job: ReadDocument, problem: DocumentProblem) -> None:
        async with self._tools.uow(job.tenant_id) as tx:
            document = await tx.knowledge.document(job.document_id, base_id=job.base_id, lock=True)
            document.fail(problem, now=self._tools.clock.now())
            await tx.knowledge.save_document(document)
