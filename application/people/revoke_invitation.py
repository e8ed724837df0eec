"""An invitation is taken back."""

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import InvitationId


class RevokeInvitation:
    """Make an open invitation's mail good for nothing. Needs users:manage."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    async def __call__(self, actor: Actor, invitation_id: InvitationId) -> None:
        """Take it back. Raises InvitationNotFoundError, also for one that was accepted or taken back."""
        actor.require(Permission.USERS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            invitation = await tx.invitations.revoke(invitation_id, at=self._clock.now())
            tx.audit.record(
                AuditAction.INVITATION_REVOKED,
                by=actor.author,
                on=Subject(type="invitation", id=invitation_id),
                before={"role": invitation.role},
            )
