"""Send what one number has to send, crash-safely: see docs/adr/0007-crash-safe-sending.md."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.lanes import Lane
from application.ports.provider_files import MediaForProvider
from application.ports.providers import Providers
from application.ports.rate_limits import SendRates
from application.ports.repositories.outbound import Intent, IntentState, Priority, Sendable
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.ports.whatsapp import Credentials, OutboundMessage, Recipient
from application.whatsapp.choose_sendable import choose_sendable
from application.whatsapp.credentials import credentials_of
from application.whatsapp.judge_unknowns import LISTENING_PAUSE, call_unknown, judge
from application.whatsapp.pause_number import held_until, hold_number, let_number_go
from application.whatsapp.settle_send import accept_all, give_up
from application.whatsapp.spend_allowance import within_allowance
from application.whatsapp.spend_day import within_day
from application.whatsapp.submit_message import Sending, submit_message
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.failures import FailureKind, SendAccepted, SendFailure, SendResult
from domain.whatsapp.retry import AwaitStatus, GiveUp, Hold, Retry, decide

IN_FLIGHT = 32
"""Requests of one number at once: at Meta's usual 200 ms a request it is 160 a second, twice a number's rate."""

SLICE = timedelta(seconds=5)
"""How long a busy number keeps its worker's place before it queues again behind the others."""

GATHER = 0.004
"""Seconds in which answers that come together are saved together."""


class NumberTools(msgspec.Struct, frozen=True, kw_only=True):
    """What sending needs of the world."""

    providers: Providers
    media: MediaForProvider
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
        self._listens = False
        self._trouble: str | None = None
        self._until = tools.clock.now() + SLICE

    async def run(self) -> None:
        try:
            config, ready = await self._open()
            if config is not None:
                credentials = await credentials_of(config, tenant_id=self._tenant_id, secrets=self._tools.secrets)
                await self._send_all(config, credentials, ready)
            await self._close()
        finally:
            for task in self._flying:
                task.cancel()

    async def _open(self) -> tuple[WhatsAppConfig | None, list[Sendable]]:
        now = self._tools.clock.now()
        async with self._uow(self._tenant_id) as tx:
            tx.lanes.confirm(self._lane)
            config = await tx.whatsapp_configs.recall(self._config_id)
            orphans = await tx.outbound.orphans(self._config_id)
            self._listens = not await judge(tx, orphans, ids=self._tools.ids, counters=self._tools.counters, now=now)
            self._trouble = config.pause_reason
            self._held_until = held_until(config, now=now)
            ready = await self._ready(tx, config, now=now)
        return (config, ready) if ready else (None, [])

    async def _ready(self, tx: Transaction, config: WhatsAppConfig, *, now: datetime) -> list[Sendable]:
        if self._held_until is not None or now >= self._until:
            return []
        return await choose_sendable(tx, config, limit=IN_FLIGHT - len(self._flying), ids=self._tools.ids, now=now)

    async def _send_all(self, config: WhatsAppConfig, credentials: Credentials, ready: list[Sendable]) -> None:
        await self._launch(config, credentials, ready)
        while self._flying:
            done, _ = await asyncio.wait(self._flying, return_when=asyncio.FIRST_COMPLETED)
            if len(done) < len(self._flying):
                await asyncio.sleep(GATHER)
                done = {task for task in self._flying if task.done()}
            await self._launch(config, credentials, await self._record(config, done))

    async def _launch(self, config: WhatsAppConfig, credentials: Credentials, ready: list[Sendable]) -> None:
        """Reserve slots, commit `submitting`, and only then open the requests."""
        if not ready:
            return
        now = self._tools.clock.now()
        grants = await self._tools.rates.reserve(
            config.id,
            per_second=config.messages_per_second,
            per_minute=config.rate_limit_per_minute,
            recipients=[sendable.intent.address for sendable in ready],
        )
        async with self._uow(self._tenant_id) as tx:
            tx.lanes.confirm(self._lane)
            for place, seconds in grants.retry_after.items():
                later = now + timedelta(seconds=seconds)
                await tx.outbound.save(msgspec.structs.replace(ready[place].intent, not_before=later))
            granted = [ready[place] for place in grants.granted]
            today, self._held_until = await within_day(tx, config, granted, now=now)
            payable = await within_allowance(tx, today, ids=self._tools.ids, now=now)
            allowed = {sendable.intent.message_id: sendable for sendable in payable}
            submitting = await tx.outbound.mark_submitting(list(allowed), now=now) if allowed else []
        for message_id in submitting:
            sendable = allowed[message_id]
            intent = msgspec.structs.replace(
                sendable.intent, state=IntentState.SUBMITTING, attempts=sendable.intent.attempts + 1, submitted_at=now
            )
            self._flying[asyncio.create_task(self._submit(sendable, credentials))] = intent

    async def _submit(self, sendable: Sendable, credentials: Credentials) -> SendResult:
        sending = Sending(tenant_id=self._tenant_id, config_id=self._config_id, credentials=credentials)
        try:
            return await submit_message(
                _outbound(sendable), sending, providers=self._tools.providers, media=self._tools.media
            )
        except Exception as error:  # noqa: BLE001 - a bug in an adapter must not undo its neighbours' answers
            return SendFailure(kind=FailureKind.UNKNOWN, code="SEND_ERROR", detail=type(error).__name__)

    async def _record(self, config: WhatsAppConfig, done: set[asyncio.Task[SendResult]]) -> list[Sendable]:
        """Save the answers, and what they say of the number, which somebody may be editing."""
        try:
            ready = await self._save(config, done)
        except StaleVersionError:
            ready = await self._save(config, done)
        for task in done:
            self._tools.counters.count("sends", result=_label(task.result()))
            del self._flying[task]
        return ready

    async def _save(self, config: WhatsAppConfig, done: set[asyncio.Task[SendResult]]) -> list[Sendable]:
        """Save the answers, and read what is next in the same transaction."""
        now = self._tools.clock.now()
        async with self._uow(self._tenant_id) as tx:
            tx.lanes.confirm(self._lane)
            taken = await self._record_all(tx, done, now=now)
            if taken and self._held_until is None and self._trouble is not None:
                await let_number_go(tx, self._config_id, reason=self._trouble)
                self._trouble = None
            return await self._ready(tx, config, now=now)

    async def _record_all(self, tx: Transaction, done: set[asyncio.Task[SendResult]], *, now: datetime) -> int:
        """Save each answer, in the order in which messages are locked; say how many the provider took."""
        in_order = sorted(done, key=lambda finished: self._flying[finished].message_id)
        answers = [(self._flying[task], task.result()) for task in in_order]
        taken = [(intent, result) for intent, result in answers if isinstance(result, SendAccepted)]
        if taken:
            await accept_all(tx, taken, ids=self._tools.ids, now=now)
        for intent, result in answers:
            if isinstance(result, SendFailure):
                await self._record_refused(tx, intent, result, now=now)
        return len(taken)

    async def _record_refused(self, tx: Transaction, intent: Intent, result: SendFailure, *, now: datetime) -> None:
        is_reply = intent.priority is Priority.REPLY
        jitter = (intent.message_id.int % 1000) / 1000
        match decide(result, attempts=intent.attempts, is_reply=is_reply, jitter=jitter, now=now):
            case Retry(at=at):
                await tx.outbound.save(msgspec.structs.replace(intent, state=IntentState.QUEUED, not_before=at))
            case Hold(until=until, trouble=trouble):
                self._held_until = max(self._held_until or until, until)
                attempts = intent.attempts - 1
                await tx.outbound.save(msgspec.structs.replace(intent, state=IntentState.QUEUED, attempts=attempts))
                self._trouble = trouble or self._trouble
                await hold_number(tx, self._config_id, until=self._held_until, reason=self._trouble)
            case AwaitStatus():
                self._tools.counters.count("sends_unknown", reason="no_answer")
                await call_unknown(tx, intent)
            case GiveUp():
                await give_up(tx, intent, result, ids=self._tools.ids, now=now)

    async def _close(self) -> None:
        now = self._tools.clock.now()
        async with self._uow(self._tenant_id) as tx:
            due_at = await tx.outbound.next_due(self._config_id, now=now)
            not_before = max(self._held_until or now, now + LISTENING_PAUSE if self._listens else now)
            tx.lanes.settle(self._lane, due_at=max(due_at, not_before) if due_at is not None else None)


def _outbound(sendable: Sendable) -> OutboundMessage:
    intent = sendable.intent
    return OutboundMessage(
        id=intent.message_id,
        recipient=Recipient(wa_id=intent.wa_id, user_id=intent.user_id),
        content=sendable.content,
        reply_to=sendable.reply_to,
    )


def _label(result: SendResult) -> str:
    return "accepted" if isinstance(result, SendAccepted) else str(result.kind)
