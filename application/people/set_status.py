"""A person says whether they are there."""

from application.people.settle_presence import SeenAs, SettlePresence
from application.ports.clock import Clock
from application.ports.presence import Presence
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.people.status import Status


class SetStatus:
    """Choose how the others see one. For a person themselves; whoever says it is there, so it is a sign of life too."""

    def __init__(self, *, uow: UnitOfWork, presence: Presence, settle: SettlePresence, clock: Clock) -> None:
        self._uow, self._presence, self._settle, self._clock = uow, presence, settle, clock

    async def __call__(self, actor: Actor, status: Status) -> SeenAs:
        """Keep it, tell the others, and give how they see one now. Raises SessionRequiredError."""
        actor.require_session()
        now = self._clock.now()
        async with self._uow(actor.tenant_id) as tx:
            await tx.statuses.choose(actor.user_id, status, at=now)
        await self._presence.beat(actor.tenant_id, actor.user_id, at=now, is_active=True)
        return (await self._settle(actor.tenant_id, [actor.user_id]))[actor.user_id]
