"""A transaction's part in the lanes: remembered while it works, written just before it commits.

Lane rows are locked in one order in every transaction (kind by rank, then key), whatever is done to them; two
transactions can thus wait for each other's lanes, but never in a circle.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import groupby

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.lane_statements import CONFIRM, SETTLE, WAKE
from adapters.postgres.work_statements import UNHEARD_SINCE
from application.ports.lanes import DeadLetter, Lane, LaneKind, LeaseLostError
from domain.shared.ids import ItemId, JournalId, WhatsAppConfigId
from domain.whatsapp.inbound import ContactItem, lane_key

RANK = {kind: rank for rank, kind in enumerate(LaneKind)}
"""JOURNAL < NUMBER < CONTACT, as the enumeration is written."""


class _Step(msgspec.Struct, kw_only=True):
    """All that this transaction does to one lane."""

    kind: LaneKind
    key: str
    wake_at: datetime | None = None
    lease: Lane | None = None
    is_settled: bool = False
    due_at: datetime | None = None

    @property
    def place(self) -> tuple[int, str]:
        return RANK[self.kind], self.key

    @property
    def next_due(self) -> datetime | None:
        """When a settled lane is due: as its settler or as this same transaction's waker said, whichever is first."""
        return min((at for at in (self.due_at, self.wake_at) if at is not None), default=None)


class PutItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item to be appended to a contact's lane."""

    key: str
    id: ItemId
    item: ContactItem
    at: datetime


class PostgresLaneSteps:
    """Collects the steps, and `write`s those that lock lanes; the unit of work writes the rest."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self._steps: dict[tuple[LaneKind, str], _Step] = {}
        self.items: list[PutItem] = []
        self.finished_items: list[ItemId] = []
        self.finished_webhooks: list[JournalId] = []
        self.letters: list[DeadLetter] = []

    async def unheard_since(self, config_id: WhatsAppConfigId, *, addresses: Collection[str] = ()) -> datetime | None:
        """When the oldest thing came in that is not handled: a webhook of the number, or an item of these contacts."""
        found: datetime | None = await self._connection.fetch_value(
            UNHEARD_SINCE, journal=str(config_id), contacts=[lane_key(config_id, address) for address in addresses]
        )
        return found

    def wake(self, kind: LaneKind, key: str, *, due_at: datetime) -> None:
        """Have a lane looked at, at `due_at`."""
        step = self._step(kind, key)
        step.wake_at = due_at if step.wake_at is None else min(step.wake_at, due_at)

    def put(self, key: str, *, item: ContactItem, item_id: ItemId, at: datetime) -> None:
        """Append an item to a contact's lane and wake it. An item put twice under one id is there once."""
        self.items.append(PutItem(key=key, id=item_id, item=item, at=at))
        self.wake(LaneKind.CONTACT, key, due_at=at)

    def confirm(self, lane: Lane) -> None:
        """Commit only if the lease is still ours, else raise LeaseLostError."""
        self._step(lane.kind, lane.key).lease = lane

    def settle(self, lane: Lane, *, due_at: datetime | None) -> None:
        """Confirm, and give the lane back."""
        step = self._step(lane.kind, lane.key)
        step.lease, step.is_settled, step.due_at = lane, True, due_at

    def finish_item(self, item: ItemId) -> None:
        """Delete a handled item."""
        self.finished_items.append(item)

    def finish_webhook(self, webhook: JournalId) -> None:
        """Delete a journal row whose items are put."""
        self.finished_webhooks.append(webhook)

    def bury(self, letter: DeadLetter) -> None:
        """Keep something that cannot be handled where people can see and replay it."""
        self.letters.append(letter)

    async def write(self, connection: TenantConnection) -> None:
        """Do the steps in lock order, neighbours of one sort in one statement. Raises LeaseLostError."""
        in_order = sorted(self._steps.values(), key=lambda step: step.place)
        for is_leased, steps in groupby(in_order, key=lambda step: step.lease is not None):
            if is_leased:
                for step in steps:
                    await _write_leased(connection, step)
            else:
                await _wake(connection, steps)

    def due_kinds(self, now: datetime) -> set[LaneKind]:
        """Give the kinds of the lanes that there is something to do in, now."""
        return {step.kind for step in self._steps.values() if (due := step.next_due) is not None and due <= now}

    def _step(self, kind: LaneKind, key: str) -> _Step:
        return self._steps.setdefault((kind, key), _Step(kind=kind, key=key))


async def _write_leased(connection: TenantConnection, step: _Step) -> None:
    lane = step.lease
    if lane is None:
        return
    if step.is_settled:
        settled = await connection.fetch_one(
            SETTLE, kind=lane.kind, key=lane.key, fence=lane.fence, signal=lane.signal, due_at=step.next_due
        )
    else:
        settled = await connection.fetch_one(CONFIRM, kind=lane.kind, key=lane.key, fence=lane.fence)
    if settled is None:
        raise LeaseLostError(f"another worker has the lane {lane.kind}:{lane.key}")
    if step.wake_at is not None and not step.is_settled:
        await _wake(connection, [step])


async def _wake(connection: TenantConnection, steps: Iterable[_Step]) -> None:
    steps = list(steps)
    await connection.execute(
        WAKE,
        kinds=[step.kind for step in steps],
        keys=[step.key for step in steps],
        due_ats=[step.wake_at for step in steps],
    )
