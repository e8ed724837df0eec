"""An engine, and contacts who talk to it: a turn is what a contact's lane does with a message."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime
from uuid import UUID

import msgspec
from dishka import AsyncContainer, Provider

from application.flows.create_flow import CreateFlow, CreateFlowHandler
from application.flows.publish_flow import PublishFlowHandler
from application.inbound.run_flow import RunFlow
from application.inbound.scene import Dialogue, Scene
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from benchmarks.harness.hand_written import DOCUMENT
from benchmarks.harness.world import Company
from domain.contacts.contact import Contact, Identity, IdentityKind
from domain.conversations.conversation import Conversation, ConversationStatus, Handler
from domain.flows.session import Reply
from domain.shared.content import Text
from domain.shared.ids import ContactId, ConversationId, FlowVersionId, IdentityId, MessageId
from domain.whatsapp.config import WhatsAppConfig
from entrypoints.ioc.container import make_container
from entrypoints.settings import read_settings

AT_ONCE = 32


class Contestant:
    """An engine, and thirty-two contacts of the company who talk to it."""

    def __init__(self, container: AsyncContainer, company: Company, *, run_flow: RunFlow) -> None:
        self.container, self.company, self.run_flow = container, company, run_flow
        self.version_id = FlowVersionId(UUID(int=0))
        self.config: WhatsAppConfig
        self.names: dict[ConversationId, Identity] = {}
        self.turns = 0

    @classmethod
    async def prepare(
        cls, founded: Company, stack: AsyncExitStack, version_id: FlowVersionId | None, *overrides: Provider
    ) -> "Contestant":
        """Wire it; without a version the flow is published first."""
        container = make_container(read_settings(founded.environment), *overrides)
        stack.push_async_callback(container.close)
        made = cls(container, founded, run_flow=await container.get(RunFlow))
        made.version_id = version_id or await _publish(container, founded)
        await made._meet(first=0 if version_id is None else AT_ONCE)
        return made

    async def _meet(self, *, first: int) -> None:
        uow, ids, now = await self.container.get(UnitOfWork), await self.container.get(Ids), datetime.now(UTC)
        async with uow(self.company.tenant_id) as tx:
            self.config = await tx.whatsapp_configs.get(self.company.config_id)
            for number in range(first, first + AT_ONCE):
                contact = Contact(id=ContactId(ids.new()), created_at=now, name="Ana", phone=f"+55119{number:08}")
                name = Identity(kind=IdentityKind.WA_ID, scope="*", value=f"55119{number:08}")
                conversation = Conversation(
                    id=ConversationId(ids.new()),
                    contact_id=contact.id,
                    whatsapp_config_id=self.config.id,
                    status=ConversationStatus.ACTIVE,
                    handler=Handler.BOT,
                    created_at=now,
                )
                await tx.contacts.add(contact)
                await tx.contacts.add_identity(contact.id, identity_id=IdentityId(ids.new()), identity=name, at=now)
                await tx.conversations.add(conversation)
                self.names[conversation.id] = name

    async def turn(self, conversation_id: ConversationId, words: str) -> None:
        """Let a contact write, as their lane's worker does it: one transaction."""
        uow, ids, now = await self.container.get(UnitOfWork), await self.container.get(Ids), datetime.now(UTC)
        async with uow(self.company.tenant_id) as tx:
            scene = Scene(tx=tx, config=self.config, lane_key=str(conversation_id), now=now)
            conversation = await tx.conversations.get(conversation_id)
            [contact] = await tx.contacts.find((self.names[conversation_id],), phone_key=None)
            dialogue = Dialogue(scene=scene, contact=contact, conversation=conversation)
            reply = Reply(message_id=MessageId(ids.new()), content=Text(body=words), text=words)
            running = await tx.flow_sessions.find_running(conversation_id)
            if running is not None:
                await self.run_flow.resume(dialogue, running, reply)
            else:
                await self.run_flow.start(dialogue, self.version_id, replies=(reply,))
            await tx.conversations.save(conversation)
        self.turns += 1


async def _publish(container: AsyncContainer, founded: Company) -> FlowVersionId:
    create, publish = await container.get(CreateFlowHandler), await container.get(PublishFlowHandler)
    flow_id = await create.create(founded.tenant_id, CreateFlow(document=msgspec.json.encode(DOCUMENT)))
    return (await publish.publish(founded.tenant_id, flow_id)).version_id
