"""A person may log in no more."""

from application.people.send_away import send_away
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import UserId


class DeactivateUser:
    """End a user's sessions, stop their API keys, and let their conversations wait for others.

    Needs users:manage, and every right that the user has. They can be activated again.
    """

    def __init__(self, *, uow: UnitOfWork, standings: Standings, clock: Clock) -> None:
        self._uow, self._standings, self._clock = uow, standings, clock

    async def __call__(self, actor: Actor, user_id: UserId) -> None:
        """Deactivate; one who is not active stays so.

        Raises UserNotFoundError, OwnAccountError, RightsAboveOwnError, LastAdminError, StaleVersionError.
        """
        actor.require(Permission.USERS_MANAGE)
        async with self._uow(actor.tenant_id) as tx:
            user = await tx.users.get(user_id)
            done = await send_away(tx, actor, user, now=self._clock.now())
            if not user.is_active:
                return
            user.deactivate()
            await tx.users.save(user)
            tx.audit.record(
                AuditAction.USER_DEACTIVATED, by=actor.author, on=Subject(type="user", id=user.id), after=done
            )
        await self._standings.forget_user(user_id)
