"""A team is called otherwise, or becomes the one where everything waits that nobody else takes."""

import msgspec

from application.people.department_checks import refuse_taken_name, wrong_in_department
from application.people.person_checks import refuse
from application.ports.assignment import order_assignment
from application.ports.audit import Subject
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.people.department import Assignment, Department
from domain.people.errors import DefaultDepartmentError
from domain.shared.errors import StaleVersionError
from domain.shared.ids import DepartmentId


class UpdateDepartment(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it. `version` is the one that was read, where the caller cares."""

    department_id: DepartmentId
    name: str | None = None
    description: str | None = None
    is_default: bool | None = None
    assignment: Assignment | None = None
    assigns_out_of_hours: bool | None = None
    version: int | None = None


class UpdateDepartmentHandler:
    """Change a department. Needs departments:manage. There is always exactly one default."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def __call__(self, actor: Actor, command: UpdateDepartment) -> None:
        """Write it.

        Raises DepartmentNotFoundError, DepartmentTakenError, DefaultDepartmentError, InvalidError, StaleVersionError.
        """
        actor.require(Permission.DEPARTMENTS_MANAGE)
        wrong = wrong_in_department(name=command.name, description=command.description)
        refuse(wrong, what="The department cannot be changed.")
        async with self._uow(actor.tenant_id) as tx:
            department = await tx.departments.get(command.department_id)
            if command.version is not None and command.version != department.version:
                raise StaleVersionError("The department was changed by somebody else; read it again.")
            before = _told(department)
            await _change(tx, department, command)
            await tx.departments.save(department)
            order_assignment(tx.jobs, actor.tenant_id)
            tx.audit.record(
                AuditAction.DEPARTMENT_UPDATED,
                by=actor.author,
                on=Subject(type="department", id=department.id),
                before=before,
                after=_told(department),
            )


async def _change(tx: Transaction, department: Department, command: UpdateDepartment) -> None:
    if command.name is not None:
        await refuse_taken_name(tx, command.name.strip(), by=department.id)
        department.name = command.name.strip()
    if command.description is not None:
        department.description = command.description.strip()
    if command.assignment is not None:
        department.assignment = command.assignment
    if command.assigns_out_of_hours is not None:
        department.assigns_out_of_hours = command.assigns_out_of_hours
    if command.is_default is not None and command.is_default != department.is_default:
        await _move_default(tx, department, is_default=command.is_default)


async def _move_default(tx: Transaction, department: Department, *, is_default: bool) -> None:
    if not is_default:
        raise DefaultDepartmentError("Make another department the default instead.")
    if (old := await tx.departments.default()) is not None:
        old.is_default = False
        await tx.departments.save(old)
    department.is_default = True


def _told(department: Department) -> dict[str, object]:
    return {
        "name": department.name,
        "description": department.description,
        "is_default": department.is_default,
        "assignment": department.assignment,
        "assigns_out_of_hours": department.assigns_out_of_hours,
    }
