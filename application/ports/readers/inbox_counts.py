"""How much there is in each view of the inbox."""

from datetime import datetime
from typing import Protocol

import msgspec

from domain.conversations.states import ConversationStatus
from domain.conversations.visibility import Viewer
from domain.shared.ids import DepartmentId, TenantId, WhatsAppConfigId


class InboxCounts(msgspec.Struct, frozen=True, kw_only=True):
    """Open conversations that the viewer may see, by view: a conversation may be in several.

    `unread` are those with something that the viewer has not seen; `closing` those whose window ends soon. What sleeps
    counts in `snoozed`, `open`, `by_status`, `by_department` and `by_config`, and in no other view.
    """

    open: int
    mine: int
    unassigned: int
    waiting: int
    unread: int
    snoozed: int
    mentioned: int
    needs_attention: int
    closing: int
    by_status: dict[ConversationStatus, int]
    by_department: dict[DepartmentId, int]
    by_config: dict[WhatsAppConfigId, int]


class InboxCounter(Protocol):
    """Counts the inbox as a viewer sees it."""

    async def count(self, tenant_id: TenantId, *, viewer: Viewer, now: datetime) -> InboxCounts:
        """Count. Raises UnavailableError."""
        ...
