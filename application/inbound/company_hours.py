"""The company's hours, as a flow asks for them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from application.ports.unit_of_work import Transaction
from application.support.hours_book import HoursBook
from application.support.schedule import Schedule
from domain.flows.flow import FlowVersion
from domain.shared.ids import DepartmentId


class CompanyHours:
    """Knows when the company, and each department that a flow names, is open."""

    def __init__(self, schedule: Schedule, departments: Mapping[str, DepartmentId]) -> None:
        self._schedule, self._departments = schedule, departments

    def is_open(self, calendar: str | None, at: datetime) -> bool | None:
        """Say whether somebody is there; None of a department that there is not."""
        department_id = self._departments.get(calendar) if calendar is not None else None
        if calendar is not None and department_id is None:
            return None
        return self._schedule.hours_of(department_id).is_open(at)


async def hours_for(
    flows: Iterable[FlowVersion], *, book: HoursBook, tx: Transaction, now: datetime
) -> CompanyHours | None:
    """Give the hours that these flows may ask for; None when they ask for none, which costs nothing."""
    calendars = {calendar for flow in flows for calendar in flow.calendars}
    if not calendars:
        return None
    departments: dict[str, DepartmentId] = {}
    for name in sorted(calendar for calendar in calendars if calendar is not None):
        department_id = await tx.departments.find(name)
        if department_id is not None:
            departments[name] = department_id
    return CompanyHours(await book.of(tx, now=now), departments)
