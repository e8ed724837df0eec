"""What a company says of one of its people is changed."""

import msgspec

from application.people.authority import keep_an_admin, require_power_over, require_role
from application.people.person_checks import refuse, require_departments, wrong_in_person
from application.ports.assignment import ReturnUnanswered, order_return
from application.ports.audit import Subject
from application.ports.standing import Standings
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.errors import OwnAccountError
from domain.identity.permissions import Permission, Role
from domain.identity.user import User
from domain.shared.errors import StaleVersionError
from domain.shared.ids import DepartmentId, UserId


class UpdateUser(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it. `version` is the one that was read, where the caller cares."""

    user_id: UserId
    name: str | None = None
    role: str | None = None
    language: str | None = None
    capacity: int | None = None
    department_ids: tuple[DepartmentId, ...] | None = None
    version: int | None = None


class UpdateUserHandler:
    """Change a user. Needs users:manage, every right that the user has, and every right of the role that is given."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings) -> None:
        self._uow, self._standings = uow, standings

    async def __call__(self, actor: Actor, command: UpdateUser) -> None:
        """Write it.

        Raises UserNotFoundError, InvalidError, RightsAboveOwnError, OwnAccountError, LastAdminError, StaleVersionError.
        """
        actor.require(Permission.USERS_MANAGE)
        wrong = wrong_in_person(name=command.name, language=command.language, capacity=command.capacity)
        refuse(wrong, what="The user cannot be changed.")
        async with self._uow(actor.tenant_id) as tx:
            user = await tx.users.get(command.user_id)
            if command.version is not None and command.version != user.version:
                raise StaleVersionError("The user was changed by somebody else; read it again.")
            before = _told(user)
            await require_power_over(tx, actor, user)
            await _change(tx, actor, user, command)
            await tx.users.save(user)
            tx.audit.record(
                AuditAction.USER_UPDATED,
                by=actor.author,
                on=Subject(type="user", id=user.id),
                before=before,
                after=_told(user) | _beside(command),
            )
        if before["role"] != user.role or command.department_ids is not None:
            await self._standings.forget_user(user.id)


async def _change(tx: Transaction, actor: Actor, user: User, command: UpdateUser) -> None:
    if command.role is not None and command.role != user.role:
        if user.id == actor.user_id:
            raise OwnAccountError("Have somebody else change your role.")
        await require_role(tx, actor, command.role)
        if command.role != Role.ADMIN:
            await keep_an_admin(tx, user)
        user.change_role(command.role)
    if command.name is not None:
        user.rename(command.name.strip())
    if command.language is not None:
        user.language = command.language
    if command.capacity is not None:
        await tx.statuses.set_capacity(user.id, command.capacity)
    if command.department_ids is not None:
        await require_departments(tx, command.department_ids)
        left = await tx.departments.of_member(user.id) - set(command.department_ids)
        await tx.departments.set_departments(user.id, command.department_ids)
        for department_id in sorted(left):
            order_return(
                tx.jobs, ReturnUnanswered(tenant_id=tx.tenant_id, user_id=user.id, department_id=department_id)
            )


def _told(user: User) -> dict[str, object]:
    return {"name": user.name, "role": user.role, "language": user.language}


def _beside(command: UpdateUser) -> dict[str, object]:
    given = {"capacity": command.capacity, "department_ids": command.department_ids}
    return {name: value for name, value in given.items() if value is not None}
