"""Send what one number has to send, crash-safely: see docs/adr/0007-crash-safe-sending.md."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.lanes import Lane
from application.ports.rate_limits import SendRates
from application.ports.repositories.outbound import Intent, IntentState, Priority, Sendable
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.ports.whatsapp import Credentials, OutboundMessage, Recipient, WhatsAppGateway
from application.whatsapp.credentials import credentials_of
from application.whatsapp.settle_send import accept, give_up
from domain.shared.content import Template
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.failures import FailureKind, SendAccepted, SendFailure, SendResult
from domain.whatsapp.retry import (
    MAX_UNKNOWNS,
    UNKNOWN_DECIDED_AFTER,
    AwaitStatus,
    GiveUp,
    Hold,
    Retry,
    decide,
)

IN_FLIGHT = 32
"""Requests of one number at once: at Meta's usual 200 ms a request it is 160 a second, twice a number's rate."""

SLICE = timedelta(seconds=5)
"""How long a busy number keeps its worker's place before it queues again behind the others."""

GATHER = 0.004
"""Seconds in which answers that come together are saved together."""

WINDOW_CLOSED = SendFailure(
    kind=FailureKind.WINDOW_CLOSED, code="WINDOW_CLOSED", detail="The 24-hour service window is closed."
)
OUTCOME_UNKNOWN = SendFailure(
    kind=FailureKind.UNKNOWN, code="OUTCOME_UNKNOWN", detail="No status told whether it was sent."
)


class NumberTools(msgspec.Struct, frozen=True, kw_only=True):
    """What sending needs of the world."""

    gateway: WhatsAppGateway
    rates: SendRates
    secrets: SecretBox
    clock: Clock
    ids: Ids
    counters: Counters


class DrainNumberLane:
    """Send a number's intents. Idempotent by intent: one is submitted only from `queued`, and settled once.

    Before a request is opened its intent is committed as `submitting`. Whoever takes the lane over finds those of
    a dead predecessor, calls them `unknown`, and waits for a status webhook before anything is sent again.
    """

    def __init__(self, uow: UnitOfWork, tools: NumberTools) -> None:
        self._uow = uow
        self._tools = tools

    async def __call__(self, lane: Lane) -> None:
        """Drain for at most a slice, then give the lane back."""
        if lane.tenant_id is None:
            raise ValueError("a number's lane has a tenant")
        await _Drain(self._uow, self._tools, lane, lane.tenant_id).run()


class _Drain:
    """One lease's work on one number."""

    def __init__(self, uow: UnitOfWork, tools: NumberTools, lane: Lane, tenant_id: TenantId) -> None:
        self._uow, self._tools, self._lane, self._tenant_id = uow, tools, lane, tenant_id
        self._config_id = WhatsAppConfigId(UUID(lane.key))
        self._flying: dict[asyncio.Task[SendResult], Intent] = {}
        self._held_until: datetime | None = None
        self._until = tools.clock.now() + SLICE

    async def run(self) -> None:
        try:
            config, ready = await self._open()
            if config is not None:
                credentials = credentials_of(config, tenant_id=self._tenant_id, secrets=self._tools.secrets)
                await self._send_all(config, credentials, ready)
            await self._close()
        finally:
            for task in self._flying:
                task.cancel()

    async def _open(self) -> tuple[WhatsAppConfig | None, list[Sendable]]:
        now = self._tools.clock.now()
        async with self._uow(self._tenant_id) as tx:
            tx.lanes.confirm(self._lane)
            config = await tx.whatsapp_configs.get(self._config_id)
            for intent in await tx.outbound.orphans(self._config_id):
                await self._judge(tx, intent, now=now)
            if not config.is_active:
                self._held_until = now + timedelta(minutes=1)
                return None, []
            if config.paused_until is not None and config.paused_until > now:
                self._held_until = config.paused_until
                return None, []
            return config, await self._ready(tx, now=now)

    async def _judge(self, tx: Transaction, intent: Intent, *, now: datetime) -> None:
        """Decide about an intent that nobody is submitting any more."""
        if intent.state is IntentState.SUBMITTING:
            self._tools.counters.count("sends_unknown", reason="interrupted")
            await tx.outbound.save(
                msgspec.structs.replace(intent, state=IntentState.UNKNOWN, unknowns=intent.unknowns + 1)
            )
        elif now >= (intent.submitted_at or now) + UNKNOWN_DECIDED_AFTER:
            if intent.priority is Priority.REPLY and intent.unknowns < MAX_UNKNOWNS:
                self._tools.counters.count("sends_repeated", reason="no_status")
                await tx.outbound.save(msgspec.structs.replace(intent, state=IntentState.QUEUED, not_before=now))
            else:
                self._tools.counters.count("sends_given_up", reason="no_status")
                await give_up(tx, intent, OUTCOME_UNKNOWN, ids=self._tools.ids, now=now)

    async def _ready(self, tx: Transaction, *, now: datetime) -> list[Sendable]:
        if self._held_until is not None or now >= self._until:
            return []
        found = await tx.outbound.next_sendable(self._config_id, now=now, limit=IN_FLIGHT - len(self._flying))
        ready = []
        for sendable in found:
            if _is_in_window(sendable, now=now):
                ready.append(sendable)
            else:
                await give_up(tx, sendable.intent, WINDOW_CLOSED, ids=self._tools.ids, now=now)
        return ready

    async def _send_all(self, config: WhatsAppConfig, credentials: Credentials, ready: list[Sendable]) -> None:
        await self._launch(config, credentials, ready)
        while self._flying:
            done, _ = await asyncio.wait(self._flying, return_when=asyncio.FIRST_COMPLETED)
            if len(done) < len(self._flying):
                await asyncio.sleep(GATHER)
                done = {task for task in self._flying if task.done()}
            await self._launch(config, credentials, await self._record(done))

    async def _launch(self, config: WhatsAppConfig, credentials: Credentials, ready: list[Sendable]) -> None:
        """Reserve slots, commit `submitting`, and only then open the requests."""
        if not ready:
            return
        now = self._tools.clock.now()
        grants = await self._tools.rates.reserve(
            config.id,
            per_second=config.messages_per_second,
            recipients=[sendable.intent.address for sendable in ready],
        )
        granted = {ready[place].intent.message_id: ready[place] for place in grants.granted}
        async with self._uow(self._tenant_id) as tx:
            tx.lanes.confirm(self._lane)
            for place, seconds in grants.retry_after.items():
                later = now + timedelta(seconds=seconds)
                await tx.outbound.save(msgspec.structs.replace(ready[place].intent, not_before=later))
            submitting = await tx.outbound.mark_submitting(list(granted), now=now) if granted else []
        for message_id in submitting:
            sendable = granted[message_id]
            intent = msgspec.structs.replace(
                sendable.intent, state=IntentState.SUBMITTING, attempts=sendable.intent.attempts + 1, submitted_at=now
            )
            self._flying[asyncio.create_task(self._submit(sendable, credentials))] = intent

    async def _submit(self, sendable: Sendable, credentials: Credentials) -> SendResult:
        try:
            return await self._tools.gateway.send(_outbound(sendable), credentials=credentials)
        except Exception as error:  # noqa: BLE001 - a bug in an adapter must not undo its neighbours' answers
            return SendFailure(kind=FailureKind.UNKNOWN, code="SEND_ERROR", detail=type(error).__name__)

    async def _record(self, done: set[asyncio.Task[SendResult]]) -> list[Sendable]:
        """Save the answers, and read what is next in the same transaction."""
        now = self._tools.clock.now()
        async with self._uow(self._tenant_id) as tx:
            tx.lanes.confirm(self._lane)
            for task in sorted(done, key=lambda finished: self._flying[finished].message_id):
                await self._record_one(tx, self._flying[task], task.result(), now=now)
            for task in done:
                self._tools.counters.count("sends", result=_label(task.result()))
            ready = await self._ready(tx, now=now)
        for task in done:
            del self._flying[task]
        return ready

    async def _record_one(self, tx: Transaction, intent: Intent, result: SendResult, *, now: datetime) -> None:
        if isinstance(result, SendAccepted):
            await accept(tx, intent, result, now=now)
            return
        is_reply = intent.priority is Priority.REPLY
        jitter = (intent.message_id.int % 1000) / 1000
        match decide(result, attempts=intent.attempts, is_reply=is_reply, jitter=jitter, now=now):
            case Retry(at=at):
                await tx.outbound.save(msgspec.structs.replace(intent, state=IntentState.QUEUED, not_before=at))
            case Hold(until=until, trouble=trouble):
                self._held_until = max(self._held_until or until, until)
                attempts = intent.attempts - 1
                await tx.outbound.save(msgspec.structs.replace(intent, state=IntentState.QUEUED, attempts=attempts))
                if trouble is not None:
                    await self._pause_number(tx, until=until, trouble=trouble)
            case AwaitStatus():
                self._tools.counters.count("sends_unknown", reason="no_answer")
                await tx.outbound.save(
                    msgspec.structs.replace(intent, state=IntentState.UNKNOWN, unknowns=intent.unknowns + 1)
                )
            case GiveUp():
                await give_up(tx, intent, result, ids=self._tools.ids, now=now)

    async def _pause_number(self, tx: Transaction, *, until: datetime, trouble: str) -> None:
        config = await tx.whatsapp_configs.get(self._config_id)
        config.paused_until, config.pause_reason = until, trouble
        await tx.whatsapp_configs.save(config)

    async def _close(self) -> None:
        now = self._tools.clock.now()
        async with self._uow(self._tenant_id) as tx:
            due_at = await tx.outbound.next_due(self._config_id, now=now)
            if due_at is not None and self._held_until is not None:
                due_at = max(due_at, self._held_until)
            tx.lanes.settle(self._lane, due_at=due_at)


def _outbound(sendable: Sendable) -> OutboundMessage:
    intent = sendable.intent
    return OutboundMessage(
        id=intent.message_id,
        recipient=Recipient(wa_id=intent.wa_id, user_id=intent.user_id),
        content=sendable.content,
        reply_to=sendable.reply_to,
    )


def _is_in_window(sendable: Sendable, *, now: datetime) -> bool:
    if isinstance(sendable.content, Template):
        return True
    return sendable.window_expires_at is not None and now < sendable.window_expires_at


def _label(result: SendResult) -> str:
    return "accepted" if isinstance(result, SendAccepted) else str(result.kind)
