"""Who is in a team is said anew."""

import msgspec

from application.people.forget_members import forget_members
from application.ports.assignment import ReturnUnanswered, order_assignment, order_return
from application.ports.audit import Subject
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError, StaleVersionError
from domain.shared.ids import DepartmentId, UserId

MAX_MEMBERS = 1_000
"""More than a team has."""


class SetMembers(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody who is to be in it."""

    department_id: DepartmentId
    user_ids: tuple[UserId, ...]
    version: int | None = None


class SetMembersHandler:
    """Replace a department's members. Needs departments:manage."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings) -> None:
        self._uow, self._standings = uow, standings

    async def __call__(self, actor: Actor, command: SetMembers) -> None:
        """Write them, for at once. Raises DepartmentNotFoundError, InvalidError, StaleVersionError."""
        actor.require(Permission.DEPARTMENTS_MANAGE)
        if len(command.user_ids) > MAX_MEMBERS:
            raise _invalid("at most {limit}", limit=MAX_MEMBERS)
        async with self._uow(actor.tenant_id) as tx:
            department = await tx.departments.get(command.department_id)
            if command.version is not None and command.version != department.version:
                raise StaleVersionError("The department was changed by somebody else; read it again.")
            if set(command.user_ids) - await tx.users.known(command.user_ids):
                raise _invalid("users of this company")
            before = await tx.departments.members(department.id)
            await tx.departments.set_members(department.id, command.user_ids)
            for left in sorted(before - set(command.user_ids)):
                job = ReturnUnanswered(tenant_id=actor.tenant_id, user_id=left, department_id=department.id)
                order_return(tx.jobs, job)
            order_assignment(tx.jobs, actor.tenant_id)
            await tx.departments.save(department)
            tx.audit.record(
                AuditAction.DEPARTMENT_UPDATED,
                by=actor.author,
                on=Subject(type="department", id=department.id),
                after={"members": sorted(set(command.user_ids))},
            )
        await forget_members(self._standings, actor.tenant_id, before ^ set(command.user_ids))


def _invalid(message: str, **values: object) -> InvalidError:
    return InvalidError(
        "The members are not right.", details=(ErrorDetail(field="user_ids", message=message, values=values),)
    )
