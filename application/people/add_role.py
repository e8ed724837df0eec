"""The company defines a role of its own."""

import msgspec

from application.people.person_checks import refuse
from application.people.role_checks import permissions_to_give, wrong_in_role
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.errors import RoleTakenError
from domain.identity.permissions import Permission
from domain.identity.role import TenantRole, code_of, is_built_in
from domain.shared.errors import ErrorDetail, taken
from domain.shared.ids import RoleId


class AddRole(msgspec.Struct, frozen=True, kw_only=True):
    """What it is called, and what it holds; its code is made from the name."""

    name: str
    description: str = ""
    permissions: tuple[str, ...] = ()


class AddRoleHandler:
    """Write a role. Needs roles:manage, and every permission that the role is to hold."""

    def __init__(self, *, uow: UnitOfWork, clock: Clock, ids: Ids) -> None:
        self._uow, self._clock, self._ids = uow, clock, ids

    async def __call__(self, actor: Actor, command: AddRole) -> RoleId:
        """Give its id. Raises RoleTakenError, InvalidError, RightsAboveOwnError."""
        actor.require(Permission.ROLES_MANAGE)
        wrong = wrong_in_role(name=command.name, description=command.description)
        code = code_of(command.name)
        if not code:
            wrong.append(ErrorDetail(field="name", message="a letter or a digit"))
        refuse(wrong, what="The role cannot be added.")
        if is_built_in(code):
            raise RoleTakenError("A built-in role has this name.", details=taken("name"))
        role = TenantRole(
            id=RoleId(self._ids.new()),
            code=code,
            name=command.name.strip(),
            description=command.description.strip(),
            permissions=sorted(permissions_to_give(actor, command.permissions)),
            created_at=self._clock.now(),
        )
        async with self._uow(actor.tenant_id) as tx:
            await tx.roles.add(role)
            after = {"code": role.code, "permissions": role.permissions}
            tx.audit.record(AuditAction.ROLE_CREATED, by=actor.author, on=Subject(type="role", id=role.id), after=after)
        return role.id
