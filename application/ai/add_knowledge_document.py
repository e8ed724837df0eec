"""A company brings a document that its bots may know."""

from collections.abc import AsyncIterator
from pathlib import Path

import msgspec

from application.ai.read_document import ReadDocument
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.file_store import FileStore
from application.ports.ids import Ids
from application.ports.scratch import Measure, Scratch, ScratchFile, TooLongError
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.ai.errors import DocumentProblem, DocumentRefusedError, DocumentTooLargeError, KnowledgeBaseFullError
from domain.ai.knowledge import MAX_DOCUMENTS, MAX_FILE, KnowledgeDocument, kind_of
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.media.filenames import safe_filename
from domain.media.keys import storage_key
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId

UNNAMED = "documento"
_HEAD = 4_096
"""Bytes by which a file's kind is told."""


class AddKnowledgeDocument(msgspec.Struct, frozen=True, kw_only=True):
    """Into which base, and the file; its name is the sender's own word."""

    base_id: KnowledgeBaseId
    chunks: AsyncIterator[bytes]
    filename: str | None = None


class DocumentTools(msgspec.Struct, frozen=True, kw_only=True):
    """What bringing documents needs of the world."""

    scratch: Scratch
    store: FileStore
    uow: UnitOfWork
    clock: Clock
    ids: Ids


class AddKnowledgeDocumentHandler:
    """Keep a file until it is read, in the background: text, Markdown, HTML or PDF by its bytes. Needs flows:edit.

    The store's own sweep deletes the file a day later; what stays is its text, in passages.
    """

    def __init__(self, tools: DocumentTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, command: AddKnowledgeDocument) -> KnowledgeDocumentId:
        """Give its id.

        Raises KnowledgeBaseNotFoundError, KnowledgeBaseFullError, SameDocumentError, DocumentTooLargeError,
        DocumentRefusedError, StoreUnavailableError.
        """
        actor.require(Permission.FLOWS_EDIT)
        async with self._tools.uow(actor.tenant_id) as tx:
            await tx.knowledge.get(command.base_id)
        async with self._tools.scratch.file() as file:
            try:
                measure = await file.fill(command.chunks, limit=MAX_FILE)
            except TooLongError as error:
                raise DocumentTooLargeError(f"A document has at most {MAX_FILE} bytes.") from error
            document = self._document(command, file, measure)
            await self._tools.store.put(storage_key(actor.tenant_id, measure.sha256), file.read())
        await self._order(actor, document)
        return document.id

    def _document(self, command: AddKnowledgeDocument, file: ScratchFile, measure: Measure) -> KnowledgeDocument:
        """Tell what it is. Raises DocumentRefusedError."""
        if not measure.size:
            raise DocumentRefusedError("The document is empty.", problem=DocumentProblem.EMPTY)
        with Path(file.path).open("rb") as opened:
            mime = kind_of(opened.read(_HEAD), filename=command.filename)
        if mime is None:
            raise DocumentRefusedError("Text, Markdown, HTML and PDF are read.", problem=DocumentProblem.TYPE_NOT_READ)
        return KnowledgeDocument(
            id=KnowledgeDocumentId(self._tools.ids.new()),
            base_id=command.base_id,
            name=safe_filename(command.filename) or UNNAMED,
            mime=mime,
            size=measure.size,
            sha256=measure.sha256,
            created_at=self._tools.clock.now(),
        )

    async def _order(self, actor: Actor, document: KnowledgeDocument) -> None:
        async with self._tools.uow(actor.tenant_id) as tx:
            if await tx.knowledge.count_documents(document.base_id) >= MAX_DOCUMENTS:
                raise KnowledgeBaseFullError(f"A knowledge base has at most {MAX_DOCUMENTS} documents.")
            await tx.knowledge.get(document.base_id)
            await tx.knowledge.add_document(document)
            tx.jobs.put(ReadDocument(tenant_id=actor.tenant_id, base_id=document.base_id, document_id=document.id))
            on = Subject(type="knowledge_document", id=document.id)
            told = {"name": document.name, "base_id": document.base_id, "size": document.size}
            tx.audit.record(AuditAction.KNOWLEDGE_DOCUMENT_ADDED, by=actor.author, on=on, after=told)
