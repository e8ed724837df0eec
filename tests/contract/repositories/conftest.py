"""Fixtures of the repositories' suites: a number, a contact and their conversation, and a second tenant."""

import pytest

from adapters.postgres.directory import PostgresDirectory
from adapters.postgres.placements import schema_of
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.flow_sessions import SessionRecord
from application.ports.repositories.flows import StoredVersion
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.conversations.message import Message
from domain.shared.ids import TenantId
from domain.tenants.tenant import Isolation, Tenant, TenantStatus
from domain.whatsapp.config import WhatsAppConfig
from tests.contract.repositories.send_queue import Queue
from tests.contract.repositories.stored import (
    NOW,
    a_config,
    a_contact,
    a_conversation,
    a_flow,
    a_message,
    a_session,
    a_version,
    new_id,
)
from tests.isolations import both_isolations
from tests.servers import APART

__all__ = ["both_isolations"]


@pytest.fixture
def home(isolation: Isolation) -> str:
    """The schema where the tenant's own tables lie."""
    return schema_of(APART) if isolation is Isolation.SCHEMA else "public"


@pytest.fixture
async def other_tenant_id(directory: PostgresDirectory) -> TenantId:
    """Somebody else, who must see nothing."""
    tenant = TenantId(new_id())
    await directory.add_tenant(
        Tenant(id=tenant, name="Outra", slug=f"outra-{tenant}", status=TenantStatus.ACTIVE, created_at=NOW)
    )
    return tenant


@pytest.fixture
async def config(uow: PostgresUnitOfWork, tenant_id: TenantId) -> WhatsAppConfig:
    """A number of the tenant."""
    config = a_config()
    async with uow(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
    return config


@pytest.fixture
async def contact(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Contact:
    """A contact of the tenant."""
    contact = a_contact()
    async with uow(tenant_id) as tx:
        await tx.contacts.add(contact)
    return contact


@pytest.fixture
async def conversation(
    uow: PostgresUnitOfWork, tenant_id: TenantId, contact: Contact, config: WhatsAppConfig
) -> Conversation:
    """Their open conversation."""
    conversation = a_conversation(contact, config)
    async with uow(tenant_id) as tx:
        await tx.conversations.add(conversation)
    return conversation


@pytest.fixture
def queue(uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig) -> Queue:
    """The queue of the number."""
    return Queue(uow, tenant_id, config)


@pytest.fixture
async def version(uow: PostgresUnitOfWork, tenant_id: TenantId) -> StoredVersion:
    """A published version."""
    flow = a_flow()
    version = a_version(flow)
    async with uow(tenant_id) as tx:
        await tx.flows.add(flow)
        await tx.flows.add_version(version, published_by=None, at=NOW)
    return version


@pytest.fixture
async def record(
    uow: PostgresUnitOfWork, tenant_id: TenantId, version: StoredVersion, conversation: Conversation
) -> SessionRecord:
    """A running session."""
    record = a_session(version, conversation)
    async with uow(tenant_id) as tx:
        await tx.flow_sessions.add(record)
    return record


@pytest.fixture
async def message(uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation) -> Message:
    """A queued message of theirs."""
    message = a_message(conversation)
    async with uow(tenant_id) as tx:
        await tx.messages.add(message)
    return message
