"""PromiseRepository, on PostgreSQL."""

import msgspec

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.conversations.conversation import Conversation
from domain.shared.ids import TenantId
from domain.support.sla import Promise, SlaKind
from tests.contract.repositories.stored import MINUTE, NOW
from tests.contract.repositories.test_sla_policies import a_policy


async def test_a_conversation_has_one_of_each_kind(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, conversation: Conversation
) -> None:
    policy = a_policy()
    first = Promise(
        conversation_id=conversation.id,
        policy_id=policy.id,
        kind=SlaKind.FIRST_RESPONSE,
        started_at=NOW,
        warn_at=NOW + 8 * MINUTE,
        due_at=NOW + 10 * MINUTE,
    )
    other = msgspec.structs.replace(first, kind=SlaKind.RESOLUTION, warn_at=NOW + 80 * MINUTE, due_at=NOW + 90 * MINUTE)
    warned = msgspec.structs.replace(first, warned_at=NOW + 8 * MINUTE)
    async with uow(tenant_id) as tx:
        await tx.sla_policies.add(policy)
        await tx.promises.put(conversation.id, [first, other])
    async with uow(tenant_id) as tx:
        assert await tx.promises.lock(conversation.id) == {first.kind: first, other.kind: other}
        assert await tx.promises.due(before=NOW + 8 * MINUTE, limit=9) == []
        assert await tx.promises.due(before=NOW + 9 * MINUTE, limit=9) == [conversation.id]
        await tx.promises.put(conversation.id, [warned])
        assert await tx.promises.lock(conversation.id) == {first.kind: warned}
        assert await tx.promises.due(before=NOW + 9 * MINUTE, limit=9) == []
        assert await tx.promises.due(before=NOW + 11 * MINUTE, limit=9) == [conversation.id]
    async with uow(other_tenant_id) as tx:
        assert await tx.promises.lock(conversation.id) == {}
        assert await tx.promises.due(before=NOW + 11 * MINUTE, limit=9) == []
    async with uow(tenant_id) as tx:
        await tx.sla_policies.delete(policy.id)
        assert await tx.promises.lock(conversation.id) == {}
