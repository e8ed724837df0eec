"""What a role is called, or holds, changes for everybody who has it."""

import msgspec

from application.people.authority import require_rights
from application.people.person_checks import refuse
from application.people.role_checks import permissions_to_give, wrong_in_role
from application.ports.audit import Subject
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.identity.role import TenantRole
from domain.shared.errors import StaleVersionError
from domain.shared.ids import RoleId


class UpdateRole(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it. `version` is the one that was read, where the caller cares."""

    role_id: RoleId
    name: str | None = None
    description: str | None = None
    permissions: tuple[str, ...] | None = None
    version: int | None = None


class UpdateRoleHandler:
    """Change a role; its code stays. Needs roles:manage, and every permission that it holds or is to hold."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings) -> None:
        self._uow, self._standings = uow, standings

    async def __call__(self, actor: Actor, command: UpdateRole) -> None:
        """Write it, for at once. Raises RoleNotFoundError, InvalidError, RightsAboveOwnError, StaleVersionError."""
        actor.require(Permission.ROLES_MANAGE)
        wrong = wrong_in_role(name=command.name, description=command.description)
        refuse(wrong, what="The role cannot be changed.")
        async with self._uow(actor.tenant_id) as tx:
            role = await tx.roles.get(command.role_id)
            if command.version is not None and command.version != role.version:
                raise StaleVersionError("The role was changed by somebody else; read it again.")
            require_rights(actor, role.held)
            before = _told(role)
            _change(actor, role, command)
            await tx.roles.save(role)
            holders = await tx.users.holders_of(role.code)
            tx.audit.record(
                AuditAction.ROLE_UPDATED,
                by=actor.author,
                on=Subject(type="role", id=role.id),
                before=before,
                after=_told(role),
            )
        if before["permissions"] != role.permissions:
            for user_id in holders:
                await self._standings.forget_user(user_id)


def _change(actor: Actor, role: TenantRole, command: UpdateRole) -> None:
    if command.name is not None:
        role.name = command.name.strip()
    if command.description is not None:
        role.description = command.description.strip()
    if command.permissions is not None:
        role.allow(permissions_to_give(actor, command.permissions))


def _told(role: TenantRole) -> dict[str, object]:
    return {"name": role.name, "permissions": list(role.permissions)}
