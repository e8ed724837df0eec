"""Contacts that have something in common get a name."""

import msgspec

from application.contacts.contact_checks import refuse
from application.contacts.filter_checks import require_tags
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.contacts.errors import TooManyError
from domain.contacts.filter_codec import read_filter
from domain.contacts.segment import MAX_SEGMENTS, Segment, wrong_in_segment
from domain.identity.permissions import Permission
from domain.shared.ids import SegmentId


class CreateSegment(msgspec.Struct, frozen=True, kw_only=True):
    """A name, and a filter as JSON."""

    name: str
    filter: bytes
    description: str = ""


class CreateSegmentHandler:
    """Store a filter. Needs contacts:manage."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: CreateSegment) -> SegmentId:
        """Give its id. Raises InvalidError, FilterInvalidError, SegmentTakenError, TooManyError."""
        actor.require(Permission.CONTACTS_MANAGE)
        wrong = wrong_in_segment(name=command.name, description=command.description)
        refuse(wrong, what="The segment cannot be created.")
        segment = Segment(
            id=SegmentId(self._ids.new()),
            name=command.name.strip(),
            description=command.description.strip(),
            filter=read_filter(command.filter),
            created_at=self._clock.now(),
        )
        async with self._uow(actor.tenant_id) as tx:
            await require_tags(tx, segment.filter)
            if await tx.segments.count() >= MAX_SEGMENTS:
                raise TooManyError(f"There are {MAX_SEGMENTS} segments already.")
            await tx.segments.add(segment)
            subject = Subject(type="segment", id=segment.id)
            tx.audit.record(AuditAction.SEGMENT_CREATED, by=actor.author, on=subject, after={"name": segment.name})
        return segment.id
