"""Handle what lies in one contact's lane, in order: messages, statuses, failed sends, timers."""

from datetime import datetime, timedelta
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

LISTENING_PAUSE = timedelta(seconds=1)
"""How long a timer waits for webhooks that came before its time and are still to be split."""


class TimerFailedError(Exception):
    """A timer could not be handled; its cause says why. No item is to blame."""


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

    Timers fire before what came in after their time, and not before what came in earlier: a reply in time wins,
    however late it is handled. An item that fails is tried again later, in its place; after MAX_ERRORS, or
    MAX_CRASHES of its workers, it is parked in the dead letters and its neighbours go on. A timer that fails as
    often ends its session, and people see the conversation.
    """

    def __init__(
        self, *, desk: LaneDesk, uow: UnitOfWork, handlers: ItemHandlers, clock: Clock, counters: Counters
    ) -> None:
        self._desk, self._uow, self._handlers = desk, uow, handlers
        self._clock, self._counters = clock, counters

    async def __call__(self, lane: Lane) -> None:
        """Handle the head of the lane and give it back."""
        items = await self._desk.items(lane, limit=ITEMS_A_LEASE + 1)
        if lane.crashes >= MAX_CRASHES:
            await self._put_aside(lane, items[0] if items else None)
            return
        batch = items[:ITEMS_A_LEASE]
        for position, item in enumerate(batch):
            is_last = position == len(items) - 1
            if not await self._try(lane, item, is_last=is_last):
                return
        if not items:
            await self._try(lane, None, is_last=True)
        elif len(items) > len(batch):
            await self._desk.settle(lane, due_at=self._clock.now())

    async def _try(self, lane: Lane, item: LaneItem | None, *, is_last: bool) -> bool:
        try:
            await self._step(lane, item, is_last=is_last)
        except (LeaseLostError, UnavailableError):
            raise
        except TimerFailedError as error:
            await self._fail_timers(lane, item, error)
            return False
        except Exception as error:
            if item is None:
                raise
            await self._fail(lane, item, error)
            return False
        return True

    async def _step(self, lane: Lane, item: LaneItem | None, *, is_last: bool) -> None:
        for race in range(MAX_RACES):
            try:
                return await self._transact(lane, item, is_last=is_last)
            except (ConflictError, TimerFailedError) as error:
                if race == MAX_RACES - 1 or not _is_lost_race(error):
                    raise
        return None

    async def _transact(self, lane: Lane, item: LaneItem | None, *, is_last: bool) -> None:
        now = self._clock.now()
        async with self._uow(_tenant(lane)) as tx:
            scene = await self._scene(tx, lane, now=now)
            await self._fire_timers(scene, until=await self._silent_until(scene, item))
            if item is not None:
                await self._handlers(scene, item.item)
                tx.lanes.finish_item(item.id)
            if is_last:
                next_look = now if item is not None else now + LISTENING_PAUSE
                next_timer = await tx.flow_sessions.next_timer(lane.key)
                tx.lanes.settle(lane, due_at=max(next_timer, next_look) if next_timer is not None else None)
            else:
                tx.lanes.confirm(lane)

    @staticmethod
    async def _silent_until(scene: Scene, item: LaneItem | None) -> datetime:
        """Say up to when nothing of the contact is unheard: timers due by then may fire."""
        if item is not None:
            return item.received_at
        unheard = await scene.tx.lanes.unheard_since(scene.config.id)
        return min(scene.now, unheard) if unheard is not None else scene.now

    async def _fire_timers(self, scene: Scene, *, until: datetime) -> None:
        for timer in await scene.tx.flow_sessions.due_timers(scene.lane_key, now=until):
            try:
                await self._handlers.timer(scene, timer)
            except UnavailableError:
                raise
            except Exception as error:
                raise TimerFailedError(f"{type(error).__name__}: {error}") from error

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

    async def _put_aside(self, lane: Lane, item: LaneItem | None) -> None:
        """After crashes: give up the timers that come first, or else the item."""
        if not await self._give_timers_up(lane, item) and item is not None:
            await self._park(lane, item, error=f"its worker died {lane.crashes} times")
        await self._desk.settle(lane, due_at=self._clock.now())

    async def _fail_timers(self, lane: Lane, item: LaneItem | None, error: TimerFailedError) -> None:
        self._counters.count("lane_errors", kind=lane.kind)
        now, attempts = self._clock.now(), lane.attempts + 1
        if attempts >= MAX_ERRORS:
            await self._give_timers_up(lane, item)
            await self._desk.settle(lane, due_at=now)
        else:
            pause = backoff(attempts, jitter=(hash(lane.key) % 1000) / 1000)
            await self._desk.back_off(lane, due_at=now + pause, error=str(error))

    async def _give_timers_up(self, lane: Lane, item: LaneItem | None) -> bool:
        """End the sessions of the timers that come before the item; say whether there was one."""
        async with self._uow(_tenant(lane)) as tx:
            scene = await self._scene(tx, lane, now=self._clock.now())
            due = await tx.flow_sessions.due_timers(lane.key, now=await self._silent_until(scene, item))
            for timer in due:
                await self._handlers.timer.give_up(scene, timer)
            tx.lanes.confirm(lane)
        return bool(due)


def _is_lost_race(error: Exception) -> bool:
    return isinstance(error.__cause__ if isinstance(error, TimerFailedError) else error, ConflictError)


def _tenant(lane: Lane) -> TenantId:
    if lane.tenant_id is None:
        raise ValueError("a contact's lane has a tenant")
    return lane.tenant_id
