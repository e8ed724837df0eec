"""What is written about a person, and in which departments they may be: the checks that several use cases share."""

from collections.abc import Collection

from application.ports.unit_of_work import Transaction
from domain.identity.checks import LANGUAGES, MAX_NAME, is_email, is_name
from domain.people.status import MAX_CAPACITY
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import DepartmentId

MAX_DEPARTMENTS = 100
"""More than a person can be in."""


def wrong_in_person(
    *,
    email: str | None = None,
    name: str | None = None,
    language: str | None = None,
    capacity: int | None = None,
) -> list[ErrorDetail]:
    """Find what is wrong with what is given."""
    checks = {
        "email": ("an e-mail address", email is None or is_email(email)),
        "name": (f"1 to {MAX_NAME} characters, and no line breaks", name is None or is_name(name)),
        "language": (f"one of {', '.join(LANGUAGES)}", language is None or language in LANGUAGES),
        "capacity": (f"between 0 and {MAX_CAPACITY}", capacity is None or 0 <= capacity <= MAX_CAPACITY),
    }
    return [ErrorDetail(field=field, message=message) for field, (message, is_right) in checks.items() if not is_right]


def refuse(wrong: list[ErrorDetail], *, what: str) -> None:
    """Raise InvalidError if anything is wrong; `what` says what cannot be done."""
    if wrong:
        raise InvalidError(what, details=tuple(wrong))


async def require_departments(tx: Transaction, department_ids: Collection[DepartmentId]) -> None:
    """Make sure that these are departments of the company. Raises InvalidError."""
    unknown = set(department_ids) - await tx.departments.known(department_ids)
    if unknown or len(department_ids) > MAX_DEPARTMENTS:
        wrong = ErrorDetail(field="department_ids", message=f"at most {MAX_DEPARTMENTS} departments of this company")
        raise InvalidError("The departments are not right.", details=(wrong,))
