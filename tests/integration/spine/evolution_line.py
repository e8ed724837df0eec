"""A number of an Evolution server beside the spine's: its events are caught and delivered by hand."""

from typing import Any

import msgspec

from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials
from application.whatsapp.add_config import AddConfig, AddConfigHandler
from application.whatsapp.credentials import credentials_of
from application.whatsapp.receive_webhook import ReceiveWebhook, WebhookDelivery
from application.whatsapp.settle_instance import SettleInstance, SettleInstanceOf
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ApiType, WhatsAppConfig
from simulator.evolution.courier import _Parcel
from simulator.evolution.instances import Instance
from simulator.evolution.linking import link, lose
from simulator.inbound import Inbound, write_messages
from tests.integration.spine.spine import Spine

INSTANCE = "aurora-1"
OUR_PHONE = "5511955550100"


class EvolutionLine:
    """The number, and whoever writes to it."""

    def __init__(self, spine: Spine, config_id: WhatsAppConfigId, credentials: Credentials) -> None:
        self.spine, self.config_id, self.credentials = spine, config_id, credentials
        self.caught: list[_Parcel] = []

    @property
    def instance(self) -> Instance:
        return self.spine.world.instances.instances[INSTANCE]

    async def config(self) -> WhatsAppConfig:
        uow: UnitOfWork = await self.spine.container.get(UnitOfWork)
        async with uow(self.spine.tenant_id) as tx:
            return await tx.whatsapp_configs.get(self.config_id)

    def says(self, phone: str, words: str) -> str:
        """Let a customer write; give the message's id."""
        message: dict[str, object] = {"type": "text", "text": {"body": words}}
        inbound = Inbound(sender=phone, message=message, phone_number_id=f"evolution:{INSTANCE}")
        return write_messages(self.spine.world, [inbound])[0].id

    async def deliver(self, body: bytes, *, header: str | None = None, path: str | None = None) -> None:
        """Receive one event; without other secrets with the right ones."""
        receive = await self.spine.container.get(ReceiveWebhook)
        await receive(
            WebhookDelivery(
                body=body,
                signature=header if header is not None else self.credentials.app_secrets[0],
                config_id=self.config_id,
                path_secret=path if path is not None else self.credentials.verify_token,
            )
        )

    async def settle(self, *, twice: bool = False) -> None:
        """Deliver what was caught, as often as asked, and work until nothing is due and nothing new comes."""
        while self.caught:
            caught, self.caught[:] = list(self.caught), []
            for parcel in caught * (2 if twice else 1):
                await self.deliver(parcel.body)
            await self.spine.drain()

    async def hear(self, phone: str, words: str) -> str:
        """Let a customer write, and work until all is done."""
        message_id = self.says(phone, words)
        await self.settle()
        return message_id

    def link(self) -> None:
        link(self.spine.world, self.instance, phone=OUR_PHONE, name="Provedor Aurora")

    def lose(self, *, reason: int | None) -> None:
        lose(self.spine.world, self.instance, reason=reason)


async def open_line(spine: Spine, monkeypatch: Any, *, url: str) -> EvolutionLine:  # noqa: ANN401 - pytest's
    """Connect a number of Evolution API, with its phone linked."""
    spine.world.clock.advance(spine.now.timestamp() - spine.world.clock.now())
    add: AddConfigHandler = await spine.container.get(AddConfigHandler)
    config_id = await add.add(
        spine.tenant_id,
        AddConfig(
            name="Loja",
            phone_number_id=INSTANCE,
            access_token=spine.world.settings.evolution_key,
            api_type=ApiType.EVOLUTION,
            api_url=url,
            messages_per_second=500,
        ),
    )
    uow: UnitOfWork = await spine.container.get(UnitOfWork)
    async with uow(spine.tenant_id) as tx:
        config = await tx.whatsapp_configs.get(config_id)
    secrets = await spine.container.get(SecretBox)
    line = EvolutionLine(spine, config_id, await credentials_of(config, tenant_id=spine.tenant_id, secrets=secrets))
    monkeypatch.setattr(spine.world.evolution, "_start", lambda parcel, **_: line.caught.append(parcel))
    settle: SettleInstance = await spine.container.get(SettleInstance)
    await settle(SettleInstanceOf(tenant_id=spine.tenant_id, config_id=config_id))
    line.link()
    await line.settle()
    return line


def event(name: str, data: object) -> bytes:
    """Write an event."""
    return msgspec.json.encode({"event": name, "instance": INSTANCE, "data": data})
