"""Knowledge bases and their documents, as their screens show them."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.ai.knowledge import DocumentStatus
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId, TenantId

BASE_SORTS = ("name", "created_at", "updated_at")
DOCUMENT_SORTS = ("created_at", "name")


class KnowledgeBaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """A base, and how many documents it has; `ready` of them are read."""

    id: KnowledgeBaseId
    name: str
    description: str
    documents: int
    ready: int
    version: int
    created_at: datetime
    updated_at: datetime


class KnowledgeDocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document; `size` in bytes, `chunks` passages, `error` why it could not be read."""

    id: KnowledgeDocumentId
    name: str
    mime: str
    size: int
    status: DocumentStatus
    error: str | None
    chunks: int
    created_at: datetime
    read_at: datetime | None


class KnowledgeList(Protocol):
    """Reads them."""

    async def page(self, tenant_id: TenantId, *, page: PageRequest) -> Page[KnowledgeBaseRow]:
        """Give bases by name, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, base_id: KnowledgeBaseId) -> KnowledgeBaseRow:
        """Give one. Raises KnowledgeBaseNotFoundError."""
        ...

    async def documents(
        self, tenant_id: TenantId, *, base_id: KnowledgeBaseId, status: DocumentStatus | None, page: PageRequest
    ) -> Page[KnowledgeDocumentRow]:
        """Give a base's documents, the newest first. Raises KnowledgeBaseNotFoundError, MalformedError."""
        ...

    async def document(
        self, tenant_id: TenantId, *, base_id: KnowledgeBaseId, document_id: KnowledgeDocumentId
    ) -> KnowledgeDocumentRow:
        """Give one. Raises KnowledgeDocumentNotFoundError."""
        ...
