"""Handle what lies in one contact's lane, in order: messages, statuses, failed sends, timers."""

from application.inbound.handle_items import ITEMS_A_LEASE, HandleItems, ItemHandlers, TimerFailedError
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.lanes import Lane, LaneDesk, LaneItem, LeaseLostError
from application.ports.unit_of_work import UnitOfWork
from domain.shared.errors import ConflictError, UnavailableError
from domain.whatsapp.retry import backoff

MAX_ERRORS = 5
"""An item that fails this often is parked; with the back-off that is about fifteen seconds of trying."""

MAX_CRASHES = 3
"""A head item whose handling ended three workers is parked before it ends a fourth."""

MAX_RACES = 3
"""Lost races are run again at once; more in a row is something else."""


class DrainContactLane:
    """Drain one lease's worth in one transaction, which deletes the items and confirms the lease.

    When something in it fails, or failed or ended a worker before, each item is a transaction of its own, so that it
    shows which is to blame. An item that fails is tried again later, in its place; after MAX_ERRORS, or MAX_CRASHES
    of its workers, it is parked in the dead letters and its neighbours go on. A timer that fails as often ends its
    session, and people see the conversation.
    """

    def __init__(
        self, *, desk: LaneDesk, uow: UnitOfWork, handlers: ItemHandlers, clock: Clock, counters: Counters
    ) -> None:
        self._desk, self._clock, self._counters = desk, clock, counters
        self._handle = HandleItems(uow=uow, handlers=handlers, clock=clock)

    async def __call__(self, lane: Lane) -> None:
        """Handle the head of the lane and give it back."""
        is_trusted = not lane.attempts and not lane.crashes
        if not is_trusted or not await self._try_all(lane):
            await self._one_by_one(lane)

    async def _try_all(self, lane: Lane) -> bool:
        """Handle it all at once; False, and nothing is done, when something fails."""
        try:
            await self._handle.all(lane)
        except (LeaseLostError, UnavailableError):
            raise
        except Exception:  # noqa: BLE001 - one by one it shows which item it is, and there it is counted
            return False
        return True

    async def _one_by_one(self, lane: Lane) -> None:
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
                return await self._handle.one(lane, item, is_last=is_last)
            except (ConflictError, TimerFailedError) as error:
                if race == MAX_RACES - 1 or not _is_lost_race(error):
                    raise
        return None

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
        await self._give_up(lane, item)
        await self._desk.park(item.id, lane=lane, error=error)
        self._counters.count("dead_letters", kind=lane.kind)

    async def _give_up(self, lane: Lane, item: LaneItem) -> None:
        """End what waits for it; where that cannot be done either, the item is put aside all the same."""
        try:
            await self._handle.give_up(lane, item)
        except (LeaseLostError, UnavailableError):
            raise
        except Exception:  # noqa: BLE001 - the lane must go on; the letter says what was wrong
            self._counters.count("lane_errors", kind=lane.kind)

    async def _put_aside(self, lane: Lane, item: LaneItem | None) -> None:
        """After crashes: give up the timers that come first, or else the item."""
        if not await self._handle.give_timers_up(lane, item) and item is not None:
            await self._park(lane, item, error=f"its worker died {lane.crashes} times")
        await self._desk.settle(lane, due_at=self._clock.now())

    async def _fail_timers(self, lane: Lane, item: LaneItem | None, error: TimerFailedError) -> None:
        self._counters.count("lane_errors", kind=lane.kind)
        now, attempts = self._clock.now(), lane.attempts + 1
        if attempts >= MAX_ERRORS:
            await self._handle.give_timers_up(lane, item)
            await self._desk.settle(lane, due_at=now)
        else:
            pause = backoff(attempts, jitter=(hash(lane.key) % 1000) / 1000)
            await self._desk.back_off(lane, due_at=now + pause, error=str(error))


def _is_lost_race(error: Exception) -> bool:
    return isinstance(error.__cause__ if isinstance(error, TimerFailedError) else error, ConflictError)
