"""What became of a schedule's times."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.flows.starts import RunStatus
from domain.shared.ids import FlowId, FlowRunId, FlowVersionId, TenantId


class FlowRunRow(msgspec.Struct, frozen=True, kw_only=True):
    """One time at which a flow was due.

    `missed` counts the times at which nobody was asked, `asked` those with whom it began, `skipped` those of the
    audience with whom it did not; `error` says why it failed.
    """

    id: FlowRunId
    flow_id: FlowId
    version_id: FlowVersionId
    due_at: datetime
    began_at: datetime
    ended_at: datetime | None
    status: RunStatus
    missed: int
    asked: int
    skipped: int
    error: str | None


class FlowRunList(Protocol):
    """Reads runs."""

    async def page(
        self, tenant_id: TenantId, *, flow_id: FlowId, status: RunStatus | None, page: PageRequest
    ) -> Page[FlowRunRow]:
        """Give the newest first. Raises FlowNotFoundError, MalformedError."""
        ...
