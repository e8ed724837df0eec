"""A role of the company's own is no more."""

from application.people.authority import require_rights
from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.errors import RoleInUseError
from domain.identity.permissions import Permission
from domain.shared.ids import RoleId


class DeleteRole:
    """Delete a role that nobody has and nobody is invited to. Needs roles:manage, and every permission it holds."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, role_id: RoleId) -> None:
        """Delete. Raises RoleNotFoundError, RoleInUseError, RightsAboveOwnError."""
        actor.require(Permission.ROLES_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            role = await tx.roles.get_to_delete(role_id)
            require_rights(actor, role.held)
            if await tx.roles.is_in_use(role.code):
                raise RoleInUseError("Users or open invitations have this role.")
            await tx.roles.remove(role_id)
            before = {"code": role.code, "permissions": role.permissions}
            tx.audit.record(
                AuditAction.ROLE_DELETED, by=actor.author, on=Subject(type="role", id=role_id), before=before
            )
