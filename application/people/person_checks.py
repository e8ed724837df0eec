"""What is written about a person, and in which departments they may be: the checks that several use cases share."""

from collections.abc import Collection

from application.ports.unit_of_work import Transaction
from domain.identity.checks import LANGUAGES, MAX_NAME, is_email, is_name
from domain.people.status import MAX_CAPACITY
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import DepartmentId
from domain.shared.phrases import phrase

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
        "email": (phrase("an e-mail address"), email is None or is_email(email)),
        "name": (phrase("1 to {limit} characters, and no line breaks", limit=MAX_NAME), name is None or is_name(name)),
        "language": (
            phrase("one of {choices}", choices=", ".join(LANGUAGES)),
            language is None or language in LANGUAGES,
        ),
        "capacity": (
            phrase("between 0 and {limit}", limit=MAX_CAPACITY),
            capacity is None or 0 <= capacity <= MAX_CAPACITY,
        ),
    }
    return [ErrorDetail.of(field, message) for field, (message, is_right) in checks.items() if not is_right]


def refuse(wrong: list[ErrorDetail], *, what: str) -> None:
    """Raise InvalidError if anything is wrong; `what` says what cannot be done."""
    if wrong:
        raise InvalidError(what, details=tuple(wrong))


async def require_departments(tx: Transaction, department_ids: Collection[DepartmentId]) -> None:
    """Make sure that these are departments of the company. Raises InvalidError."""
    unknown = set(department_ids) - await tx.departments.known(department_ids)
    if unknown or len(department_ids) > MAX_DEPARTMENTS:
        wrong = ErrorDetail(
            field="department_ids",
            message="at most {limit} departments of this company",
            values={"limit": MAX_DEPARTMENTS},
        )
        raise InvalidError("The departments are not right.", details=(wrong,))
