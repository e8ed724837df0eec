"""What people may do to people: nobody gives rights that they do not hold, and a company keeps an admin."""

from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.identity.errors import LastAdminError, RightsAboveOwnError
from domain.identity.permissions import Permission
from domain.identity.user import User
from domain.shared.errors import ErrorDetail, InvalidError


async def require_role(tx: Transaction, actor: Actor, role: str) -> None:
    """Make sure that there is such a role, and that the actor may give it. Raises InvalidError, RightsAboveOwnError."""
    held = await tx.roles.permissions_of(role)
    if held is None:
        wrong = ErrorDetail(field="role", message="no role of this company has this code")
        raise InvalidError("There is no such role.", details=(wrong,))
    require_rights(actor, held)


async def require_power_over(tx: Transaction, actor: Actor, user: User) -> None:
    """Make sure that a user holds nothing that the actor does not hold too. Raises RightsAboveOwnError."""
    require_rights(actor, await tx.roles.permissions_of(user.role) or frozenset())


def require_rights(actor: Actor, rights: frozenset[Permission]) -> None:
    """Make sure that the actor holds all of these. Raises RightsAboveOwnError."""
    if above := rights - actor.permissions:
        wrong = ErrorDetail(field="permissions", message="{value}", values={"value": ", ".join(sorted(above))})
        raise RightsAboveOwnError("This takes rights that you do not hold.", details=(wrong,))


async def keep_an_admin(tx: Transaction, user: User) -> None:
    """Make sure that there is another active admin before this one is none any more. Raises LastAdminError."""
    if user.keeps_company_open and await tx.users.count_active_admins() <= 1:
        raise LastAdminError("Make somebody else an admin first.")
