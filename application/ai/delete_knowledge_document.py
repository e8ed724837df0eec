"""A company's bots forget a document."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import KnowledgeBaseId, KnowledgeDocumentId


class DeleteKnowledgeDocument:
    """Remove a document with its passages. Needs flows:edit."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, document_id: KnowledgeDocumentId, *, base_id: KnowledgeBaseId) -> None:
        """Remove it. Raises KnowledgeDocumentNotFoundError."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            document = await tx.knowledge.document(document_id, base_id=base_id, lock=True)
            await tx.knowledge.delete_document(document_id)
            on = Subject(type="knowledge_document", id=document_id)
            told = {"name": document.name, "base_id": base_id}
            tx.audit.record(AuditAction.KNOWLEDGE_DOCUMENT_REMOVED, by=actor.author, on=on, before=told)
