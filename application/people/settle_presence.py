"""What the others see of a company's people is brought up to date, and told to them."""

from collections.abc import Collection
from datetime import timedelta

import msgspec

from application.ports.assignment import ReturnUnanswered, order_assignment, order_return
from application.ports.clock import Clock
from application.ports.presence import Presence
from application.ports.realtime import NOT_STORED, LiveEvent, Signals, server_frame
from application.ports.unit_of_work import UnitOfWork
from domain.people.status import ChosenStatus, Marks, Status, effective_status
from domain.shared.ids import TenantId, UserId

AGENT_STATUS = "agent_status"


class SeenAs(msgspec.Struct, frozen=True, kw_only=True):
    """How somebody is seen, and why."""

    status: Status
    chosen: ChosenStatus
    marks: Marks | None


class _Told(msgspec.Struct, frozen=True, kw_only=True):
    user_id: UserId
    status: Status


class SettlePresence:
    """Run whenever something may have changed, by whomever: of two at once, one tells. Idempotent by what was told."""

    def __init__(self, *, uow: UnitOfWork, presence: Presence, signals: Signals, clock: Clock) -> None:
        self._uow, self._presence, self._signals, self._clock = uow, presence, signals, clock

    async def __call__(self, tenant_id: TenantId, user_ids: Collection[UserId] | None = None) -> dict[UserId, SeenAs]:
        """Look at some people, or at everybody who stirred lately or was told to be there; give how they are seen."""
        marks = await self._presence.marks(tenant_id)
        told = await self._presence.told(tenant_id)
        looked_at = marks.keys() | told.keys() if user_ids is None else set(user_ids)
        seen_as = await self._look(tenant_id, looked_at, marks)
        seen = {user_id: one.status for user_id, one in seen_as.items()}
        news = {user_id: status for user_id, status in seen.items() if told.get(user_id, Status.OFFLINE) is not status}
        fresh = sorted(await self._presence.tell(tenant_id, news))
        for user_id in fresh:
            await self._signals.send(tenant_id, self._signal(_Told(user_id=user_id, status=news[user_id])))
        if fresh:
            await self._order(tenant_id, {user_id: news[user_id] for user_id in fresh})
        return seen_as

    async def _order(self, tenant_id: TenantId, news: dict[UserId, Status]) -> None:
        """Have what waits given to those who came, and what those have who went, when they stay away, to others."""
        async with self._uow(tenant_id) as tx:
            patience = timedelta(minutes=(await tx.tenants.get()).settings.return_after_minutes)
            if Status.ONLINE in news.values():
                order_assignment(tx.jobs, tenant_id)
            for user_id, status in news.items():
                if status in {Status.AWAY, Status.OFFLINE}:
                    order_return(tx.jobs, ReturnUnanswered(tenant_id=tenant_id, user_id=user_id), after=patience)

    async def _look(
        self, tenant_id: TenantId, user_ids: Collection[UserId], marks: dict[UserId, Marks]
    ) -> dict[UserId, SeenAs]:
        if not user_ids:
            return {}
        async with self._uow(tenant_id) as tx:
            away_after = timedelta(minutes=(await tx.tenants.get()).settings.away_after_minutes)
            chosen = await tx.statuses.of(user_ids)
        now = self._clock.now()
        return {
            user_id: SeenAs(
                status=effective_status(choice.status, marks.get(user_id), away_after=away_after, now=now),
                chosen=choice,
                marks=marks.get(user_id),
            )
            for user_id, choice in chosen.items()
        }

    def _signal(self, told: _Told) -> LiveEvent:
        frame = server_frame(
            AGENT_STATUS, at=self._clock.now(), number=None, data=msgspec.Raw(msgspec.json.encode(told))
        )
        return LiveEvent(NOT_STORED, AGENT_STATUS, None, frame)
