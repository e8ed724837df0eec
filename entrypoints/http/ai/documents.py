"""Documents of knowledge bases."""

from typing import Annotated
from uuid import UUID

from dishka import FromDishka
from litestar import Router, delete, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter

from application.ai.add_knowledge_document import AddKnowledgeDocument, AddKnowledgeDocumentHandler
from application.ai.delete_knowledge_document import DeleteKnowledgeDocument
from application.ai.show_knowledge import ShowKnowledge
from application.ports.file_store import StoreUnavailableError
from application.ports.readers.knowledge import DOCUMENT_SORTS, KnowledgeDocumentRow
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.ai.errors import (
    DocumentRefusedError,
    DocumentTooLargeError,
    KnowledgeBaseFullError,
    KnowledgeBaseNotFoundError,
    KnowledgeDocumentNotFoundError,
    SameDocumentError,
)
from domain.ai.knowledge import DocumentStatus
from domain.identity.permissions import Permission
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId
from entrypoints.http.access import CREATES, SLOW, needs
from entrypoints.http.ai import examples
from entrypoints.http.ai.requests import LARGEST_FORM
from entrypoints.http.examples import page_with
from entrypoints.http.injection import inject
from entrypoints.http.media.uploads import AnyRequest, FileForm, file_in
from entrypoints.http.openapi import BEARER, BODY, FLOWS, QUERY, SECURED, answers
from entrypoints.http.query import paged

_READ, _EDIT = needs(Permission.FLOWS_READ), needs(Permission.FLOWS_EDIT)


@get(
    "/knowledge-bases/{base_id:uuid}/documents",
    operation_id="ListKnowledgeDocuments",
    summary="List a base's documents, the newest first.",
    description="Needs flows:read. A document that is `waiting` is being read; one that has `failed` says why in "
    "`error`.",
    opt=_READ,
    dependencies={"paging": paged(sorts=DOCUMENT_SORTS, search=True)},
    responses=answers(
        200,
        Page[KnowledgeDocumentRow],
        example=page_with(examples.DOCUMENT),
        raises=(*BEARER, *QUERY, KnowledgeBaseNotFoundError),
    ),
)
@inject
async def list_knowledge_documents(
    base_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    paging: NamedDependency[PageRequest],
    use_case: FromDishka[ShowKnowledge],
    status: Annotated[DocumentStatus | None, QueryParameter(description="In this state.")] = None,
) -> Page[KnowledgeDocumentRow]:
    """Give one page."""
    return await use_case.documents(actor, KnowledgeBaseId(base_id), status=status, page=paging)


@post(
    "/knowledge-bases/{base_id:uuid}/documents",
    operation_id="AddKnowledgeDocument",
    summary="Bring a document: text, Markdown, HTML or PDF.",
    description=(
        "Needs flows:edit. A multipart form with the part `file`, at most 20 MB; its type is told by its bytes. It is "
        "read in the background, and only its text is kept. The same file twice is a conflict. An Idempotency-Key "
        "holds for files up to 3 MB."
    ),
    opt={**_EDIT, **CREATES, **SLOW},
    operation_class=FileForm,
    request_max_body_size=LARGEST_FORM,
    responses=answers(
        202,
        KnowledgeDocumentRow,
        example=examples.DOCUMENT,
        raises=(*BEARER, *BODY, KnowledgeBaseNotFoundError, KnowledgeBaseFullError, SameDocumentError,
                DocumentTooLargeError, DocumentRefusedError, StoreUnavailableError),
    ),
    status_code=202,
)  # fmt: skip
@inject
async def add_knowledge_document(
    base_id: FromPath[UUID],
    request: AnyRequest,
    actor: NamedDependency[Actor],
    use_case: FromDishka[AddKnowledgeDocumentHandler],
    show: FromDishka[ShowKnowledge],
) -> KnowledgeDocumentRow:
    """Keep it, and show it."""
    file = await file_in(request)
    base = KnowledgeBaseId(base_id)
    command = AddKnowledgeDocument(base_id=base, chunks=file.chunks, filename=file.filename)
    return await show.document(actor, await use_case(actor, command), base_id=base)


@get(
    "/knowledge-bases/{base_id:uuid}/documents/{document_id:uuid}",
    operation_id="GetKnowledgeDocument",
    summary="Show how far a document's reading is.",
    description="Needs flows:read.",
    opt=_READ,
    responses=answers(
        200, KnowledgeDocumentRow, example=examples.DOCUMENT, raises=(*BEARER, KnowledgeDocumentNotFoundError)
    ),
)
@inject
async def get_knowledge_document(
    base_id: FromPath[UUID],
    document_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[ShowKnowledge],
) -> KnowledgeDocumentRow:
    """Give one."""
    return await use_case.document(actor, KnowledgeDocumentId(document_id), base_id=KnowledgeBaseId(base_id))


@delete(
    "/knowledge-bases/{base_id:uuid}/documents/{document_id:uuid}",
    operation_id="DeleteKnowledgeDocument",
    summary="Remove a document with its passages.",
    description="Needs flows:edit. No bot finds anything of it from now on.",
    opt=_EDIT,
    responses=answers(204, None, example=None, raises=(*BEARER, KnowledgeDocumentNotFoundError)),
)
@inject
async def delete_knowledge_document(
    base_id: FromPath[UUID],
    document_id: FromPath[UUID],
    actor: NamedDependency[Actor],
    use_case: FromDishka[DeleteKnowledgeDocument],
) -> None:
    """Remove it."""
    await use_case(actor, KnowledgeDocumentId(document_id), base_id=KnowledgeBaseId(base_id))


document_routes = Router(
    "/",
    route_handlers=[
        list_knowledge_documents,
        add_knowledge_document,
        get_knowledge_document,
        delete_knowledge_document,
    ],
    tags=[FLOWS.name],
    security=SECURED,
)
