"""A company's bots forget what is in a base."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import KnowledgeBaseId


class DeleteKnowledgeBase:
    """Remove a base with its documents; flows that name it go on by their error edge. Needs flows:edit."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, base_id: KnowledgeBaseId) -> None:
        """Remove it. Raises KnowledgeBaseNotFoundError."""
        actor.require(Permission.FLOWS_EDIT)
        async with self._uow(actor.tenant_id) as tx:
            base = await tx.knowledge.get(base_id)
            await tx.knowledge.delete(base_id)
            on = Subject(type="knowledge_base", id=base_id)
            tx.audit.record(AuditAction.KNOWLEDGE_BASE_REMOVED, by=actor.author, on=on, before={"name": base.name})
