"""What a role may be called and hold: the checks that adding and changing one share."""

from application.people.authority import require_rights
from application.people.department_checks import wrong_in_department as wrong_in_role
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError

__all__ = ["permissions_to_give", "wrong_in_role"]


def permissions_to_give(actor: Actor, names: tuple[str, ...], *, field: str = "permissions") -> frozenset[Permission]:
    """Read permissions that the actor holds. Raises InvalidError for an unknown one, RightsAboveOwnError."""
    if unknown := sorted(set(names) - set(Permission)):
        wrong = ErrorDetail(
            field=field, message="no such permission: {choices}", values={"choices": ", ".join(unknown)[:200]}
        )
        raise InvalidError("There is no such permission.", details=(wrong,))
    rights = frozenset(Permission(name) for name in names)
    require_rights(actor, rights)
    return rights
