"""The spine in one process: webhooks in, lanes drained by hand, sends out to the simulator, and a clock to move."""

import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime, timedelta
from uuid import UUID

import asyncpg
from dishka import AsyncContainer

from adapters.postgres.placements import schema_of
from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from application.ports.directory import Directory
from application.ports.ids import Ids
from application.ports.lanes import Lane, LaneDesk, LaneKind
from application.ports.providers import Providers
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials, OutboundMessage
from application.shared.actor import Actor
from application.tenants.create_tenant import CreateTenant, CreateTenantHandler
from application.whatsapp.add_config import AddConfig, AddConfigHandler
from application.whatsapp.receive_webhook import ReceiveWebhook, WebhookDelivery
from application.whatsapp.templates.read_templates import ReadTemplates
from application.whatsapp.templates.tools import SyncTemplatesOf
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId, DepartmentId, FlowId, SessionId, TenantId, UserId, WhatsAppConfigId
from domain.tenants.plans import ENTERPRISE
from domain.tenants.tenant import Isolation, Tenant, TenantStatus
from domain.whatsapp.config import ApiType
from domain.whatsapp.failures import SendResult
from entrypoints.consumers.worker import Worker
from simulator.inbound import Inbound, write_messages
from simulator.state.ledger import RefusedRow, SendRow
from simulator.world import World
from tests.doubles import FrozenClock
from tests.integration.spine import wire
from tests.integration.spine.hands import new_worker
from tests.integration.spine.wire import Wire
from tests.servers import APART

MAX_ROUNDS = 200
"""More rounds of a drain than any test needs: something wakes itself for ever."""
LEASE = timedelta(minutes=5)
SECRET = "sim-app-secret"

# What is due by the spine's clock, which runs ahead, is put back to the database's.
_CATCH_UP = """
UPDATE platform.lanes SET due_at = due_at - ($1::timestamptz - clock_timestamp())
WHERE (kind, key) IN (
  SELECT kind, key FROM platform.lanes WHERE due_at <= $1 AND due_at > clock_timestamp() FOR UPDATE SKIP LOCKED)
"""


class Spine:
    """One company with one number; `says` is the customer, `drain` the workers, `answers` the customer's phone."""

    def __init__(self, container: AsyncContainer, *, clock: FrozenClock, world: World, owner: asyncpg.Pool) -> None:
        self.container, self.clock, self.world, self.owner = container, clock, world, owner
        self.tenant_id: TenantId
        self.config_id: WhatsAppConfigId
        self.errors: list[Exception] = []
        self._worker: Worker | None = None
        self._wamids = 0

    @property
    def now(self) -> datetime:
        return self.clock.now()

    # Setting up

    async def found_company(
        self, *, number_id: str = wire.NUMBER_ID, account_id: str = wire.ACCOUNT_ID, chatbot_id: ChatbotId | None = None
    ) -> None:
        """Make the company and its number."""
        ids = await self.container.get(Ids)
        create = await self.container.get(CreateTenantHandler)
        slug = f"aurora-{ids.new().hex[-12:]}"
        self.tenant_id = await create(CreateTenant(name="Aurora", slug=slug, departments=("suporte",)))
        self.config_id = await self.add_number(number_id=number_id, account_id=account_id, chatbot_id=chatbot_id)

    async def found_company_apart(self) -> None:
        """Make a company with a schema of its own, and its number."""
        directory: Directory = await self.container.get(Directory)
        uow: UnitOfWork = await self.container.get(UnitOfWork)
        self.tenant_id, now = APART, self.clock.now()
        apart = Tenant(
            id=APART,
            name="Aurora",
            slug="aurora-apart",
            status=TenantStatus.ACTIVE,
            created_at=now,
            isolation=Isolation.SCHEMA,
            plan=ENTERPRISE,
        )
        await directory.add_tenant(apart)
        async with uow(APART) as tx:
            await tx.departments.add(DepartmentId(APART), name="suporte")
        self.config_id = await self.add_number(number_id=wire.NUMBER_ID)

    async def add_number(
        self, *, number_id: str, account_id: str = wire.ACCOUNT_ID, chatbot_id: ChatbotId | None = None
    ) -> WhatsAppConfigId:
        """Add a number to the company."""
        add = await self.container.get(AddConfigHandler)
        command = AddConfig(
            name="Aurora",
            phone_number=f"+55 11 9{number_id[-8:]}",
            phone_number_id=number_id,
            business_account_id=account_id,
            access_token="sim-access-token",
            app_secret=SECRET,
            webhook_verify_token="sim-verify-token",
            chatbot_id=chatbot_id,
            messages_per_second=500,
        )
        return await add.add(self.tenant_id, command)

    async def draft(self, document: dict[str, object], **more: object) -> FlowId:
        """Create a flow."""
        create = await self.container.get(CreateFlowHandler)
        return await create.create(self.tenant_id, CreateFlow(document=json.dumps(document).encode(), **more))  # type: ignore[arg-type]

    async def publish(self, flow_id: FlowId) -> None:
        """Publish a flow's draft."""
        publish = await self.container.get(PublishFlowHandler)
        await publish.publish(self.tenant_id, flow_id)

    async def run(self, document: dict[str, object], **more: object) -> FlowId:
        """Create and publish a flow."""
        flow_id = await self.draft(document, **more)
        await self.publish(flow_id)
        return flow_id

    async def read_templates(self, *, config_id: WhatsAppConfigId | None = None) -> None:
        """Know the provider's templates."""
        read = await self.container.get(ReadTemplates)
        await read(SyncTemplatesOf(tenant_id=self.tenant_id, config_id=config_id or self.config_id))

    async def agent(self) -> Actor:
        """Give a person who may do everything."""
        ids = await self.container.get(Ids)
        return Actor(
            user_id=UserId(ids.new()),
            tenant_id=self.tenant_id,
            session_id=SessionId(ids.new()),
            permissions=frozenset(Permission),
        )

    # What comes in

    async def deliver(self, webhook: Wire, *, config_id: WhatsAppConfigId | None = None) -> None:
        """Receive a webhook, signed, on the number's own path."""
        receive = await self.container.get(ReceiveWebhook)
        body = json.dumps(webhook).encode()
        signature = f"sha256={hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()}"
        path = config_id or self.config_id
        await receive(WebhookDelivery(body=body, signature=signature, config_id=path))

    async def says(self, phone: str, words: str, *, wamid: str | None = None, at: datetime | None = None) -> str:
        """Let a customer write; their window is open at the provider too."""
        self.open_window(phone)
        name = wamid or self.wamid()
        await self.sends(wire.text(name, words, phone=phone, at=at or self.now))
        return name

    async def sends(self, *messages: Wire, **value: object) -> None:
        """Deliver customers' messages as they are."""
        await self.deliver(wire.envelope(wire.change(messages=list(messages), **value)))  # type: ignore[arg-type]

    async def tells(self, *statuses: Wire) -> None:
        """Deliver statuses."""
        await self.deliver(wire.envelope(wire.change(statuses=list(statuses))))

    def open_window(self, phone: str, *, number_id: str = wire.NUMBER_ID) -> None:
        """Let the provider know that the customer wrote."""
        message: Wire = {"type": "text", "text": {"body": "oi"}}
        write_messages(self.world, [Inbound(sender=phone, message=message, phone_number_id=number_id)])

    def wamid(self) -> str:
        self._wamids += 1
        return f"wamid.in.{self._wamids}"

    def fault(self, kind: str, *, count: int | None = 1, asynchronous: bool | None = None) -> None:
        """Strike the next sends."""
        self.world.faults.change({"next": [{"kind": kind, "count": count, "asynchronous": asynchronous}]})

    async def before_we_know(self, hook: Callable[[SendResult], Awaitable[None]]) -> None:
        """Let something happen between the provider's next answer and our noting it."""
        gateway = (await self.container.get(Providers)).of(ApiType.OFFICIAL).gateway
        send = gateway.send

        async def slowly(message: OutboundMessage, *, credentials: Credentials) -> SendResult:
            result: SendResult = await send(message, credentials=credentials)
            gateway.send = send
            await hook(result)
            return result

        gateway.send = slowly

    # Time and work

    async def advance(self, by: timedelta) -> None:
        """Move the clock; what is due by then is handled by the next `drain`."""
        self.clock.advance(by)

    async def claim(self, *, owner: str = "spine", kinds: Collection[LaneKind] = tuple(LaneKind)) -> list[Lane]:
        """Lease what is due by the spine's clock."""
        desk = await self.container.get(LaneDesk)
        await self.owner.execute(_CATCH_UP, self.now)
        return await desk.claim(kinds=kinds, owner=owner, limit=16, lease=LEASE)

    async def work(self, lane: Lane) -> None:
        """Handle a lane as a worker does; the errors that it logs are kept."""
        if self._worker is None:
            self._worker = await new_worker(self.container, errors=self.errors)
        await self._worker._work(lane)

    async def drain(self, *, owner: str = "spine", kinds: Collection[LaneKind] = tuple(LaneKind)) -> None:
        """Work until nothing is due."""
        for _ in range(MAX_ROUNDS):
            lanes = await self.claim(owner=owner, kinds=kinds)
            if not lanes:
                return
            for lane in lanes:
                await self.work(lane)
        raise AssertionError("the lanes never come to rest")

    # What can be seen

    async def uow(self) -> UnitOfWork:
        found: UnitOfWork = await self.container.get(UnitOfWork)
        return found

    async def rows(self, sql: str, *values: object) -> list[asyncpg.Record]:
        """Look past all fences."""
        home = "public" if self.tenant_id != APART else schema_of(APART)
        async with self.owner.acquire() as connection:
            await connection.execute(f"SET search_path TO {home}")
            found: list[asyncpg.Record] = await connection.fetch(sql, *values)
        return found

    async def column(self, sql: str, *values: object) -> list[object]:
        return [row[0] for row in await self.rows(sql, *values)]

    async def one(self, sql: str, *values: object) -> object:
        [found] = await self.column(sql, *values)
        return found

    async def conversation_id(self) -> UUID:
        """Give the one unresolved conversation."""
        [found] = await self.column("SELECT id FROM conversations WHERE status NOT IN ('resolved', 'archived')")
        assert isinstance(found, UUID)
        return found

    def sent(self) -> list[SendRow]:
        """Give what the provider accepted, oldest first."""
        return list(self.world.ledger.sends.page(after=0, limit=1000))

    def refused(self) -> list[RefusedRow]:
        """Give what the provider refused."""
        return list(self.world.ledger.refused.page(after=0, limit=1000))

    def answers(self, phone: str) -> list[str]:
        """Give the words that reached a phone."""
        return [row.text for row in self.sent() if row.to == phone]
