"""A segment is no more."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import SegmentId


class DeleteSegment:
    """Forget a filter; the contacts stay. Needs contacts:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, segment_id: SegmentId) -> None:
        """Delete. Raises SegmentNotFoundError."""
        actor.require(Permission.CONTACTS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            segment = await tx.segments.get(segment_id)
            await tx.segments.delete(segment_id)
            subject = Subject(type="segment", id=segment_id)
            tx.audit.record(AuditAction.SEGMENT_DELETED, by=actor.author, on=subject, before={"name": segment.name})
