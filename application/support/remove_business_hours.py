"""Hours are not set any more: a department has the company's again, the company is open round the clock."""

from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.support.hours_book import HoursBook
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import DepartmentId


class RemoveBusinessHours:
    """Forget the hours of the company or of a department. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, book: HoursBook) -> None:
        self._uow, self._book = uow, book

    async def __call__(self, actor: Actor, department_id: DepartmentId | None) -> None:
        """Forget them; fine when there are none. Raises DepartmentNotFoundError."""
        actor.require(Permission.SETTINGS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            if department_id is not None:
                await tx.departments.get(department_id)
            if await tx.business_hours.remove(department_id):
                subject = Subject(type="department", id=department_id)
                tx.audit.record(AuditAction.BUSINESS_HOURS_CHANGED, by=actor.author, on=subject, after={"week": None})
        self._book.forget(actor.tenant_id)
