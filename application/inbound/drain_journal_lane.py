"""Split journalled webhooks into items, each in its contact's lane."""

from uuid import UUID

from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.lanes import DeadLetter, Lane, LaneDesk, LaneKind, LeaseLostError, Webhook
from application.ports.providers import Providers
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.ports.whatsapp import MalformedWebhookError
from application.whatsapp.hear_notice import hear_notice
from application.whatsapp.note_connection import note_connection
from application.whatsapp.templates.hear_template_notice import hear_template_notice
from domain.shared.errors import StaleVersionError, UnavailableError
from domain.shared.ids import ItemId, TenantId, WhatsAppConfigId
from domain.whatsapp.config import ApiType, WhatsAppConfig
from domain.whatsapp.inbound import ParsedChange, counterpart, lane_key
from domain.whatsapp.instances import instance_of
from domain.whatsapp.retry import backoff

WEBHOOKS_A_LEASE = 50
"""One transaction's worth: a commit is shared by fifty bodies, and none waits long for it."""

MAX_ERRORS = 5
MAX_CRASHES = 3
UNROUTED = "no WhatsApp config that this address serves has this number"


class DrainJournalLane:
    """Put every item of a config's webhooks into lanes, in the order of arrival.

    Idempotent by the journal row, which goes in the transaction that puts its items. What cannot be read goes to
    the dead letters, alone; a body that fails five times, or ends three workers, follows it.
    """

    def __init__(
        self, *, desk: LaneDesk, uow: UnitOfWork, providers: Providers, clock: Clock, ids: Ids, counters: Counters
    ) -> None:
        self._desk, self._uow, self._providers = desk, uow, providers
        self._clock, self._ids, self._counters = clock, ids, counters

    async def __call__(self, lane: Lane) -> None:
        """Split the head of the lane and give it back."""
        webhooks = await self._desk.webhooks(lane, limit=WEBHOOKS_A_LEASE + 1)
        batch = webhooks[:WEBHOOKS_A_LEASE]
        has_more = len(webhooks) > len(batch)
        if lane.tenant_id is None:
            await self._park_unrouted(lane, batch, has_more=has_more)
        elif lane.crashes >= MAX_CRASHES and batch:
            await self._park(lane, batch[0], error=f"its worker died {lane.crashes} times")
            await self._desk.settle(lane, due_at=self._clock.now())
        elif lane.attempts or lane.crashes:
            await self._one_by_one(lane, lane.tenant_id, batch)
        else:
            await self._split_again(lane, lane.tenant_id, batch, has_more=has_more)

    async def _split_again(self, lane: Lane, tenant_id: TenantId, batch: list[Webhook], *, has_more: bool) -> None:
        """Split it; once more where somebody changed the number meanwhile, which a webhook may change, too."""
        try:
            await self._split(lane, tenant_id, batch, has_more=has_more)
        except StaleVersionError:
            await self._split(lane, tenant_id, batch, has_more=has_more)

    async def _split(self, lane: Lane, tenant_id: TenantId, batch: list[Webhook], *, has_more: bool) -> None:
        async with self._uow(tenant_id) as tx:
            config = await _config(tx, lane)
            for webhook in batch:
                await self._put(tx, webhook, config)
            tx.lanes.settle(lane, due_at=self._clock.now() if has_more else None)

    async def _one_by_one(self, lane: Lane, tenant_id: TenantId, batch: list[Webhook]) -> None:
        """After an error or a crash: find the body that causes it."""
        for webhook in batch:
            try:
                async with self._uow(tenant_id) as tx:
                    await self._put(tx, webhook, await _config(tx, lane))
                    tx.lanes.confirm(lane)
            except (LeaseLostError, UnavailableError):
                raise
            except Exception as error:  # noqa: BLE001 - whatever a body does, its neighbours must live
                await self._fail(lane, webhook, error)
                return
        await self._desk.settle(lane, due_at=self._clock.now())

    async def _put(self, tx: Transaction, webhook: Webhook, config: WhatsAppConfig) -> None:
        """Put one body's items. A change for another number is in that number's own journal row."""
        tx.lanes.finish_webhook(webhook.id)
        try:
            changes = self._providers.of(config.api_type).parser.parse(webhook.body)
        except MalformedWebhookError as error:
            self._bury(tx, webhook, body=webhook.body, error=f"malformed: {error}")
            return
        for change in changes:
            if _is_for(change, config):
                await self._put_change(tx, webhook, config, change)

    async def _put_change(
        self, tx: Transaction, webhook: Webhook, config: WhatsAppConfig, change: ParsedChange
    ) -> None:
        for item in change.items:
            key = lane_key(config.id, counterpart(item).address)
            tx.lanes.put(key, item=item, item_id=ItemId(self._ids.new()), at=webhook.received_at)
        if change.connection is not None:
            await note_connection(tx, config, change.connection, now=webhook.received_at)
        for notice in change.notices:
            await tx.messages.keep_notice(notice, config_id=config.id, at=webhook.received_at)
            if notice.fact is not None and not config.is_deleted:
                await hear_notice(tx, config, notice.fact, at=notice.told_at or webhook.received_at)
            if notice.template is not None and not config.is_deleted:
                await hear_template_notice(tx, config, notice.template, at=notice.told_at or webhook.received_at)
        for reason, raw in change.unreadable:
            self._bury(tx, webhook, body=raw, error=f"unreadable: {reason}")

    def _bury(self, tx: Transaction, webhook: Webhook, *, body: bytes, error: str) -> None:
        self._counters.count("dead_letters", kind="journal")
        tx.lanes.bury(_letter(webhook, body=body, error=error))

    async def _park_unrouted(self, lane: Lane, batch: list[Webhook], *, has_more: bool) -> None:
        for webhook in batch:
            await self._park(lane, webhook, error=UNROUTED)
        await self._desk.settle(lane, due_at=self._clock.now() if has_more else None)

    async def _park(self, lane: Lane, webhook: Webhook, *, error: str) -> None:
        self._counters.count("dead_letters", kind="journal")
        await self._desk.park(webhook.id, lane=lane, error=error)

    async def _fail(self, lane: Lane, webhook: Webhook, error: Exception) -> None:
        reason = f"{type(error).__name__}: {error}"
        attempts = await self._desk.count_failure(webhook.id, error=reason)
        self._counters.count("lane_errors", kind="journal")
        if attempts >= MAX_ERRORS:
            await self._park(lane, webhook, error=reason)
            await self._desk.settle(lane, due_at=self._clock.now())
        else:
            pause = backoff(attempts, jitter=(webhook.id.int % 1000) / 1000)
            await self._desk.back_off(lane, due_at=self._clock.now() + pause, error=reason)


async def _config(tx: Transaction, lane: Lane) -> WhatsAppConfig:
    """Load the config whose webhooks the lane orders; its id is the lane's key."""
    return await tx.whatsapp_configs.recall(WhatsAppConfigId(UUID(lane.key)))


def _is_for(change: ParsedChange, config: WhatsAppConfig) -> bool:
    if config.api_type is ApiType.EVOLUTION:
        return change.account_id in {None, instance_of(config.phone_number_id)}
    if change.phone_number_id is not None:
        return change.phone_number_id == config.phone_number_id
    return change.account_id in {None, config.business_account_id}


def _letter(webhook: Webhook, *, body: bytes, error: str) -> DeadLetter:
    return DeadLetter(
        kind=LaneKind.JOURNAL,
        key=str(webhook.config_id),
        tenant_id=webhook.tenant_id,
        config_id=webhook.config_id,
        body=body,
        error=error,
    )
