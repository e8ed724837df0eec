"""Whether a flow can begin by itself as its trigger says."""

from collections.abc import Iterator

import msgspec

from application.ports.cron import Cron
from application.ports.unit_of_work import Transaction
from domain.contacts.consent import Purpose
from domain.contacts.errors import FilterInvalidError, SegmentNotFoundError
from domain.contacts.filter_codec import read_filter
from domain.flows.document import FlowDocument
from domain.flows.inspection import Finding, Severity
from domain.flows.starts import WITH_PEOPLE, FlowEvent
from domain.flows.triggers import Audience, EventHappened, Schedule
from domain.shared.ids import WhatsAppConfigId


class CheckTrigger:
    """Find what is wrong with a schedule, its audience, its number, or an event."""

    def __init__(self, cron: Cron) -> None:
        self._cron = cron

    async def __call__(self, tx: Transaction, document: FlowDocument) -> list[Finding]:
        """Give the findings; a trigger of another kind has none."""
        trigger = document.trigger
        if isinstance(trigger, Schedule):
            return [*await self._schedule(tx, trigger), *await _number(tx, trigger.whatsapp_config_id)]
        if isinstance(trigger, EventHappened):
            return [*_event(trigger.event), *await _number(tx, trigger.whatsapp_config_id)]
        return []

    async def _schedule(self, tx: Transaction, trigger: Schedule) -> list[Finding]:
        zone = trigger.time_zone or (await tx.tenants.get()).time_zone
        wrong = self._cron.check(trigger.cron, zone=zone)
        times = [Finding(code="bad_schedule", message=f"trigger: {wrong}")] if wrong else []
        return [*times, *await _audience(tx, trigger.audience)]


async def _audience(tx: Transaction, audience: Audience) -> list[Finding]:
    if (audience.segment_id is None) is (audience.filter is None):
        return [Finding(code="no_audience", message="the trigger asks nobody: name a segment, or a filter")]
    if audience.purpose not in set(Purpose):
        return [Finding(code="bad_audience", message=f"a purpose is one of {', '.join(Purpose)}")]
    try:
        if audience.segment_id is not None:
            await tx.segments.get(audience.segment_id)
        else:
            read_filter(msgspec.json.encode(audience.filter))
    except SegmentNotFoundError:
        return [Finding(code="bad_audience", message="there is no such segment")]
    except FilterInvalidError as error:
        return [Finding(code="bad_audience", message=f"the filter: {detail.text}") for detail in error.details]
    return []


def _event(name: str) -> Iterator[Finding]:
    if name not in set(FlowEvent):
        yield Finding(code="unknown_event", message=f"an event is one of {', '.join(FlowEvent)}")
    elif name in WITH_PEOPLE:
        message = f"after {name} people have the conversation, or it waits for them: the flow hardly ever begins"
        yield Finding(code="event_with_people", message=message, severity=Severity.WARNING)


async def _number(tx: Transaction, chosen: WhatsAppConfigId | None) -> list[Finding]:
    if chosen is None or chosen in {config.id for config in await tx.whatsapp_configs.all()}:
        return []
    return [Finding(code="number_missing", message="the trigger's number is none of the company's")]
