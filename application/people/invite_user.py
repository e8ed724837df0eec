"""Somebody is asked to join the company."""

import msgspec

from application.people.authority import require_role
from application.people.person_checks import refuse, require_departments, wrong_in_person
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.invitations import SendInvitationOf
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.checks import fold_email
from domain.identity.errors import EmailTakenError
from domain.identity.permissions import Permission
from domain.people.invitation import GOOD_FOR, Invitation
from domain.shared.ids import DepartmentId, InvitationId
from domain.tenants.plans import Metric


class InviteUser(msgspec.Struct, frozen=True, kw_only=True):
    """Whom, as what."""

    email: str
    name: str
    role: str
    language: str = "pt-BR"
    department_ids: tuple[DepartmentId, ...] = ()

    def __repr__(self) -> str:
        """Show nobody."""
        return f"InviteUser(role={self.role!r})"


class InviteUserHandler:
    """Order an invitation's mail. Needs users:manage, and every right of the role that is given.

    Whoever is invited again gets a new mail, and the one before is good no more.
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: InviteUser) -> InvitationId:
        """Give the invitation's id.

        Raises EmailTakenError, InvalidError, PlanLimitReachedError, RightsAboveOwnError, InvitationOpenError.
        """
        actor.require(Permission.USERS_MANAGE)
        invitation = self._new_invitation(actor, command)
        async with self._uow(actor.tenant_id) as tx:
            await require_role(tx, actor, invitation.role)
            await require_departments(tx, invitation.department_ids)
            if await tx.users.find_by_email(invitation.email) is not None:
                raise EmailTakenError("Somebody of the company has this e-mail.")
            await tx.usage.require_room(Metric.USERS)
            await tx.invitations.revoke_open(invitation.email, at=invitation.created_at)
            await tx.invitations.add(invitation)
            tx.jobs.put(SendInvitationOf(tenant_id=actor.tenant_id, invitation_id=invitation.id))
            tx.audit.record(
                AuditAction.USER_INVITED,
                by=actor.author,
                on=Subject(type="invitation", id=invitation.id),
                after={"role": invitation.role, "department_ids": invitation.department_ids},
            )
        return invitation.id

    def _new_invitation(self, actor: Actor, command: InviteUser) -> Invitation:
        email, now = fold_email(command.email), self._clock.now()
        wrong = wrong_in_person(email=email, name=command.name, language=command.language)
        refuse(wrong, what="The user cannot be invited.")
        return Invitation(
            id=InvitationId(self._ids.new()),
            email=email,
            name=command.name.strip(),
            role=command.role,
            department_ids=list(command.department_ids),
            language=command.language,
            invited_by=actor.user_id,
            created_at=now,
            expires_at=now + GOOD_FOR,
        )
