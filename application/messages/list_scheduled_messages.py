"""Somebody looks at what is to be sent."""

import msgspec

from application.ports.readers.scheduled_messages import (
    ScheduledMessageFilters,
    ScheduledMessageList,
    ScheduledMessageRow,
)
from application.shared.actor import Actor
from application.shared.page import Page, PageRequest
from domain.identity.permissions import Permission
from domain.messages.errors import ScheduledMessageNotFoundError
from domain.shared.ids import ScheduledMessageId


class ListScheduledMessages:
    """Show scheduled messages: one's own, and with conversations:read_all everybody's. Needs messages:send."""

    def __init__(self, scheduled: ScheduledMessageList) -> None:
        self._scheduled = scheduled

    async def __call__(
        self, actor: Actor, *, filters: ScheduledMessageFilters, page: PageRequest
    ) -> Page[ScheduledMessageRow]:
        """Give one page. Raises MalformedError."""
        actor.require(Permission.MESSAGES_SEND)
        own = filters if actor.viewer.sees_all else msgspec.structs.replace(filters, created_by=actor.user_id)
        return await self._scheduled.page(actor.tenant_id, filters=own, page=page)

    async def one(self, actor: Actor, scheduled_id: ScheduledMessageId) -> ScheduledMessageRow:
        """Give one. Raises ScheduledMessageNotFoundError."""
        actor.require(Permission.MESSAGES_SEND)
        row = await self._scheduled.one(actor.tenant_id, scheduled_id=scheduled_id)
        if not (actor.viewer.sees_all or row.created_by == actor.user_id):
            raise ScheduledMessageNotFoundError("There is no such scheduled message.")
        return row
