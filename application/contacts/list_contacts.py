"""Somebody looks through the contacts."""

import msgspec

from application.contacts.show_contacts import note_list
from application.ports.audit import AccessLog
from application.ports.clock import Clock
from application.ports.readers.contacts import ContactFilters, ContactList, ContactRow
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.contacts.filters import Filter
from domain.identity.permissions import Permission
from domain.shared.ids import SegmentId


class ListContacts:
    """Show contacts, once it is written down who saw them. Needs contacts:read."""

    def __init__(self, *, contacts: ContactList, uow: UnitOfWork, access: AccessLog, clock: Clock) -> None:
        self._contacts, self._uow, self._access, self._clock = contacts, uow, access, clock

    async def __call__(
        self, actor: Actor, *, filters: ContactFilters, page: PageRequest, segment_id: SegmentId | None = None
    ) -> Page[ContactRow]:
        """Give one page, of a segment where one is named.

        Raises MalformedError, SegmentNotFoundError, AccessLogUnavailableError.
        """
        actor.require(Permission.CONTACTS_READ)
        if segment_id is not None:
            filters = msgspec.structs.replace(filters, segment=await self._filter_of(actor, segment_id))
        found = await self._contacts.page(actor.tenant_id, filters=filters, page=page, now=self._clock.now())
        await note_list(self._access, actor, [row.id for row in found.items])
        return found

    async def _filter_of(self, actor: Actor, segment_id: SegmentId) -> Filter:
        async with self._uow(actor.tenant_id) as tx:
            return (await tx.segments.get(segment_id)).filter
