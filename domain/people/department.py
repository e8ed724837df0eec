"""A team that a conversation can wait for."""

from datetime import datetime
from enum import StrEnum

from domain.people.errors import DefaultDepartmentError
from domain.shared.aggregate import Aggregate
from domain.shared.ids import DepartmentId


class Assignment(StrEnum):
    """Who gets the next waiting conversation: whoever takes it, each member in turn, or who has least in hand."""

    MANUAL = "manual"
    ROUND_ROBIN = "round_robin"
    LEAST_BUSY = "least_busy"


class Department(Aggregate, kw_only=True, eq=False):
    """A department. Of those that a company has, exactly one is the default: what nobody else takes waits there."""

    id: DepartmentId
    name: str
    created_at: datetime
    description: str = ""
    is_default: bool = False
    deleted_at: datetime | None = None
    assignment: Assignment = Assignment.MANUAL
    assigns_out_of_hours: bool = False

    def delete(self, *, now: datetime) -> None:
        """End it; what was said in it stays its own. Raises DefaultDepartmentError."""
        if self.is_default:
            raise DefaultDepartmentError("Make another department the default first.")
        self.deleted_at = now
