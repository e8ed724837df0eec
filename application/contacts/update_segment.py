"""A segment is called otherwise, or means others."""

import msgspec

from application.contacts.contact_checks import refuse, refuse_stale
from application.contacts.filter_checks import require_tags
from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.filter_codec import read_filter
from domain.contacts.segment import wrong_in_segment
from domain.identity.permissions import Permission
from domain.shared.ids import SegmentId


class UpdateSegment(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it."""

    segment_id: SegmentId
    name: str | None = None
    description: str | None = None
    filter: bytes | None = None
    version: int | None = None


class UpdateSegmentHandler:
    """Change a segment. Needs contacts:manage."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, command: UpdateSegment) -> None:
        """Write it. Raises SegmentNotFoundError, SegmentTakenError, InvalidError, StaleVersionError."""
        actor.require(Permission.CONTACTS_MANAGE)
        wrong = wrong_in_segment(name=command.name, description=command.description)
        refuse(wrong, what="The segment cannot be changed.")
        wanted = read_filter(command.filter) if command.filter is not None else None
        async with self._uow(actor.tenant_id) as tx:
            segment = await tx.segments.get(command.segment_id)
            refuse_stale("segment", found=segment.version, expected=command.version)
            before = {"name": segment.name}
            segment.name = command.name.strip() if command.name is not None else segment.name
            if command.description is not None:
                segment.description = command.description.strip()
            if wanted is not None:
                await require_tags(tx, wanted)
                segment.filter = wanted
            await tx.segments.save(segment)
            subject, after = Subject(type="segment", id=segment.id), {"name": segment.name}
            tx.audit.record(AuditAction.SEGMENT_UPDATED, by=actor.author, on=subject, before=before, after=after)
