"""A transaction's part in the lanes: remembered while it works, written just before it commits."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

import msgspec

from adapters.postgres.connection import TenantConnection
from adapters.postgres.lane_head import to_head
from adapters.postgres.lane_round_trips import OPEN
from adapters.postgres.lane_writing import Step
from adapters.postgres.work_statements import UNHEARD_SINCE
from application.ports.lanes import DeadLetter, Lane, LaneHead, LaneKind
from domain.shared.ids import ItemId, JournalId, WhatsAppConfigId
from domain.whatsapp.inbound import ContactItem, lane_key


class PutItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item to be appended to a contact's lane."""

    key: str
    id: ItemId
    item: ContactItem
    at: datetime


class PostgresLaneSteps:
    """Collects the steps; the transaction writes them at its end."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection
        self.steps: dict[tuple[LaneKind, str], Step] = {}
        self.items: list[PutItem] = []
        self.finished_items: list[ItemId] = []
        self.finished_webhooks: list[JournalId] = []
        self.letters: list[DeadLetter] = []

    async def open(self, lane: Lane, *, limit: int) -> LaneHead:
        """Read what a contact's lane begins with. Raises ConfigNotFoundError, UnreadableItemError."""
        config_id = UUID(lane.key.partition(":")[0])
        return to_head(await self._connection.fetch(OPEN, key=lane.key, config_id=config_id, limit=limit))

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

    def rest(self, lane: Lane, *, not_before: datetime) -> None:
        """Confirm, and give a contact's lane back until its next timer, as the transaction leaves it."""
        step = self._step(lane.kind, lane.key)
        step.lease, step.is_settled, step.not_before = lane, True, not_before

    def finish_item(self, item: ItemId) -> None:
        """Delete a handled item."""
        self.finished_items.append(item)

    def finish_webhook(self, webhook: JournalId) -> None:
        """Delete a journal row whose items are put."""
        self.finished_webhooks.append(webhook)

    def bury(self, letter: DeadLetter) -> None:
        """Keep something that cannot be handled where people can see and replay it."""
        self.letters.append(letter)

    def due_kinds(self, now: datetime) -> set[LaneKind]:
        """Give the kinds of the lanes that there is something to do in, now."""
        return {step.kind for step in self.steps.values() if (due := step.next_due) is not None and due <= now}

    def _step(self, kind: LaneKind, key: str) -> Step:
        return self.steps.setdefault((kind, key), Step(kind=kind, key=key))
