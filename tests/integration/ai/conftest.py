"""Fixtures: a company with a model, and a conversation of its."""

from pathlib import Path

import pytest

from adapters.crypto.data_keys import WrappedDataKeys
from adapters.crypto.master_keys import MasterKeys
from adapters.crypto.secret_box import EnvelopeSecretBox
from adapters.postgres.data_keys import PostgresWrappedKeys
from adapters.postgres.database import Database
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.shared.ids import TenantId
from tests.contract.repositories.stored import a_config, a_contact, a_conversation
from tests.doubles import FrozenClock
from tests.integration.ai.site import Site


@pytest.fixture
def box(platform_database: Database) -> EnvelopeSecretBox:
    """Seals for real."""
    master = MasterKeys(bytes(range(32)))
    return EnvelopeSecretBox(WrappedDataKeys(PostgresWrappedKeys(platform_database), master=master), master=master)


@pytest.fixture
def site(
    uow: PostgresUnitOfWork, tenant_id: TenantId, frozen_clock: FrozenClock, box: EnvelopeSecretBox, tmp_path: Path
) -> Site:
    """A company with nothing set."""
    return Site(uow, tenant_id, clock=frozen_clock, box=box, folder=tmp_path)


@pytest.fixture
async def conversation(uow: PostgresUnitOfWork, tenant_id: TenantId) -> Conversation:
    """A conversation with a contact."""
    config, contact = a_config(), a_contact()
    conversation = a_conversation(contact, config)
    async with uow(tenant_id) as tx:
        await tx.whatsapp_configs.add(config)
        await tx.contacts.add(contact)
        await tx.conversations.add(conversation)
    return conversation
