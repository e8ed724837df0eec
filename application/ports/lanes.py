"""Lanes: the unit of ordered work. At most one worker handles a lane at a time; see docs/adr/0006-lanes.md."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

import msgspec

from domain.shared.ids import ItemId, JournalId, TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.inbound import ContactItem


class LaneKind(StrEnum):
    """What a lane orders. Locks are taken in this order, which is what keeps transactions from deadlock."""

    JOURNAL = "journal"
    """One config's webhooks; key: the config's id, or `unrouted`."""
    NUMBER = "number"
    """One number's sends; key: the config's id."""
    CONTACT = "contact"
    """One contact's events and timers on one number; key: `<config id>:<address>`."""


class Lane(msgspec.Struct, frozen=True, kw_only=True):
    """A leased lane. `fence` counts leases: what is saved under an old one is refused. `signal` counts wake-ups.

    `crashes` is 0 until a lease runs out with its owner silent. Then the lane is suspect, and each time that it is
    begun counts; `attempts` counts the errors since the last success.
    """

    kind: LaneKind
    key: str
    tenant_id: TenantId | None
    fence: int
    signal: int
    attempts: int = 0
    crashes: int = 0


class LeaseLostError(Exception):
    """The lease ran out and another worker has the lane; whatever was done is rolled back."""


class UnreadableItemError(Exception):
    """An item was stored that this version cannot read; the desk parks it."""


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """One journalled webhook on its way to a lane."""

    id: JournalId
    tenant_id: TenantId | None
    config_id: WhatsAppConfigId | None
    received_at: datetime
    body: bytes
    attempts: int = 0


class LaneItem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to handle in a contact's lane."""

    id: ItemId
    item: ContactItem
    received_at: datetime
    attempts: int = 0


class LaneHead(msgspec.Struct, frozen=True, kw_only=True):
    """What the work on a contact's lane begins with: its number, its first items, and when its next timer is due."""

    config: WhatsAppConfig
    items: list[LaneItem]
    next_timer: datetime | None


class DeadLetter(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was given up: where it lay, its bytes, and why."""

    kind: LaneKind
    key: str
    tenant_id: TenantId | None
    config_id: WhatsAppConfigId | None
    body: bytes
    error: str


class LaneDesk(Protocol):
    """The lanes of all tenants, for workers; work itself is saved through a tenant's transaction."""

    async def claim(self, *, kinds: Collection[LaneKind], owner: str, limit: int, lease: timedelta) -> list[Lane]:
        """Lease due lanes: tenants served least recently first, then each one's oldest."""
        ...

    async def extend(self, lanes: Collection[Lane], *, owner: str, lease: timedelta) -> None:
        """Prolong leases that are still ours."""
        ...

    async def begin_suspect(self, lane: Lane) -> None:
        """Note that a suspect lane is being handled, and no other one beside it. Raises LeaseLostError."""
        ...

    async def settle(self, lane: Lane, *, due_at: datetime | None) -> None:
        """Give a lane back, to be looked at again at `due_at`, or at once if it was woken meanwhile."""
        ...

    async def back_off(self, lane: Lane, *, due_at: datetime, error: str) -> None:
        """Give a lane back after an error: attempts + 1, not before `due_at`."""
        ...

    async def items(self, lane: Lane, *, limit: int) -> list[LaneItem]:
        """Read the head of a contact's lane, in order."""
        ...

    async def webhooks(self, lane: Lane, *, limit: int) -> list[Webhook]:
        """Read the head of a journal lane, in order."""
        ...

    async def count_failure(self, item: ItemId | JournalId, *, error: str) -> int:
        """Count an error of the item and give how many it has had."""
        ...

    async def park(self, item: ItemId | JournalId, *, lane: Lane, error: str) -> None:
        """Move the item to the dead letters, so that its lane can go on."""
        ...


class LaneSteps(Protocol):
    """A transaction's part in the lanes. Nothing is written before the commit, then all of it in lock order."""

    async def open(self, lane: Lane, *, limit: int) -> LaneHead:
        """Read what a contact's lane begins with. Raises ConfigNotFoundError, UnreadableItemError."""
        ...

    async def unheard_since(self, config_id: WhatsAppConfigId, *, addresses: Collection[str] = ()) -> datetime | None:
        """When the oldest thing came in that is not handled: a webhook of the number, or an item of these contacts.

        Whoever acts on silence asks first: after a standstill, what breaks the silence may still lie there.
        """
        ...

    def wake(self, kind: LaneKind, key: str, *, due_at: datetime) -> None:
        """Have a lane looked at, at `due_at`."""
        ...

    def put(self, key: str, *, item: ContactItem, item_id: ItemId, at: datetime) -> None:
        """Append an item to a contact's lane and wake it. An item put twice under one id is there once."""
        ...

    def confirm(self, lane: Lane) -> None:
        """Commit only if the lease is still ours, else raise LeaseLostError."""
        ...

    def settle(self, lane: Lane, *, due_at: datetime | None) -> None:
        """Confirm, and give the lane back."""
        ...

    def rest(self, lane: Lane, *, not_before: datetime) -> None:
        """Confirm, and give a contact's lane back until its next timer, as the transaction leaves it."""
        ...

    def finish_item(self, item: ItemId) -> None:
        """Delete a handled item."""
        ...

    def finish_webhook(self, webhook: JournalId) -> None:
        """Delete a journal row whose items are put."""
        ...

    def bury(self, letter: DeadLetter) -> None:
        """Keep something that cannot be handled where people can see and replay it."""
        ...
