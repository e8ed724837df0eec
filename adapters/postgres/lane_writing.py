"""Writes what a transaction does to lanes, just before it commits.

Lane rows are locked in one order in every transaction (kind by rank, then key), whatever is done to them; two
transactions can thus wait for each other's lanes, but never in a circle.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.effect_statements import ADD_EVENTS, FINISH
from adapters.postgres.lane_round_trips import GIVE_BACK
from adapters.postgres.lane_statements import CONFIRM, WAKE
from application.ports.lanes import Lane, LaneKind, LeaseLostError
from domain.shared.events import Event
from domain.shared.ids import ConversationId, ItemId, JournalId

RANK = {kind: rank for rank, kind in enumerate(LaneKind)}
"""JOURNAL < NUMBER < CONTACT, as the enumeration is written."""


class Step(msgspec.Struct, kw_only=True):
    """All that a transaction does to one lane. `not_before` is for one that rests until its next timer."""

    kind: LaneKind
    key: str
    wake_at: datetime | None = None
    lease: Lane | None = None
    is_settled: bool = False
    due_at: datetime | None = None
    not_before: datetime | None = None

    @property
    def place(self) -> tuple[int, str]:
        """Where it stands in the order of locks."""
        return RANK[self.kind], self.key

    @property
    def next_due(self) -> datetime | None:
        """When a settled lane is due: as its settler or as this same transaction's waker said, whichever is first."""
        return min((at for at in (self.due_at, self.wake_at) if at is not None), default=None)


class Leavings(msgspec.Struct, frozen=True, kw_only=True):
    """What a transaction leaves besides: its events, column by column, and the ids of what it has done."""

    at: datetime
    ids: Sequence[UUID] = ()
    types: Sequence[str] = ()
    conversation_ids: Sequence[ConversationId | None] = ()
    data: Sequence[Event] = ()
    held_before: Sequence[bytes | None] = ()
    items: Sequence[ItemId] = ()
    webhooks: Sequence[JournalId] = ()


async def write(connection: TenantConnection, steps: Iterable[Step], leavings: Leavings) -> None:
    """Do the steps in lock order; the first lane that is given back takes the leavings along. Raises LeaseLostError."""
    in_order = sorted(steps, key=lambda step: step.place)
    if not any(step.is_settled for step in in_order):
        await _leave(connection, leavings)
    woken: list[Step] = []
    for step in in_order:
        if step.lease is None:
            woken.append(step)
        elif step.is_settled:
            step.due_at = await _give_back(connection, step, step.lease, woken=woken, leavings=leavings)
            leavings, woken = Leavings(at=leavings.at), []
        else:
            await _wake(connection, woken)
            await _confirm(connection, step.lease)
            woken = [step] if step.wake_at is not None else []
    await _wake(connection, woken)


async def _leave(connection: TenantConnection, leavings: Leavings) -> None:
    if leavings.ids:
        await connection.execute(
            ADD_EVENTS,
            ids=leavings.ids,
            types=leavings.types,
            conversation_ids=leavings.conversation_ids,
            data=leavings.data,
            held_before=leavings.held_before,
            at=leavings.at,
        )
    if leavings.items or leavings.webhooks:
        await connection.execute(FINISH, items=leavings.items, webhooks=leavings.webhooks)


async def _give_back(
    connection: TenantConnection, step: Step, lease: Lane, *, woken: Sequence[Step], leavings: Leavings
) -> datetime | None:
    """Settle, in one round trip with what comes before; give when the lane is due."""
    row = await connection.fetch_one(
        GIVE_BACK,
        kind=lease.kind,
        key=lease.key,
        fence=lease.fence,
        signal=lease.signal,
        due_at=step.next_due,
        not_before=step.not_before,
        timers=lease.key if step.not_before is not None else None,
        **_wakes(woken),
        **msgspec.structs.asdict(leavings),
    )
    if row is None:
        raise _lost(lease)
    due_at: datetime | None = row["due_at"]
    return due_at


async def _confirm(connection: TenantConnection, lease: Lane) -> None:
    if await connection.fetch_one(CONFIRM, kind=lease.kind, key=lease.key, fence=lease.fence) is None:
        raise _lost(lease)


async def _wake(connection: TenantConnection, steps: Sequence[Step]) -> None:
    if steps:
        await connection.execute(WAKE, **_wakes(steps))


def _wakes(steps: Sequence[Step]) -> dict[str, object]:
    return {
        "woken_kinds": [step.kind for step in steps],
        "woken_keys": [step.key for step in steps],
        "woken_at": [step.wake_at for step in steps],
    }


def _lost(lane: Lane) -> LeaseLostError:
    return LeaseLostError(f"another worker has the lane {lane.kind}:{lane.key}")
