"""What a company lets its bots look things up in, in PostgreSQL."""

from uuid import UUID

from sqlalchemy import delete

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import (
    insert_dated,
    insert_into,
    is_row,
    save_row,
    select_row,
    update_dated,
    values_of,
    write,
)
from adapters.postgres.statements import Statement
from adapters.postgres.tables.ai import knowledge_bases, knowledge_documents
from domain.ai.errors import KnowledgeBaseNotFoundError, KnowledgeDocumentNotFoundError
from domain.ai.knowledge import DocumentStatus, KnowledgeBase, KnowledgeDocument
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId

_GET = select_row(knowledge_bases)
_FIND = Statement("""
SELECT * FROM knowledge_bases
WHERE tenant_id = :tenant_id AND (id = CAST(:id AS uuid) OR lower(name) = lower(:name))
ORDER BY id = CAST(:id AS uuid) DESC NULLS LAST, name = :name DESC, id LIMIT 1
""")
_COUNT = Statement("SELECT count(*) FROM knowledge_bases WHERE tenant_id = :tenant_id")
_ADD = insert_dated(knowledge_bases)
_SAVE = update_dated(knowledge_bases)
_DELETE = Statement(delete(knowledge_bases).where(is_row(knowledge_bases)))

_DOCUMENT = Statement(
    "SELECT * FROM knowledge_documents WHERE tenant_id = :tenant_id AND base_id = :base_id AND id = :id"
)
_LOCK_DOCUMENT = Statement(
    "SELECT * FROM knowledge_documents WHERE tenant_id = :tenant_id AND base_id = :base_id AND id = :id FOR UPDATE"
)
_LOCK_BASE = Statement("SELECT 1 FROM knowledge_bases WHERE tenant_id = :tenant_id AND id = :id FOR NO KEY UPDATE")
_COUNT_DOCUMENTS = Statement(
    "SELECT count(*) FROM knowledge_documents WHERE tenant_id = :tenant_id AND base_id = :base_id"
)
_ADD_DOCUMENT = insert_into(knowledge_documents)
_SAVE_DOCUMENT = Statement("""
UPDATE knowledge_documents SET status = :status, error = :error, chunks = :chunks, read_at = :read_at
WHERE tenant_id = :tenant_id AND id = :id
""")
_DELETE_DOCUMENT = Statement(delete(knowledge_documents).where(is_row(knowledge_documents)))


def to_base(row: Row) -> KnowledgeBase:
    """Read a row."""
    return KnowledgeBase(
        id=KnowledgeBaseId(row["id"]),
        name=row["name"],
        description=row["description"],
        created_at=row["created_at"],
        version=row["version"],
    )


def to_document(row: Row) -> KnowledgeDocument:
    """Read a row."""
    values = {name: row[name] for name in KnowledgeDocument.__struct_fields__}
    return KnowledgeDocument(**{**values, "sha256": bytes(row["sha256"]), "status": DocumentStatus(row["status"])})


class PostgresKnowledge:
    """Keeps bases and their documents."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, base_id: KnowledgeBaseId) -> KnowledgeBase:
        """Load one."""
        row = await self._connection.fetch_one(_GET, id=base_id)
        if row is None:
            raise KnowledgeBaseNotFoundError("There is no such knowledge base.")
        return to_base(row)

    async def find(self, name_or_id: str) -> KnowledgeBase | None:
        """Load one as a flow names it."""
        row = await self._connection.fetch_one(_FIND, id=_uuid(name_or_id), name=name_or_id.strip())
        return to_base(row) if row is not None else None

    async def count(self) -> int:
        """Count the bases."""
        return int(await self._connection.fetch_value(_COUNT))

    async def add(self, base: KnowledgeBase) -> None:
        """Write a new one."""
        await write(self._connection, _ADD, **values_of(base))

    async def save(self, base: KnowledgeBase) -> None:
        """Write changes, if nobody was faster."""
        await save_row(self._connection, _SAVE, base)

    async def delete(self, base_id: KnowledgeBaseId) -> None:
        """Remove it with all that is in it."""
        await self._connection.execute(_DELETE, id=base_id)

    async def document(
        self, document_id: KnowledgeDocumentId, *, base_id: KnowledgeBaseId, lock: bool = False
    ) -> KnowledgeDocument:
        """Load a document of a base; `lock` to change it."""
        statement = _LOCK_DOCUMENT if lock else _DOCUMENT
        row = await self._connection.fetch_one(statement, id=document_id, base_id=base_id)
        if row is None:
            raise KnowledgeDocumentNotFoundError("There is no such document.")
        return to_document(row)

    async def count_documents(self, base_id: KnowledgeBaseId) -> int:
        """Count a base's documents, and keep others from adding some until the transaction ends."""
        await self._connection.execute(_LOCK_BASE, id=base_id)
        return int(await self._connection.fetch_value(_COUNT_DOCUMENTS, base_id=base_id))

    async def add_document(self, document: KnowledgeDocument) -> None:
        """Write a new one."""
        await write(self._connection, _ADD_DOCUMENT, **values_of(document))

    async def save_document(self, document: KnowledgeDocument) -> None:
        """Write how far its reading is."""
        changed = {name: getattr(document, name) for name in ("id", "status", "error", "chunks", "read_at")}
        await self._connection.execute(_SAVE_DOCUMENT, **changed)

    async def delete_document(self, document_id: KnowledgeDocumentId) -> None:
        """Remove it with its passages."""
        await self._connection.execute(_DELETE_DOCUMENT, id=document_id)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text.strip())
    except ValueError:
        return None
