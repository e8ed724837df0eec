"""A team is no more."""

from application.people.forget_members import forget_members
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.people.errors import DepartmentInUseError
from domain.shared.ids import DepartmentId


class DeleteDepartment:
    """End a department in which no open conversation is, and which is not the default. Needs departments:manage."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings, clock: Clock) -> None:
        self._uow, self._standings, self._clock = uow, standings, clock

    async def __call__(self, actor: Actor, department_id: DepartmentId) -> None:
        """Delete. Raises DepartmentNotFoundError, DepartmentInUseError, DefaultDepartmentError."""
        actor.require(Permission.DEPARTMENTS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            department = await tx.departments.get_to_delete(department_id)
            if await tx.departments.is_in_use(department_id):
                raise DepartmentInUseError("Open conversations are in this department.")
            department.delete(now=self._clock.now())
            members = await tx.departments.members(department_id)
            await tx.departments.set_members(department_id, [])
            await tx.departments.save(department)
            tx.audit.record(
                AuditAction.DEPARTMENT_DELETED,
                by=actor.author,
                on=Subject(type="department", id=department_id),
                before={"name": department.name},
            )
        await forget_members(self._standings, actor.tenant_id, members)
