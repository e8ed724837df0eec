"""Somebody looks at what bots may know."""

from application.ports.readers.knowledge import KnowledgeBaseRow, KnowledgeDocumentRow, KnowledgeList
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.ai.knowledge import DocumentStatus
from domain.identity.permissions import Permission
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId


class ShowKnowledge:
    """Show knowledge bases and their documents. Needs flows:read."""

    def __init__(self, knowledge: KnowledgeList) -> None:
        self._knowledge = knowledge

    async def page(self, actor: Actor, *, page: PageRequest) -> Page[KnowledgeBaseRow]:
        """Give bases. Raises MalformedError."""
        actor.require(Permission.FLOWS_READ)
        return await self._knowledge.page(actor.tenant_id, page=page)

    async def one(self, actor: Actor, base_id: KnowledgeBaseId) -> KnowledgeBaseRow:
        """Give one. Raises KnowledgeBaseNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        return await self._knowledge.one(actor.tenant_id, base_id=base_id)

    async def documents(
        self, actor: Actor, base_id: KnowledgeBaseId, *, status: DocumentStatus | None, page: PageRequest
    ) -> Page[KnowledgeDocumentRow]:
        """Give a base's documents. Raises KnowledgeBaseNotFoundError, MalformedError."""
        actor.require(Permission.FLOWS_READ)
        return await self._knowledge.documents(actor.tenant_id, base_id=base_id, status=status, page=page)

    async def document(
        self, actor: Actor, document_id: KnowledgeDocumentId, *, base_id: KnowledgeBaseId
    ) -> KnowledgeDocumentRow:
        """Give one. Raises KnowledgeDocumentNotFoundError."""
        actor.require(Permission.FLOWS_READ)
        return await self._knowledge.document(actor.tenant_id, base_id=base_id, document_id=document_id)
