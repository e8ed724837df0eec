"""Flows that begin by themselves, in PostgreSQL."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import msgspec

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories import flow_starts_sql as sql
from adapters.postgres.repositories.rows import values_of, write
from application.ports.repositories.flow_starts import AudienceMember
from domain.contacts.consent import Purpose
from domain.contacts.contact import Identity
from domain.contacts.filters import Filter
from domain.flows.starts import FlowEvent, FlowRun, FlowSchedule
from domain.shared.ids import ContactId, FlowId, FlowRunId, FlowVersionId, WhatsAppConfigId

_FIRST = UUID(int=0)
_IDENTITIES = msgspec.json.Decoder(tuple[Identity, ...])
_SAVED = ("id", "status", "cursor", "asked", "skipped", "error", "ended_at")


def to_domain(row: Row) -> FlowRun:
    """Read a run's row."""
    return msgspec.convert({name: row[name] for name in FlowRun.__struct_fields__}, FlowRun)


class PostgresFlowStarts:
    """Keeps schedules, their runs, and which flows wait for which events."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self.has_changed = False

    async def keep_schedule(self, schedule: FlowSchedule, *, at: datetime) -> None:
        """Write when a flow is due; where expression and zone are as they were, the time that waits stays."""
        values = {name: value for name, value in values_of(schedule).items() if name != "is_live"}
        await write(self._connection, sql.KEEP_SCHEDULE, **values, at=at)

    async def keep_event(self, flow_id: FlowId, *, version_id: FlowVersionId, event: FlowEvent) -> None:
        """Have a flow begin after an event."""
        await write(self._connection, sql.KEEP_EVENT, flow_id=flow_id, version_id=version_id, event=event)
        self.has_changed = True

    async def forget(self, flow_id: FlowId, *, keeps: str | None = None) -> None:
        """Have it begin by itself no more, but in the way that `keeps` names: `schedule` or `event`."""
        if keeps != "schedule":
            await self._connection.execute(sql.FORGET_SCHEDULE, flow_id=flow_id)
        if keeps != "event" and await self._connection.execute(sql.FORGET_EVENT, flow_id=flow_id):
            self.has_changed = True

    async def take_due(self, *, now: datetime, limit: int) -> list[FlowSchedule]:
        """Lock those that are due and nobody else has, the longest due first."""
        rows = await self._connection.fetch(sql.TAKE_DUE, now=now, limit=limit)
        return [msgspec.convert(dict(row), FlowSchedule) for row in rows]

    async def move_on(self, flow_id: FlowId, *, next_at: datetime | None) -> None:
        """Note when a flow is due next."""
        await self._connection.execute(sql.MOVE_ON, flow_id=flow_id, next_at=next_at)

    async def begin_run(self, run: FlowRun) -> bool:
        """Write one of a schedule's times; False where it was written before."""
        return bool(await self._connection.execute(sql.BEGIN_RUN, **values_of(run)))

    async def lock_run(self, run_id: FlowRunId) -> FlowRun | None:
        """Load a run, for whoever goes on with it."""
        row = await self._connection.fetch_one(sql.LOCK_RUN, id=run_id)
        return to_domain(row) if row is not None else None

    async def save_run(self, run: FlowRun) -> None:
        """Write how far it is."""
        await self._connection.execute(sql.SAVE_RUN, **{name: getattr(run, name) for name in _SAVED})

    async def skip_in_run(self, run_id: FlowRunId) -> None:
        """Count a contact of a run with whom the flow did not begin."""
        await self._connection.execute(sql.SKIP_IN_RUN, id=run_id)

    async def waiting_for(self, event: FlowEvent) -> list[FlowId]:
        """Give the flows that begin after an event, of those that run."""
        return [FlowId(row["flow_id"]) for row in await self._connection.fetch(sql.WAITING_FOR, event=event)]

    async def audience(
        self,
        condition: Filter,
        *,
        purpose: Purpose,
        numbers: Collection[WhatsAppConfigId],
        after: ContactId | None,
        limit: int,
        now: datetime,
    ) -> list[AudienceMember]:
        """Give the next contacts of a filter by their ids, as they are now."""
        rows = await self._connection.fetch(
            sql.audience(condition, now=now),
            purpose=purpose,
            numbers=list(numbers),
            after=after or _FIRST,
            limit=limit,
            now=now,
        )
        return [_member(row) for row in rows]

    async def begun_lately(self, contact_id: ContactId, *, since: datetime) -> int:
        """Count the flows that events and rules began with a contact."""
        return int(await self._connection.fetch_value(sql.BEGUN_LATELY, contact_id=contact_id, since=since))


def _member(row: Row) -> AudienceMember:
    names = row["identities"]
    return AudienceMember(
        contact_id=ContactId(row["contact_id"]),
        phone=row["phone"],
        identities=_IDENTITIES.decode(names) if names is not None else (),
        is_blocked=row["is_blocked"],
        said=row["said"],
        config_id=WhatsAppConfigId(row["config_id"]) if row["config_id"] is not None else None,
    )
