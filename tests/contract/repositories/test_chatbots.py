"""ChatbotRepository, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.flows.errors import ChatbotInUseError, ChatbotNotFoundError
from domain.shared.errors import StaleVersionError
from domain.shared.ids import FlowId, TenantId
from tests.contract.repositories.stored import MINUTE, NOW, a_chatbot, a_config, a_flow, facts, new_id


async def test_gives_back_every_field(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    chatbot = a_chatbot(
        description="Planos",
        variables={"cidade": "Recife", "lista": [1, {"a": None}]},
        main_flow_id=FlowId(new_id()),
        is_active=False,
        updated_at=NOW + MINUTE,
    )

    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
    async with uow(tenant_id) as tx:
        loaded = await tx.chatbots.get(chatbot.id)

    assert facts(loaded) == facts(chatbot)


async def test_saves_once_a_version(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    chatbot = a_chatbot()
    stale = msgspec.structs.replace(chatbot)
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
        chatbot.name = "Outro"
        await tx.chatbots.save(chatbot)

    with pytest.raises(StaleVersionError):
        async with uow(tenant_id) as tx:
            await tx.chatbots.save(stale)
    async with uow(tenant_id) as tx:
        loaded = await tx.chatbots.get(chatbot.id)
    assert (loaded.name, loaded.version) == ("Outro", 1)


async def test_knows_its_numbers_and_flows(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    chatbot = a_chatbot()
    flows = [a_flow(chatbot_id=chatbot.id), a_flow(chatbot_id=chatbot.id, created_at=NOW - MINUTE)]
    gone = a_flow(chatbot_id=chatbot.id, deleted_at=NOW)
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
        await tx.whatsapp_configs.add(a_config(name="Vendas", chatbot_id=chatbot.id))
        for flow in (*flows, gone, a_flow()):
            await tx.flows.add(flow)

        numbers = await tx.chatbots.numbers(chatbot.id)
        found = await tx.flows.of_chatbot(chatbot.id)

    assert numbers == ["Vendas"]
    assert [flow.id for flow in found] == [flows[1].id, flows[0].id]


async def test_is_deleted_though_a_deleted_flow_was_its_own(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    chatbot = a_chatbot()
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
        await tx.flows.add(a_flow(chatbot_id=chatbot.id, deleted_at=NOW))

    async with uow(tenant_id) as tx:
        await tx.chatbots.delete(chatbot.id)

    async with uow(tenant_id) as tx:
        with pytest.raises(ChatbotNotFoundError):
            await tx.chatbots.get(chatbot.id)


async def test_stays_while_a_flow_is_its_own(uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
    chatbot = a_chatbot()
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)
        await tx.flows.add(a_flow(chatbot_id=chatbot.id))

    with pytest.raises(ChatbotInUseError):
        async with uow(tenant_id) as tx:
            await tx.chatbots.delete(chatbot.id)


async def test_shows_nothing_to_another_tenant(
    uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
) -> None:
    chatbot = a_chatbot()
    async with uow(tenant_id) as tx:
        await tx.chatbots.add(chatbot)

    async with uow(other_tenant_id) as tx:
        await tx.chatbots.delete(chatbot.id)
        with pytest.raises(ChatbotNotFoundError):
            await tx.chatbots.get(chatbot.id)
    async with uow(tenant_id) as tx:
        assert (await tx.chatbots.get(chatbot.id)).id == chatbot.id
