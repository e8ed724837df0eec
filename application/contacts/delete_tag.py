"""A tag is no more."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import TagId


class DeleteTag:
    """Remove a tag from everything that has it, and then itself. Needs contacts:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, tag_id: TagId) -> None:
        """Delete. Raises TagNotFoundError."""
        actor.require(Permission.CONTACTS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            tag = await tx.tags.get(tag_id)
            await tx.tags.delete(tag_id)
            subject = Subject(type="tag", id=tag_id)
            tx.audit.record(AuditAction.TAG_DELETED, by=actor.author, on=subject, before={"name": tag.name})
