"""A tenant's inbox with conversations in it, and the people who serve it."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from application.ports.unit_of_work import UnitOfWork
from domain.conversations.conversation import Conversation
from domain.identity.permissions import Role
from domain.shared.content import Text
from domain.shared.ids import ConversationId, DepartmentId, TenantId, UserId
from domain.whatsapp.config import WhatsAppConfig
from tests.accounts import Accounts
from tests.contract.repositories.stored import a_config, a_contact, a_template, new_id

HOUR = timedelta(hours=1)


class Inbox:
    """Puts conversations, people and departments into a tenant."""

    def __init__(self, uow: UnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, accounts: Accounts) -> None:
        self.uow, self.tenant_id, self.config, self._accounts = uow, tenant_id, config, accounts
        self._phone = 5511900000000

    async def open(self, *, wrote: timedelta = timedelta(), **changed: object) -> str:
        """Give the id of a new conversation, whose contact wrote so long ago."""
        self._phone += 1
        now = datetime.now(UTC)
        contact = a_contact(name="Bia Souza", phone=str(self._phone), phone_key=str(self._phone))
        opened = Conversation.open(
            conversation_id=ConversationId(new_id()),
            contact_id=contact.id,
            whatsapp_config_id=self.config.id,
            now=now - wrote,
        )
        opened.receive(Text(body="Olá"), sent_at=now - wrote, opens_window=True)
        async with self.uow(self.tenant_id) as tx:
            await tx.contacts.add(contact)
            await tx.conversations.add(msgspec.structs.replace(opened, **changed))
        return str(opened.id)

    async def know(self, text: str = "Olá!", **changed: object) -> str:
        """Give the id of a template of the number."""
        template = a_template(self.config.id, text, **changed)
        async with self.uow(self.tenant_id) as tx:
            await tx.templates.add(template)
        return str(template.id)

    async def load(self, conversation_id: str) -> Conversation:
        async with self.uow(self.tenant_id) as tx:
            return await tx.conversations.get(msgspec.convert(conversation_id, ConversationId))

    async def a_person(self, role: str = Role.AGENT) -> str:
        """Give the id of somebody who is there."""
        return str((await self._accounts.a_session(role, tenant=self.tenant_id)).user_id)

    async def a_department(self, name: str = "Vendas", *, members: tuple[str, ...] = ()) -> str:
        department_id = DepartmentId(new_id())
        async with self.uow(self.tenant_id) as tx:
            await tx.departments.add(department_id, name=name)
            await tx.departments.set_members(department_id, [msgspec.convert(one, UserId) for one in members])
        return str(department_id)


@pytest.fixture
async def inbox(uow_of_app: UnitOfWork, tenant_id: TenantId, accounts: Accounts) -> Inbox:
    await accounts.a_session(tenant=tenant_id)
    config = a_config()
    async with uow_of_app(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
    return Inbox(uow_of_app, tenant_id, config, accounts)
