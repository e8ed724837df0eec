"""The lanes of all tenants, for workers: on the platform role, each call its own short transaction."""

from collections.abc import Collection
from datetime import datetime, timedelta

from adapters.postgres.connection import Row
from adapters.postgres.database import Database
from adapters.postgres.lane_head import to_item
from adapters.postgres.lane_statements import BACK_OFF, BEGIN_SUSPECT, CLAIM, EXTEND, SETTLE
from adapters.postgres.lane_writing import RANK
from adapters.postgres.nobody import from_column
from adapters.postgres.running import execute, fetch, fetch_one, fetch_value
from adapters.postgres.work_statements import COUNT_FAILURE, ITEMS, PARK, WEBHOOKS
from application.ports.lanes import Lane, LaneItem, LaneKind, LeaseLostError, UnreadableItemError, Webhook
from domain.shared.ids import ItemId, JournalId, WhatsAppConfigId

TENANTS_PER_CLAIM = 8
"""Enough to spread a worker's hands over tenants, few enough that each gets a useful share of them."""
ERROR_CHARACTERS = 1000
"""An error's head says what went wrong; whole tracebacks of a provider's page do not belong in a row."""

UNREADABLE = "the stored item is not one that this version can read"


class PostgresLaneDesk:
    """Leases lanes and gives them back; `settle` and `back_off` raise LeaseLostError when the lease is another's."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, *, kinds: Collection[LaneKind], owner: str, limit: int, lease: timedelta) -> list[Lane]:
        """Lease due lanes: tenants served least recently first, then each one's oldest."""
        async with self._database.connection() as connection:
            rows = await fetch(
                connection,
                CLAIM,
                kinds=list(kinds),
                owner=owner,
                limit=limit,
                lease=lease,
                tenants=max(1, min(TENANTS_PER_CLAIM, limit // max(1, len(kinds)))),
            )
        return [_to_lane(row) for row in rows]

    async def extend(self, lanes: Collection[Lane], *, owner: str, lease: timedelta) -> None:
        """Prolong leases that are still ours."""
        in_order = sorted(lanes, key=lambda lane: (RANK[lane.kind], lane.key))
        async with self._database.connection() as connection:
            await execute(
                connection,
                EXTEND,
                kinds=[lane.kind for lane in in_order],
                keys=[lane.key for lane in in_order],
                fences=[lane.fence for lane in in_order],
                owner=owner,
                lease=lease,
            )

    async def begin_suspect(self, lane: Lane) -> None:
        """Note that a suspect lane is being handled, and no other one beside it. Raises LeaseLostError."""
        async with self._database.connection() as connection:
            row = await fetch_one(connection, BEGIN_SUSPECT, kind=lane.kind, key=lane.key, fence=lane.fence)
        _confirm(row, lane)

    async def settle(self, lane: Lane, *, due_at: datetime | None) -> None:
        """Give a lane back, to be looked at again at `due_at`, or at once if it was woken meanwhile."""
        async with self._database.connection() as connection:
            row = await fetch_one(
                connection, SETTLE, kind=lane.kind, key=lane.key, fence=lane.fence, signal=lane.signal, due_at=due_at
            )
        _confirm(row, lane)

    async def back_off(self, lane: Lane, *, due_at: datetime, error: str) -> None:
        """Give a lane back after an error: attempts + 1, not before `due_at`."""
        async with self._database.connection() as connection:
            row = await fetch_one(
                connection, BACK_OFF, kind=lane.kind, key=lane.key, fence=lane.fence, due_at=due_at, error=short(error)
            )
        _confirm(row, lane)

    async def items(self, lane: Lane, *, limit: int) -> list[LaneItem]:
        """Read the head of a contact's lane, in order; what cannot be read is parked, and the rest goes on."""
        async with self._database.connection() as connection:
            rows = await fetch(connection, ITEMS, key=lane.key, limit=limit)
        items: list[LaneItem] = []
        for row in rows:
            try:
                items.append(to_item(row))
            except UnreadableItemError:
                await self.park(row["item_id"], lane=lane, error=UNREADABLE)
        return items

    async def webhooks(self, lane: Lane, *, limit: int) -> list[Webhook]:
        """Read the head of a journal lane, in order."""
        async with self._database.connection() as connection:
            return [_to_webhook(row) for row in await fetch(connection, WEBHOOKS, key=lane.key, limit=limit)]

    async def count_failure(self, item: ItemId | JournalId, *, error: str) -> int:
        """Count an error of the item and give how many it has had; 0 for one that is gone."""
        async with self._database.connection() as connection:
            return int(await fetch_value(connection, COUNT_FAILURE, id=item, error=short(error)) or 0)

    async def park(self, item: ItemId | JournalId, *, lane: Lane, error: str) -> None:
        """Move the item to the dead letters, so its lane can go on; one gone is no error. Raises LeaseLostError."""
        async with self._database.connection() as connection:
            row = await fetch_one(
                connection, PARK, id=item, kind=lane.kind, key=lane.key, fence=lane.fence, error=short(error)
            )
        _confirm(row, lane)


def short(error: str) -> str:
    """Cut an error to what a row keeps; U+0000 does not go into text."""
    return error[:ERROR_CHARACTERS].replace("\0", "\ufffd")


def _confirm(row: Row | None, lane: Lane) -> None:
    if row is None:
        raise LeaseLostError(f"another worker has the lane {lane.kind}:{lane.key}")


def _to_lane(row: Row) -> Lane:
    return Lane(
        kind=LaneKind(row["kind"]),
        key=row["key"],
        tenant_id=from_column(row["tenant_id"]),
        fence=row["fence"],
        signal=row["signal"],
        attempts=row["attempts"],
        crashes=row["crashes"],
    )


def _to_webhook(row: Row) -> Webhook:
    config_id = row["config_id"]
    return Webhook(
        id=JournalId(row["id"]),
        tenant_id=from_column(row["tenant_id"]),
        config_id=None if config_id is None else WhatsAppConfigId(config_id),
        received_at=row["received_at"],
        body=row["body"],
        attempts=row["attempts"],
    )
