"""A person leaves the company."""

from application.people.send_away import send_away
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.standing import Standings
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.ids import UserId
from domain.tenants.plans import Metric


class DeleteUser:
    """Take a login away for good: sessions, API keys and memberships end, conversations wait for others.

    Needs users:manage, and every right that the user has. The name stays with what they did; the e-mail is free again.
    """

    def __init__(self, *, uow: UnitOfWork, standings: Standings, clock: Clock) -> None:
        self._uow, self._standings, self._clock = uow, standings, clock

    async def __call__(self, actor: Actor, user_id: UserId) -> None:
        """Delete.

        Raises UserNotFoundError, OwnAccountError, RightsAboveOwnError, LastAdminError, StaleVersionError.
        """
        actor.require(Permission.USERS_MANAGE)
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            user = await tx.users.get(user_id)
            done = await send_away(tx, actor, user, now=now)
            revoked = await tx.api_keys.revoke_all(user.id, at=now)
            await tx.departments.set_departments(user.id, [])
            await tx.usage.give_back(Metric.USERS)
            before = {"role": user.role}
            user.delete(now=now)
            await tx.users.save(user)
            tx.audit.record(
                AuditAction.USER_DELETED,
                by=actor.author,
                on=Subject(type="user", id=user.id),
                before=before,
                after={**done, "api_keys_revoked": len(revoked)},
            )
        await self._standings.forget_user(user_id)
