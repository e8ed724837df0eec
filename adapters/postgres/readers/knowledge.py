"""Knowledge bases and their documents, read from PostgreSQL."""

from sqlalchemy import FromClause, bindparam, func, select
from sqlalchemy.sql.elements import ColumnElement

from adapters.postgres.readers.listing import Asks, Listing, Shown, columns_of, to_struct
from adapters.postgres.readers.orders import orders_by
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.readers.search import matching
from adapters.postgres.repositories.rows import is_row, select_row
from adapters.postgres.statements import Statement
from adapters.postgres.tables.ai import knowledge_bases, knowledge_documents
from application.ports.readers.knowledge import BASE_SORTS, DOCUMENT_SORTS, KnowledgeBaseRow, KnowledgeDocumentRow
from application.shared.page import Page, PageRequest
from domain.ai.errors import KnowledgeBaseNotFoundError, KnowledgeDocumentNotFoundError
from domain.ai.knowledge import DocumentStatus
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId, TenantId


def _show_base(rows: FromClause) -> Shown:
    def documents(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        of_base = (
            knowledge_documents.c.tenant_id == bindparam("tenant_id"),
            knowledge_documents.c.base_id == rows.c.id,
        )
        counted = select(func.count()).select_from(knowledge_documents).where(*of_base, *conditions)
        return counted.scalar_subquery()

    is_ready = knowledge_documents.c.status == DocumentStatus.READY.value
    return select(
        *columns_of(rows, KnowledgeBaseRow), documents().label("documents"), documents(is_ready).label("ready")
    )


def _show_document(rows: FromClause) -> Shown:
    return select(*columns_of(rows, KnowledgeDocumentRow))


_BASES = Listing(
    knowledge_bases,
    item=KnowledgeBaseRow,
    show=_show_base,
    asks=Asks(sorts=orders_by(knowledge_bases, KnowledgeBaseRow, BASE_SORTS), search=matching(knowledge_bases.c.name)),
)
_BASE = Statement(_show_base(knowledge_bases).where(is_row(knowledge_bases)))
_IS_BASE = select_row(knowledge_bases)
_DOCUMENTS = Listing(
    knowledge_documents,
    item=KnowledgeDocumentRow,
    show=_show_document,
    where=[knowledge_documents.c.base_id == bindparam("base_id")],
    asks=Asks(
        sorts=orders_by(knowledge_documents, KnowledgeDocumentRow, DOCUMENT_SORTS),
        filters={"status": knowledge_documents.c.status == bindparam("status")},
        search=matching(knowledge_documents.c.name),
    ),
)
_DOCUMENT = Statement(
    _show_document(knowledge_documents).where(
        is_row(knowledge_documents), knowledge_documents.c.base_id == bindparam("base_id")
    )
)


class PostgresKnowledgeList(TenantReader):
    """Reads them."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[KnowledgeBaseRow]:
        """Give bases by name, or as `page` asks. Raises MalformedError."""
        async with self._reading(tenant_id) as connection:
            return await _BASES.page(connection, page)

    async def one(self, tenant_id: TenantId, *, base_id: KnowledgeBaseId) -> KnowledgeBaseRow:
        """Give one. Raises KnowledgeBaseNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_BASE, id=base_id)
        if row is None:
            raise KnowledgeBaseNotFoundError("There is no such knowledge base.")
        return to_struct(row, KnowledgeBaseRow)

    async def documents(
        self, tenant_id: TenantId, *, base_id: KnowledgeBaseId, status: DocumentStatus | None, page: PageRequest
    ) -> Page[KnowledgeDocumentRow]:
        """Give a base's documents, the newest first. Raises KnowledgeBaseNotFoundError, MalformedError."""
        async with self._reading(tenant_id) as connection:
            if await connection.fetch_one(_IS_BASE, id=base_id) is None:
                raise KnowledgeBaseNotFoundError("There is no such knowledge base.")
            return await _DOCUMENTS.page(connection, page, filters={"status": status}, base_id=base_id)

    async def document(
        self, tenant_id: TenantId, *, base_id: KnowledgeBaseId, document_id: KnowledgeDocumentId
    ) -> KnowledgeDocumentRow:
        """Give one. Raises KnowledgeDocumentNotFoundError."""
        async with self._reading(tenant_id) as connection:
            row = await connection.fetch_one(_DOCUMENT, id=document_id, base_id=base_id)
        if row is None:
            raise KnowledgeDocumentNotFoundError("There is no such document.")
        return to_struct(row, KnowledgeDocumentRow)
