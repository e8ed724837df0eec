"""What tests of lanes do again and again: wake lanes, put texts into them, look at their rows."""

from datetime import UTC, datetime

from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from adapters.system.ids import SystemIds
from application.ports.lanes import LaneItem, LaneKind
from domain.shared.content import Text
from domain.shared.ids import ItemId, ProviderMessageId, TenantId
from domain.whatsapp.inbound import MessageReceived, Sender

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FAR_OFF = datetime(2100, 1, 1, tzinfo=UTC)


def message(body: str) -> MessageReceived:
    return MessageReceived(
        provider_message_id=ProviderMessageId(f"wamid.{body}"),
        sender=Sender(wa_id="5511987654321"),
        sent_at=LONG_AGO,
        content=Text(body=body),
    )


def bodies(items: list[LaneItem]) -> list[str]:
    return [entry.item.content.body for entry in items]  # type: ignore[union-attr]  # all are texts


class Bench:
    def __init__(self, uow: PostgresUnitOfWork, tenant_id: TenantId, database: Database) -> None:
        self.uow = uow
        self.tenant_id = tenant_id
        self.database = database
        self.ids = SystemIds()

    async def wake(self, *keys: str, due_at: datetime = LONG_AGO, kind: LaneKind = LaneKind.CONTACT) -> None:
        async with self.uow(self.tenant_id) as tx:
            for key in keys:
                tx.lanes.wake(kind, key, due_at=due_at)

    async def put(self, key: str, *texts: str) -> list[ItemId]:
        item_ids = [ItemId(self.ids.new()) for _ in texts]
        async with self.uow(self.tenant_id) as tx:
            for item_id, text in zip(item_ids, texts, strict=True):
                tx.lanes.put(key, item=message(text), item_id=item_id, at=LONG_AGO)
        return item_ids

    async def column(self, name: str, key: str = "c1") -> object:
        async with self.database.connection() as connection:
            return await connection.fetchval(f"SELECT {name} FROM platform.lanes WHERE key = $1", key)  # noqa: S608

    async def expire(self) -> None:
        """Let every lease run out."""
        async with self.database.connection() as connection:
            await connection.execute("UPDATE platform.lanes SET leased_until = now() - interval '1 second'")
