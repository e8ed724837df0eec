"""Flows whose time has come are run: once, whoever looks and however late."""

from datetime import datetime

import msgspec

from application.ports.clock import Clock
from application.ports.cron import Cron
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.jobs import Job
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.triggers.ask_audience import AskAudience
from domain.flows.starts import GRACE, MAX_MISSED, FlowRun, FlowSchedule, RunStatus
from domain.shared.ids import FlowRunId, TenantId

AT_ONCE = 100
"""Schedules of a company in one transaction; those beyond are found a minute later."""


class SweepSchedules(Job, frozen=True, kw_only=True, tag="sweep_schedules"):
    """Look for flows that are due; a minute is also how exact their times are."""


class _Passed(msgspec.Struct, frozen=True, kw_only=True):
    """The times of a schedule that have come: the last of them, how many they are, and the next one."""

    last: datetime
    count: int
    next_at: datetime | None


class SweepSchedulesHandler:
    """Does SweepSchedules. Idempotent by schedule and time: a run is written once, with the time after it.

    After a standstill the last time that was missed is run, if it is not longer ago than `GRACE`; how many were missed
    stands in the run. A company, or a chatbot, that rested through a time has missed it. Nothing is run for a company
    at rest.
    """

    def __init__(self, *, directory: Directory, uow: UnitOfWork, cron: Cron, clock: Clock, ids: Ids) -> None:
        self._directory, self._uow, self._cron = directory, uow, cron
        self._clock, self._ids = clock, ids

    async def __call__(self, _: SweepSchedules) -> None:
        """Do it for every company."""
        for tenant in await self._directory.tenants():
            if not tenant.is_at_rest:
                await self._sweep(tenant.id)

    async def _sweep(self, tenant_id: TenantId) -> None:
        now = self._clock.now()
        async with self._uow(tenant_id) as tx:
            for schedule in await tx.flow_starts.take_due(now=now, limit=AT_ONCE):
                await self._run(tx, schedule, now=now)

    async def _run(self, tx: Transaction, schedule: FlowSchedule, *, now: datetime) -> None:
        passed = self._passed(schedule, now=now)
        run = FlowRun(
            id=FlowRunId(self._ids.new()),
            flow_id=schedule.flow_id,
            version_id=schedule.version_id,
            due_at=passed.last,
            began_at=now,
            missed=passed.count - 1,
        )
        is_in_time = schedule.is_live and now - passed.last <= GRACE
        if not is_in_time:
            run.missed += 1
            run.end(RunStatus.MISSED, now=now)
        is_new = await tx.flow_starts.begin_run(run)
        await tx.flow_starts.move_on(schedule.flow_id, next_at=passed.next_at)
        if is_new and is_in_time:
            tx.jobs.put(AskAudience(tenant_id=tx.tenant_id, run_id=run.id), key=f"ask_audience:{run.id}")

    def _passed(self, schedule: FlowSchedule, *, now: datetime) -> _Passed:
        last, count = schedule.next_at, 1
        next_at = self._after(schedule, last)
        while next_at is not None and next_at <= now and count < MAX_MISSED:
            last, count, next_at = next_at, count + 1, self._after(schedule, next_at)
        if next_at is not None and next_at <= now:
            next_at = self._after(schedule, now)
        return _Passed(last=last, count=count, next_at=next_at)

    def _after(self, schedule: FlowSchedule, at: datetime) -> datetime | None:
        return self._cron.next_after(schedule.cron, zone=schedule.time_zone, after=at)
