"""One transaction in a contact's lane: timers and items in the order of their times, and the lane given back."""

from datetime import datetime, timedelta
from uuid import UUID

from application.inbound.apply_status import ApplyStatus
from application.inbound.flow_items import FlowItems
from application.inbound.hear_preference import HearPreference
from application.inbound.receive_message import ReceiveMessage
from application.inbound.recognise_send import RecogniseSend
from application.inbound.record_echo import RecordEcho
from application.inbound.scene import Scene
from application.ports.clock import Clock
from application.ports.lanes import Lane, LaneItem
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.shared.errors import UnavailableError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.inbound import (
    CallSettled,
    ContactItem,
    EchoReceived,
    FlowWanted,
    MessageReceived,
    PreferenceTold,
    SendFailed,
    SendSeen,
    StatusChanged,
)

ITEMS_A_LEASE = 20
"""Then the lane queues again, so that one busy contact does not keep a worker's place."""

LISTENING_PAUSE = timedelta(seconds=1)
"""How long a timer waits for webhooks that came before its time and are still to be split."""


class TimerFailedError(Exception):
    """A timer could not be handled; its cause says why. No item is to blame."""


class ItemHandlers:
    """One handler a kind of item."""

    def __init__(
        self,
        *,
        message: ReceiveMessage,
        status: ApplyStatus,
        echo: RecordEcho,
        seen: RecogniseSend,
        preference: HearPreference,
        flows: FlowItems,
    ) -> None:
        self._message, self._status, self._echo, self._seen = message, status, echo, seen
        self._preference, self._flows, self.timer = preference, flows, flows.timer

    async def __call__(self, scene: Scene, item: ContactItem) -> None:
        """Handle one item."""
        match item:
            case MessageReceived():
                await self._message(scene, item)
            case StatusChanged():
                await self._status(scene, item)
            case EchoReceived():
                await self._echo(scene, item)
            case SendSeen():
                await self._seen(scene, item)
            case SendFailed():
                await self._status.send_failed(scene, item)
            case PreferenceTold():
                await self._preference(scene, item)
            case FlowWanted() | CallSettled():
                await self._flows(scene, item)

    async def give_up(self, scene: Scene, item: CallSettled) -> None:
        """End what would wait for an item that cannot be handled."""
        await self._flows.give_up(scene, item)


class HandleItems:
    """Handles all that lies in a lane, or one item of it, in one transaction that also confirms the lease.

    Timers fire before what came in after their time, and not before what came in earlier: a reply in time wins,
    however late it is handled.
    """

    def __init__(self, *, uow: UnitOfWork, handlers: ItemHandlers, clock: Clock) -> None:
        self._uow, self._handlers, self._clock = uow, handlers, clock

    async def all(self, lane: Lane) -> None:
        """Handle a lease's worth, and give the lane back. Whatever fails, nothing of it is done."""
        now = self._clock.now()
        async with self._uow(_tenant(lane)) as tx:
            head = await tx.lanes.open(lane, limit=ITEMS_A_LEASE + 1)
            scene = Scene(tx=tx, config=head.config, lane_key=lane.key, now=now)
            batch = head.items[:ITEMS_A_LEASE]
            for item in batch or (None,):
                until = await _silent_until(scene, item)
                may_be_due = head.next_timer is not None and head.next_timer <= until
                if may_be_due or tx.flow_sessions.has_set_timers:
                    await self._fire_timers(scene, until=until)
                if item is not None:
                    await self._handle(scene, item)
            if len(head.items) > len(batch):
                tx.lanes.settle(lane, due_at=now)
            else:
                _rest(tx, lane, now=now, has_handled=bool(batch))

    async def one(self, lane: Lane, item: LaneItem | None, *, is_last: bool) -> None:
        """Handle the timers before one item, and then it; None is the end of the lane."""
        now = self._clock.now()
        async with self._uow(_tenant(lane)) as tx:
            scene = await _scene(tx, lane, now=now)
            await self._fire_timers(scene, until=await _silent_until(scene, item))
            if item is not None:
                await self._handle(scene, item)
            if is_last:
                _rest(tx, lane, now=now, has_handled=item is not None)
            else:
                tx.lanes.confirm(lane)

    async def give_timers_up(self, lane: Lane, item: LaneItem | None) -> bool:
        """End the sessions of the timers that come before the item; say whether there was one."""
        async with self._uow(_tenant(lane)) as tx:
            scene = await _scene(tx, lane, now=self._clock.now())
            due = await tx.flow_sessions.due_timers(lane.key, now=await _silent_until(scene, item))
            for timer in due:
                await self._handlers.timer.give_up(scene, timer)
            tx.lanes.confirm(lane)
        return bool(due)

    async def give_up(self, lane: Lane, item: LaneItem) -> None:
        """End what would wait for an item that is put aside."""
        if not isinstance(item.item, CallSettled):
            return
        async with self._uow(_tenant(lane)) as tx:
            await self._handlers.give_up(await _scene(tx, lane, now=self._clock.now()), item.item)
            tx.lanes.confirm(lane)

    async def _handle(self, scene: Scene, item: LaneItem) -> None:
        await self._handlers(scene, item.item)
        scene.tx.lanes.finish_item(item.id)

    async def _fire_timers(self, scene: Scene, *, until: datetime) -> None:
        for timer in await scene.tx.flow_sessions.due_timers(scene.lane_key, now=until):
            try:
                await self._handlers.timer(scene, timer)
            except UnavailableError:
                raise
            except Exception as error:
                raise TimerFailedError(f"{type(error).__name__}: {error}") from error


def _rest(tx: Transaction, lane: Lane, *, now: datetime, has_handled: bool) -> None:
    """Give the lane back until its next timer; one that is due already waits for what may still be on its way."""
    tx.lanes.rest(lane, not_before=now if has_handled else now + LISTENING_PAUSE)


async def _silent_until(scene: Scene, item: LaneItem | None) -> datetime:
    """Say up to when nothing of the contact is unheard: timers due by then may fire."""
    if item is not None:
        return item.received_at
    unheard = await scene.tx.lanes.unheard_since(scene.config.id)
    return min(scene.now, unheard) if unheard is not None else scene.now


async def _scene(tx: Transaction, lane: Lane, *, now: datetime) -> Scene:
    config_id = WhatsAppConfigId(UUID(lane.key.partition(":")[0]))
    return Scene(tx=tx, config=await tx.whatsapp_configs.recall(config_id), lane_key=lane.key, now=now)


def _tenant(lane: Lane) -> TenantId:
    if lane.tenant_id is None:
        raise ValueError("a contact's lane has a tenant")
    return lane.tenant_id
