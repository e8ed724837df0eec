"""How much there is to do in a whole company, for those who follow it live."""

from uuid import UUID

import msgspec

from application.ports.clock import Clock
from application.ports.readers.inbox_counts import InboxCounter
from domain.conversations.states import ConversationStatus
from domain.conversations.visibility import Viewer
from domain.shared.ids import DepartmentId, TenantId, UserId, WhatsAppConfigId

NOBODY = Viewer(user_id=UserId(UUID(int=0)), sees_all=True)
"""Sees all, and has nothing of their own."""


class TenantCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Open conversations of the company, by view: what `InboxCounts` has that is no person's own."""

    open: int
    unassigned: int
    waiting: int
    snoozed: int
    needs_attention: int
    closing: int
    by_status: dict[ConversationStatus, int]
    by_department: dict[DepartmentId, int]
    by_config: dict[WhatsAppConfigId, int]


class CountInbox:
    """Count a company's open conversations, whoever they are for: only who may read all of them is told."""

    def __init__(self, *, counter: InboxCounter, clock: Clock) -> None:
        self._counter, self._clock = counter, clock

    async def __call__(self, tenant_id: TenantId) -> TenantCounts:
        """Count. Raises UnavailableError."""
        counts = await self._counter.count(tenant_id, viewer=NOBODY, now=self._clock.now())
        return TenantCounts(**{name: getattr(counts, name) for name in TenantCounts.__struct_fields__})
