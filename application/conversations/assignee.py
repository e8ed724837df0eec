"""To whom a conversation may be given: people, and departments."""

from uuid import UUID

from application.ports.unit_of_work import Transaction
from domain.identity.errors import UserNotFoundError
from domain.identity.permissions import Permission
from domain.identity.user import User
from domain.people.department import Department
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import DepartmentId, UserId


class AssigneeUnfitError(InvalidError):
    """The person is not there, not active, or may not answer."""

    code = "ASSIGNEE_UNFIT"


async def require_assignee(tx: Transaction, user_id: UserId, *, field: str = "user_id") -> User:
    """Load whoever is to have a conversation. Raises AssigneeUnfitError."""
    found = await find_assignee(tx, str(user_id))
    if found is None:
        wrong = ErrorDetail(field=field, message="no active person of this company who may answer")
        raise AssigneeUnfitError("This person cannot have a conversation.", details=(wrong,))
    return found


async def require_department(tx: Transaction, department_id: DepartmentId) -> Department:
    """Load a department that nobody deletes until the transaction ends. Raises InvalidError."""
    if await tx.departments.find(str(department_id)) is None:
        wrong = ErrorDetail(field="department_id", message="no department of this company has this id")
        raise InvalidError("There is no such department.", details=(wrong,))
    return await tx.departments.get(department_id)


async def find_assignee(tx: Transaction, id_or_email: str) -> User | None:
    """Find a person who is active and may answer, by id or e-mail."""
    user = await _find(tx, id_or_email)
    if user is None or not user.is_active:
        return None
    held = await tx.roles.permissions_of(user.role) or frozenset()
    return user if Permission.CONVERSATIONS_REPLY in held else None


async def _find(tx: Transaction, id_or_email: str) -> User | None:
    try:
        return await tx.users.get(UserId(UUID(id_or_email)))
    except UserNotFoundError:
        return None
    except ValueError:
        return await tx.users.find_by_email(id_or_email.strip().casefold())
