"""Invitations, as their screen shows them."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import DepartmentId, InvitationId, TenantId, UserId

INVITATION_SORTS = ("created_at", "email", "expires_at")


class InvitationState(StrEnum):
    """What became of an invitation."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REVOKED = "revoked"
    EXPIRED = "expired"


class InvitationRow(msgspec.Struct, frozen=True, kw_only=True):
    """One invitation; its token is shown to nobody."""

    id: InvitationId
    email: str
    name: str
    role: str
    department_ids: list[DepartmentId]
    language: str
    invited_by: UserId
    status: InvitationState
    created_at: datetime
    expires_at: datetime
    accepted_at: datetime | None
    revoked_at: datetime | None


class InvitationList(Protocol):
    """Reads invitations."""

    async def page(
        self, tenant_id: TenantId, *, status: InvitationState | None, page: PageRequest
    ) -> Page[InvitationRow]:
        """Give a page. Raises MalformedError for the cursor."""
        ...

    async def one(self, tenant_id: TenantId, *, invitation_id: InvitationId) -> InvitationRow:
        """Give one. Raises InvitationNotFoundError."""
        ...
