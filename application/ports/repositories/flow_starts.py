"""Flows that begin by themselves: by the clock, or after an event."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

import msgspec

from domain.contacts.consent import Purpose
from domain.contacts.contact import Identity
from domain.contacts.filters import Filter
from domain.flows.starts import FlowEvent, FlowRun, FlowSchedule
from domain.shared.ids import ContactId, FlowId, FlowRunId, FlowVersionId, WhatsAppConfigId


class AudienceMember(msgspec.Struct, frozen=True, kw_only=True):
    """A contact of an audience: where they are reached, and whether they may be asked.

    `said` is what they last said about the purpose; `config_id` the one of the flow's numbers they last spoke on.
    """

    contact_id: ContactId
    phone: str | None
    identities: tuple[Identity, ...]
    is_blocked: bool
    said: bool | None
    config_id: WhatsAppConfigId | None


class FlowStartRepository(Protocol):
    """Keeps when flows are due, what became of each time, and which flows wait for which events."""

    @property
    def has_changed(self) -> bool:
        """Whether this transaction changed which flows wait for events."""
        ...

    async def keep_schedule(self, schedule: FlowSchedule, *, at: datetime) -> None:
        """Write when a flow is due; where expression and zone are as they were, the time that waits stays."""
        ...

    async def keep_event(self, flow_id: FlowId, *, version_id: FlowVersionId, event: FlowEvent) -> None:
        """Have a flow begin after an event."""
        ...

    async def forget(self, flow_id: FlowId, *, keeps: str | None = None) -> None:
        """Have it begin by itself no more, but in the way that `keeps` names: `schedule` or `event`."""
        ...

    async def take_due(self, *, now: datetime, limit: int) -> list[FlowSchedule]:
        """Lock those that are due and nobody else has, the longest due first."""
        ...

    async def move_on(self, flow_id: FlowId, *, next_at: datetime | None) -> None:
        """Note when a flow is due next."""
        ...

    async def begin_run(self, run: FlowRun) -> bool:
        """Write one of a schedule's times; False where it was written before."""
        ...

    async def lock_run(self, run_id: FlowRunId) -> FlowRun | None:
        """Load a run, for whoever goes on with it."""
        ...

    async def save_run(self, run: FlowRun) -> None:
        """Write how far it is."""
        ...

    async def skip_in_run(self, run_id: FlowRunId) -> None:
        """Count a contact of a run with whom the flow did not begin."""
        ...

    async def waiting_for(self, event: FlowEvent) -> list[FlowId]:
        """Give the flows that begin after an event, of those that run."""
        ...

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
        ...

    async def begun_lately(self, contact_id: ContactId, *, since: datetime) -> int:
        """Count the flows that events and rules began with a contact."""
        ...
