"""A person may log in again."""

from application.people.authority import require_power_over
from application.ports.audit import Subject
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import UserId


class ActivateUser:
    """Let a user log in, and their API keys work, again. Needs users:manage, and every right that the user has."""

    def __init__(self, *, uow: UnitOfWork, standings: Standings) -> None:
        self._uow, self._standings = uow, standings

    async def __call__(self, actor: Actor, user_id: UserId) -> None:
        """Activate; one who is active stays so. Raises UserNotFoundError, RightsAboveOwnError, StaleVersionError."""
        actor.require(Permission.USERS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            user = await tx.users.get(user_id)
            await require_power_over(tx, actor, user)
            if user.is_active:
                return
            user.activate()
            await tx.users.save(user)
            tx.audit.record(AuditAction.USER_ACTIVATED, by=actor.author, on=Subject(type="user", id=user.id))
        await self._standings.forget_user(user_id)
