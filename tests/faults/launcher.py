"""`python -m tests.faults.launcher '<plan>' serve|work …`: the real command, after a plan of what goes wrong in it.

The product has no hooks for this. The plan is carried out by wrapping its methods from outside, in this process only.
"""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType

import msgspec

import application.whatsapp.drain_number_lane as number_lane
from adapters.postgres.job_engine import Pace, PostgresJobEngine
from adapters.postgres.journal import PostgresJournal
from adapters.postgres.repositories.outbound import PostgresOutbound
from adapters.system.clock import SystemClock
from adapters.whatsapp.cloud.client import CloudGateway
from application.inbound.drain_contact_lane import DrainContactLane
from application.inbound.drain_journal_lane import DrainJournalLane
from application.inbound.handle_items import ItemHandlers
from application.ports.lanes import Lane, Webhook
from application.ports.unit_of_work import Transaction
from domain.shared.content import plain_text
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.inbound import MessageReceived
from entrypoints.cli.main import main
from entrypoints.consumers import worker

Call = Callable[..., Awaitable[object]]

EXIT = 66
"""How a poisoned worker ends."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What goes wrong in this process; by default nothing."""

    die_at: str = ""
    """A name in `STEPS`."""
    nth: int = 1
    lease_seconds: float = 0
    unknown_seconds: float = 0
    clock_file: str = ""
    """Holds the seconds by which the clock is off; read at each look at the clock."""
    read_late_seconds: float = 0
    """By which webhooks are read late, as when very many lie there."""
    poison: str = ""
    """Words of a message whose handling ends the process."""
    job_lease_seconds: float = 0
    """How long a dead worker's jobs wait, and its calls for what is written around them."""
    poisonous_webhook: str = ""
    """Words that end the process when it splits the webhook that has them."""


class Step(msgspec.Struct, frozen=True):
    """A moment of the work: just before or just after a call."""

    owner: type | ModuleType
    name: str
    is_after: bool


STEPS = {
    "journal stored, not answered": Step(PostgresJournal, "append", is_after=True),
    "journal claimed": Step(DrainJournalLane, "__call__", is_after=False),
    "journal split, not committed": Step(DrainJournalLane, "_put", is_after=True),
    "journal split": Step(DrainJournalLane, "_split", is_after=True),
    "item handled, not committed": Step(ItemHandlers, "__call__", is_after=True),
    "item handled": Step(DrainContactLane, "_try_all", is_after=True),
    "send leased, not marked": Step(PostgresOutbound, "mark_submitting", is_after=False),
    "send marked, not committed": Step(PostgresOutbound, "mark_submitting", is_after=True),
    "send marked": Step(CloudGateway, "send", is_after=False),
    "send accepted": Step(CloudGateway, "send", is_after=True),
    "acceptance saved, not committed": Step(number_lane, "accept_all", is_after=True),
    "acceptance saved": Step(number_lane._Drain, "_record", is_after=True),
    "lane given back": Step(number_lane._Drain, "_close", is_after=True),
}


def carry_out(plan: Plan) -> None:
    """Wrap what the plan names."""
    if plan.lease_seconds:
        worker.LEASE = timedelta(seconds=plan.lease_seconds)
        worker.HEARTBEAT = plan.lease_seconds / 3
    if plan.unknown_seconds:
        _set_everywhere("UNKNOWN_DECIDED_AFTER", timedelta(seconds=plan.unknown_seconds))
    if plan.job_lease_seconds:
        _lease_jobs(timedelta(seconds=plan.job_lease_seconds))
    if plan.read_late_seconds:
        _read_late(plan.read_late_seconds)
    if plan.die_at:
        _die(STEPS[plan.die_at], nth=plan.nth)
    if plan.clock_file:
        _move_clock(Path(plan.clock_file))
    if plan.poison:
        _poison(plan.poison)
    if plan.poisonous_webhook:
        _poison_webhook(plan.poisonous_webhook.encode())


def _set_everywhere(name: str, value: object) -> None:
    """Set a constant where it is defined and wherever it was imported by value."""
    for module in list(sys.modules.values()):
        if name in vars(module):
            setattr(module, name, value)


def _lease_jobs(lease: timedelta) -> None:
    whole = PostgresJobEngine.__init__

    def shorter(engine: PostgresJobEngine, url: str, *, pace: Pace | None = None) -> None:
        whole(engine, url, pace=msgspec.structs.replace(pace or Pace(), lease=lease, look=timedelta(seconds=0.2)))

    PostgresJobEngine.__init__ = shorter  # type: ignore[method-assign]
    _set_everywhere("SLACK", lease)


def _read_late(seconds: float) -> None:
    whole = DrainJournalLane.__call__
    begun = time.monotonic()

    async def late(use_case: DrainJournalLane, lane: Lane) -> None:
        await asyncio.sleep(max(0.0, begun + seconds - time.monotonic()))
        await whole(use_case, lane)

    DrainJournalLane.__call__ = late  # type: ignore[method-assign,assignment]


def _die(step: Step, *, nth: int) -> None:
    whole: Call = getattr(step.owner, step.name)
    calls = 0

    async def dying(*arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        mine = calls
        if not step.is_after and mine == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        result = await whole(*arguments, **named)
        if step.is_after and mine >= nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(step.owner, step.name, dying)


def _move_clock(file: Path) -> None:
    whole = SystemClock.now

    def moved(clock: SystemClock) -> datetime:
        return whole(clock) + timedelta(seconds=float(file.read_text(encoding="ascii") or 0))

    SystemClock.now = moved  # type: ignore[method-assign,assignment]


def _poison(words: str) -> None:
    whole = ItemHandlers.__call__

    async def poisoned(handlers: ItemHandlers, scene: object, item: object) -> None:
        if isinstance(item, MessageReceived) and words in plain_text(item.content):
            os._exit(EXIT)
        await whole(handlers, scene, item)  # type: ignore[arg-type]

    ItemHandlers.__call__ = poisoned  # type: ignore[method-assign,assignment]


def _poison_webhook(words: bytes) -> None:
    whole = DrainJournalLane._put

    async def poisoned(use_case: DrainJournalLane, tx: Transaction, webhook: Webhook, config: WhatsAppConfig) -> None:
        if words in webhook.body:
            os._exit(EXIT)
        await whole(use_case, tx, webhook, config)

    DrainJournalLane._put = poisoned  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    carry_out(msgspec.json.decode(sys.argv[1], type=Plan))
    main(args=sys.argv[2:])
