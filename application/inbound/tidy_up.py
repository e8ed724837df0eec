"""What must be done now and then, by any worker: partitions ahead, statuses and changes that nobody claims."""

from datetime import timedelta

import msgspec

from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.lanes import DeadLetter, LaneKind
from application.ports.partitions import Partitions
from application.ports.unit_of_work import UnitOfWork
from domain.shared.ids import ItemId, TenantId, WhatsAppConfigId
from domain.whatsapp.inbound import ContactItem, counterpart, lane_key

KEEP_EVENTS = timedelta(days=30)
"""A socket resumes within a day; the rest is for people who look into what happened."""
STATUS_WAITS = timedelta(hours=24)
"""Meta tells a status or a reaction within seconds; one whose message is unknown after a day is another sender's."""
AT_ONCE = 500


class TidyUp:
    """Run by every worker once an hour. Idempotent: what one worker did, the next finds done."""

    def __init__(
        self,
        *,
        partitions: Partitions,
        directory: Directory,
        uow: UnitOfWork,
        clock: Clock,
        ids: Ids,
        counters: Counters,
    ) -> None:
        self._partitions, self._directory, self._uow = partitions, directory, uow
        self._clock, self._ids, self._counters = clock, ids, counters

    async def __call__(self) -> None:
        """Look after the partitions, then bury each tenant's unclaimed statuses and changes where people see them."""
        await self._partitions.look_after(keep_events=KEEP_EVENTS)
        for tenant in await self._directory.tenants():
            while await self._bury_late_statuses(tenant.id) == AT_ONCE:
                pass
            while await self._look_after_changes(tenant.id) == AT_ONCE:
                pass

    async def _bury_late_statuses(self, tenant_id: TenantId) -> int:
        before = self._clock.now() - STATUS_WAITS
        async with self._uow(tenant_id) as tx:
            late = await tx.messages.take_late(before=before, limit=AT_ONCE)
            for config_id, status in late:
                tx.lanes.bury(_letter(status, tenant_id=tenant_id, config_id=config_id))
        if late:
            self._counters.count("dead_letters", amount=len(late), kind=LaneKind.CONTACT)
        return len(late)

    async def _look_after_changes(self, tenant_id: TenantId) -> int:
        """Give back to their lanes the changes whose message came at the same moment, and bury those without any."""
        now = self._clock.now()
        async with self._uow(tenant_id) as tx:
            found = await tx.message_changes.take_found(limit=AT_ONCE)
            for config_id, change in found:
                key = lane_key(config_id, counterpart(change).address)
                tx.lanes.put(key, item=change, item_id=ItemId(self._ids.new()), at=now)
            late = await tx.message_changes.take_late(before=now - STATUS_WAITS, limit=AT_ONCE)
            for config_id, change in late:
                tx.lanes.bury(_letter(change, tenant_id=tenant_id, config_id=config_id))
        if late:
            self._counters.count("dead_letters", amount=len(late), kind=LaneKind.CONTACT)
        return max(len(found), len(late))


def _letter(item: ContactItem, *, tenant_id: TenantId, config_id: WhatsAppConfigId) -> DeadLetter:
    return DeadLetter(
        kind=LaneKind.CONTACT,
        key=lane_key(config_id, counterpart(item).address),
        tenant_id=tenant_id,
        config_id=config_id,
        body=msgspec.json.encode(item),
        error="its message never came",
    )
