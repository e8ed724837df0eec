"""Whose invitation a token is: asked before a tenant is known."""

from typing import Protocol

from application.ports.jobs import Job
from domain.shared.ids import InvitationId, TenantId


class InvitationFinder(Protocol):
    """Finds invitations across the platform."""

    async def tenant_of(self, token_hash: bytes) -> TenantId | None:
        """Give the tenant that made the invitation with this token; None when there is none."""
        ...


class SendInvitationOf(Job, frozen=True, kw_only=True, tag="send_invitation"):
    """An invitation's mail, ordered from any area: `tx.jobs.put(SendInvitationOf(…))`."""

    tenant_id: TenantId
    invitation_id: InvitationId
