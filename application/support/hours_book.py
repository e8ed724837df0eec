"""The hours of companies, remembered for a moment: they are asked for at every message and change once a year."""

from datetime import datetime, timedelta

import msgspec

from application.ports.public_holidays import PublicHolidays
from application.ports.unit_of_work import Transaction
from application.support.schedule import Schedule
from domain.shared.ids import TenantId

KEPT_FOR = timedelta(seconds=30)
"""How late another process hears of changed hours."""
KEPT = 5_000
"""Companies; past this it forgets all of them, and asks again."""


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    schedule: Schedule
    until: datetime


class HoursBook:
    """Knows when companies are open; one a process."""

    def __init__(self, public: PublicHolidays) -> None:
        self._public = public
        self._kept: dict[TenantId, _Kept] = {}

    async def of(self, tx: Transaction, *, now: datetime) -> Schedule:
        """Give the company's schedule, at most `KEPT_FOR` old: one statement when it is not remembered."""
        kept = self._kept.get(tx.tenant_id)
        if kept is not None and kept.until - KEPT_FOR <= now < kept.until:
            return kept.schedule
        if len(self._kept) >= KEPT:
            self._kept.clear()
        schedule = await self.read(tx, now=now)
        self._kept[tx.tenant_id] = _Kept(schedule=schedule, until=now + KEPT_FOR)
        return schedule

    async def read(self, tx: Transaction, *, now: datetime) -> Schedule:
        """Give it as it is at this moment."""
        return Schedule(await tx.business_hours.rules(), public=self._public, today=now.date())

    def forget(self, tenant_id: TenantId) -> None:
        """Ask again next time: something was changed here."""
        self._kept.pop(tenant_id, None)
