"""DraftRepository, on PostgreSQL."""

import msgspec

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.conversations.draft import Draft
from domain.shared.ids import ProviderMessageId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_user


async def test_a_draft_is_each_persons_own_until_it_is_discarded(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation
) -> None:
    ana, bia = a_user(tenant_id), a_user(tenant_id)
    first = Draft(conversation_id=conversation.id, user_id=ana.id, body="Oi", reply_to=None, updated_at=NOW)
    second = msgspec.structs.replace(
        first, body="Olá 👋", reply_to=ProviderMessageId("wamid.1"), updated_at=NOW + MINUTE
    )
    async with uow(tenant_id) as tx:
        await tx.users.add(ana)
        await tx.users.add(bia)

        await tx.drafts.keep(first)
        await tx.drafts.keep(second)

        assert await tx.drafts.find(conversation.id, user_id=ana.id) == second
        assert await tx.drafts.find(conversation.id, user_id=bia.id) is None
        await tx.drafts.discard(conversation.id, user_id=ana.id)
        assert await tx.drafts.find(conversation.id, user_id=ana.id) is None
