"""What a department may be called: the checks that adding and changing one share."""

from application.ports.unit_of_work import Transaction
from domain.identity.checks import is_name
from domain.people.errors import DepartmentTakenError
from domain.shared.errors import ErrorDetail, taken
from domain.shared.ids import DepartmentId

MAX_DESCRIPTION = 1_000


def wrong_in_department(*, name: str | None = None, description: str | None = None) -> list[ErrorDetail]:
    """Find what is wrong with what is given."""
    wrong = []
    if name is not None and not is_name(name):
        wrong.append(ErrorDetail(field="name", message="1 to 200 characters, and no line breaks"))
    if description is not None and len(description) > MAX_DESCRIPTION:
        wrong.append(
            ErrorDetail(field="description", message="at most {limit} characters", values={"limit": MAX_DESCRIPTION})
        )
    return wrong


async def refuse_taken_name(tx: Transaction, name: str, *, by: DepartmentId | None = None) -> None:
    """Keep names apart that people would call the same. Raises DepartmentTakenError."""
    if await tx.departments.find(name) not in {None, by}:
        raise DepartmentTakenError("Another department has this name.", details=taken("name"))
