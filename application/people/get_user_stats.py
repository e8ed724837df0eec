"""What a person did lately."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from application.ports.clock import Clock
from application.ports.readers.agents import AgentList, AgentStats
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.identity.permissions import Permission
from domain.shared.ids import UserId

WEEK = timedelta(days=7)


class GetUserStats:
    """Count what a user did. Needs users:read. Days are those of the company's own time zone."""

    def __init__(self, *, uow: UnitOfWork, agents: AgentList, clock: Clock) -> None:
        self._uow, self._agents, self._clock = uow, agents, clock

    async def __call__(self, actor: Actor, user_id: UserId) -> AgentStats:
        """Give the counts. Raises UserNotFoundError."""
        actor.require(Permission.USERS_READ)
        async with self._uow(actor.tenant_id) as tx:
            zone = ZoneInfo((await tx.tenants.get()).time_zone)
        now = self._clock.now()
        today = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        return await self._agents.stats(actor.tenant_id, user_id=user_id, today=today, week=now - WEEK)
