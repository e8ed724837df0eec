"""Signs of life are noticed beside whatever they come with."""

import asyncio
import contextlib
from datetime import datetime, timedelta

import msgspec

from application.people.settle_presence import SettlePresence
from application.ports.clock import Clock
from application.ports.presence import Presence
from domain.people.status import OFFLINE_AFTER
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId, UserId
from domain.tenants.errors import TenantNotFoundError

AT_MOST_EVERY = timedelta(seconds=20)
"""A third of what may pass without a sign: a client that sends one every 25 s is heard each time."""
SETTLE_EVERY = timedelta(minutes=1)
"""Whoever was idle for longer than this may have been seen as away, and is looked at when they stir."""
REMEMBERED = 50_000
"""People of one process; past this it forgets whom it heard, and hears them once more."""


class _Heard(msgspec.Struct):
    seen_at: datetime
    active_at: datetime | None = None


class KeepPresence:
    """For every request and every frame of a person, in their process. Never waits and never fails: it is a hint."""

    def __init__(self, *, presence: Presence, settle: SettlePresence, clock: Clock) -> None:
        self._presence, self._settle, self._clock = presence, settle, clock
        self._heard: dict[UserId, _Heard] = {}
        self._stirred: dict[TenantId, set[UserId]] = {}
        self._running: set[asyncio.Task[None]] = set()

    def note(self, tenant_id: TenantId, user_id: UserId, *, is_active: bool) -> None:
        """Notice a sign of life, of the person (`is_active`) or only of their program, at most every 20 s of each."""
        now = self._clock.now()
        heard = self._heard.get(user_id)
        active_at = None if heard is None else heard.active_at
        last = active_at if is_active or heard is None else heard.seen_at
        if last is not None and timedelta() <= now - last < AT_MOST_EVERY:
            return
        if len(self._heard) >= REMEMBERED:
            self._heard.clear()
        self._heard[user_id] = _Heard(now, now if is_active else active_at)
        task = asyncio.create_task(self._keep(tenant_id, user_id, at=now, is_active=is_active))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def close(self) -> None:
        """Let what runs come to its end."""
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _keep(self, tenant_id: TenantId, user_id: UserId, *, at: datetime, is_active: bool) -> None:
        before = await self._presence.beat(tenant_id, user_id, at=at, is_active=is_active)
        if before is None:
            return  # it was lost, and nobody is there who could be told
        was_gone = at - before.seen_at >= OFFLINE_AFTER
        was_idle = is_active and at - before.active_at >= SETTLE_EVERY
        if was_gone or was_idle:
            await self._stir(tenant_id, user_id)

    async def _stir(self, tenant_id: TenantId, user_id: UserId) -> None:
        """Have somebody looked at: while some of a company are, whoever else stirs is of the next look.

        After a restart all come at once, and a look costs as much for a hundred as for one.
        """
        if tenant_id in self._stirred:
            self._stirred[tenant_id].add(user_id)
            return
        self._stirred[tenant_id] = {user_id}
        try:
            while users := self._stirred[tenant_id]:
                self._stirred[tenant_id] = set()
                with contextlib.suppress(UnavailableError, TenantNotFoundError):  # the sweep looks again
                    await self._settle(tenant_id, users)
        finally:
            del self._stirred[tenant_id]
