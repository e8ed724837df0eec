"""The hours that a company set, for all of it or for a department."""

from datetime import datetime

from domain.shared.aggregate import Aggregate
from domain.shared.ids import BusinessHoursId, DepartmentId
from domain.support.week import Span, Weekday


class BusinessHours(Aggregate, kw_only=True, eq=False):
    """A week. Without a department it is the company's; without a time zone the company's zone counts."""

    id: BusinessHoursId
    department_id: DepartmentId | None = None
    time_zone: str | None = None
    week: dict[Weekday, tuple[Span, ...]]
    observes_holidays: bool = True
    created_at: datetime
