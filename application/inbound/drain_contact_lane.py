"""Handle what lies in one contact's lane, in order: messages, statuses, failed sends, timers."""

from datetime import datetime
from uuid import UUID

from application.inbound.apply_status import ApplyStatus
from application.inbound.fire_timer import FireTimer
from application.inbound.receive_message import ReceiveMessage
from application.inbound.record_echo import RecordEcho
from application.inbound.scene import Scene
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.lanes import Lane, LaneDesk, LaneItem, LeaseLostError
from application.ports.unit_of_work import Transaction, UnitOfWork
from domain.shared.errors import ConflictError, UnavailableError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.inbound import ContactItem, EchoReceived, MessageReceived, SendFailed, StatusChanged
from domain.whatsapp.retry import backoff

ITEMS_A_LEASE = 20
"""Then the lane queues again, so that one busy contact does not keep a worker's place."""

MAX_ERRORS = 5
"""An item that fails this often is parked; with the back-off that is about fifteen seconds of trying."""

MAX_CRASHES = 3
"""A head item whose handling ended three workers is parked before it ends a fourth."""

MAX_RACES = 3
"""Lost races are run again at once; more in a row is something else."""


class ItemHandlers:
    """One handler a kind of item."""

    def __init__(self, *, message: ReceiveMessage, status: ApplyStatus, echo: RecordEcho, timer: FireTimer) -> None:
        self._message, self._status, self._echo = message, status, echo
        self.timer = timer

    async def __call__(self, scene: Scene, item: ContactItem) -> None:
        """Handle one item."""
        match item:
            case MessageReceived():
                await self._message(scene, item)
            case StatusChanged():
                await self._status(scene, item)
            case EchoReceived():
                await self._echo(scene, item)
            case SendFailed():
                await self._status.send_failed(scene, item)


class DrainContactLane:
    """Drain one lease's worth. Each item is one transaction, which deletes it and confirms the lease.

    An item that fails is tried again later, in its place; after MAX_ERRORS, or MAX_CRASHES of its workers, it is
    parked in the dead letters and its neighbours go on.
    """

    def __init__(
        self, *, desk: LaneDesk, uow: UnitOfWork, handlers: ItemHandlers, clock: Clock, counters: Counters
    ) -> None:
        self._desk, self._uow, self._handlers = desk, uow, handlers
        self._clock, self._counters = clock, counters

    async def __call__(self, lane: Lane) -> None:
        """Handle the head of the lane and give it back."""
        items = await self._desk.items(lane, limit=ITEMS_A_LEASE + 1)
        if lane.crashes >= MAX_CRASHES and items:
            await self._park(lane, items[0], error=f"its worker died {lane.crashes} times")
            await self._desk.settle(lane, due_at=self._clock.now())
            return
        batch = items[:ITEMS_A_LEASE]
        for position, item in enumerate(batch):
            is_last = position == len(items) - 1
            if not await self._try(lane, item, is_last=is_last):
                return
        if not items:
            await self._timers_only(lane)
        elif len(items) > len(batch):
            await self._desk.settle(lane, due_at=self._clock.now())

    async def _try(self, lane: Lane, item: LaneItem, *, is_last: bool) -> bool:
        try:
            await self._step(lane, item, is_last=is_last)
        except (LeaseLostError, UnavailableError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever an item does, its neighbours must live
            await self._fail(lane, item, error)
            return False
        return True

    async def _timers_only(self, lane: Lane) -> None:
        try:
            await self._step(lane, None, is_last=True)
        except (LeaseLostError, UnavailableError):
            raise
        except Exception as error:
            if lane.attempts + 1 < MAX_ERRORS:
                raise
            await self._give_timers_up(lane, error)

    async def _step(self, lane: Lane, item: LaneItem | None, *, is_last: bool) -> None:
        for race in range(MAX_RACES):
            try:
                return await self._transact(lane, item, is_last=is_last)
            except ConflictError:
                if race == MAX_RACES - 1:
                    raise
        return None

    async def _transact(self, lane: Lane, item: LaneItem | None, *, is_last: bool) -> None:
        now = self._clock.now()
        async with self._uow(_tenant(lane)) as tx:
            scene = await self._scene(tx, lane, now=now)
            due = await tx.flow_sessions.due_timers(lane.key, now=item.received_at if item else now)
            for timer in due:
                await self._handlers.timer(scene, timer)
            if item is not None:
                await self._handlers(scene, item.item)
                tx.lanes.finish_item(item.id)
            if is_last:
                tx.lanes.settle(lane, due_at=await tx.flow_sessions.next_timer(lane.key))
            else:
                tx.lanes.confirm(lane)

    @staticmethod
    async def _scene(tx: Transaction, lane: Lane, *, now: datetime) -> Scene:
        config_id = WhatsAppConfigId(UUID(lane.key.partition(":")[0]))
        return Scene(tx=tx, config=await tx.whatsapp_configs.get(config_id), lane_key=lane.key, now=now)

    async def _fail(self, lane: Lane, item: LaneItem, error: Exception) -> None:
        reason = f"{type(error).__name__}: {error}"
        attempts = await self._desk.count_failure(item.id, error=reason)
        now = self._clock.now()
        self._counters.count("lane_errors", kind=lane.kind)
        if attempts >= MAX_ERRORS:
            await self._park(lane, item, error=reason)
            await self._desk.settle(lane, due_at=now)
        else:
            pause = backoff(attempts, jitter=(item.id.int % 1000) / 1000)
            await self._desk.back_off(lane, due_at=now + pause, error=reason)

    async def _park(self, lane: Lane, item: LaneItem, *, error: str) -> None:
        await self._desk.park(item.id, lane=lane, error=error)
        self._counters.count("dead_letters", kind=lane.kind)

    async def _give_timers_up(self, lane: Lane, error: Exception) -> None:
        self._counters.count("lane_errors", kind=lane.kind)
        now = self._clock.now()
        async with self._uow(_tenant(lane)) as tx:
            scene = await self._scene(tx, lane, now=now)
            for timer in await tx.flow_sessions.due_timers(lane.key, now=now):
                await self._handlers.timer.give_up(scene, timer)
            tx.lanes.settle(lane, due_at=await tx.flow_sessions.next_timer(lane.key))
        raise error


def _tenant(lane: Lane) -> TenantId:
    if lane.tenant_id is None:
        raise ValueError("a contact's lane has a tenant")
    return lane.tenant_id
