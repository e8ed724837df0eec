"""The company makes a team."""

import msgspec

from application.people.department_checks import refuse_taken_name, wrong_in_department
from application.people.person_checks import refuse
from application.ports.audit import Subject
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import DepartmentId


class AddDepartment(msgspec.Struct, frozen=True, kw_only=True):
    """Its name, and what it is for."""

    name: str
    description: str = ""


class AddDepartmentHandler:
    """Write a department; the first is the default. Needs departments:manage."""

    def __init__(self, *, uow: UnitOfWork, ids: Ids) -> None:
        self._uow, self._ids = uow, ids

    async def __call__(self, actor: Actor, command: AddDepartment) -> DepartmentId:
        """Give its id. Raises DepartmentTakenError, InvalidError."""
        actor.require(Permission.DEPARTMENTS_MANAGE)
        wrong = wrong_in_department(name=command.name, description=command.description)
        refuse(wrong, what="The department cannot be added.")
        department_id = DepartmentId(self._ids.new())
        name, description = command.name.strip(), command.description.strip()
        async with self._uow(actor.tenant_id) as tx:
            await refuse_taken_name(tx, name)
            await tx.departments.add(department_id, name=name, description=description)
            tx.audit.record(
                AuditAction.DEPARTMENT_CREATED,
                by=actor.author,
                on=Subject(type="department", id=department_id),
                after={"name": name, "description": description},
            )
        return department_id
