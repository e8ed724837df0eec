"""FlowRepository, on PostgreSQL."""

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.repositories.flows import PublishedFlow, StoredVersion
from domain.flows.definition import Flow, FlowNotFoundError
from domain.shared.errors import ConflictError, StaleVersionError
from domain.shared.ids import FlowVersionId, TenantId, UserId
from tests.contract.repositories.stored import MINUTE, NOW, a_chatbot, a_flow, a_version, facts, new_id
from tests.contract.repositories.structs import as_json


async def publish(uow: PostgresUnitOfWork, tenant_id: TenantId, flow: Flow) -> StoredVersion:
    """Write a flow and its first version."""
    version = a_version(flow)
    async with uow(tenant_id) as tx:
        await tx.flows.add(flow)
        await tx.flows.add_version(version, published_by=None, at=NOW)
        flow.publish(version_id=version.id, now=flow.updated_at)
        await tx.flows.save(flow)
    return version


class TestKeeping:
    async def test_gives_back_every_field(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        chatbot = a_chatbot()
        flow = a_flow(
            chatbot_id=chatbot.id,
            priority=-5,
            published_version_id=FlowVersionId(new_id()),
            published_number=3,
            updated_at=NOW + MINUTE,
        )

        async with uow(tenant_id) as tx:
            await tx.chatbots.add(chatbot)
            await tx.flows.add(flow)
        async with uow(tenant_id) as tx:
            loaded = await tx.flows.get(flow.id)

        assert facts(loaded) | {"draft": None} == facts(flow) | {"draft": None}
        assert as_json(loaded.draft) == as_json(flow.draft)

    async def test_saves_an_edit_and_its_time(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        flow = a_flow()
        async with uow(tenant_id) as tx:
            await tx.flows.add(flow)
            flow.edit(name="Vendas", draft=msgspec.Raw(b'{"nodes":[]}'), now=NOW + MINUTE)
            await tx.flows.save(flow)

        async with uow(tenant_id) as tx:
            loaded = await tx.flows.get(flow.id)
        assert (loaded.name, loaded.updated_at, loaded.version) == ("Vendas", NOW + MINUTE, 1)
        assert as_json(loaded.draft) == {"nodes": []}

    async def test_refuses_a_version_that_is_not_the_newest(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        flow = a_flow()
        stale = msgspec.structs.replace(flow)
        async with uow(tenant_id) as tx:
            await tx.flows.add(flow)
            await tx.flows.save(flow)

        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.flows.save(stale)

    async def test_knows_no_flow_of_another_tenant(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
    ) -> None:
        flow = a_flow()
        version = await publish(uow, tenant_id, flow)

        async with uow(other_tenant_id) as tx:
            with pytest.raises(FlowNotFoundError):
                await tx.flows.get(flow.id)
            with pytest.raises(StaleVersionError):
                await tx.flows.save(flow)
            assert await tx.flows.versions([version.id]) == []
            assert await tx.flows.published() == []


class TestVersions:
    async def test_are_given_as_they_were_published(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        flow = a_flow()
        versions = [a_version(flow, number=number) for number in (1, 2)]
        async with uow(tenant_id) as tx:
            await tx.flows.add(flow)
            for version in versions:
                await tx.flows.add_version(version, published_by=UserId(new_id()), at=NOW)
            asked = [version.id for version in versions] + [FlowVersionId(new_id())]
            found = await tx.flows.versions(asked)

        assert as_json(sorted(found, key=lambda version: version.number)) == as_json(versions)

    async def test_have_a_number_once(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        flow = a_flow()
        await publish(uow, tenant_id, flow)

        with pytest.raises(ConflictError):
            async with uow(tenant_id) as tx:
                await tx.flows.add_version(a_version(flow, number=1), published_by=None, at=NOW)


class TestPublished:
    async def test_lists_the_highest_priority_first_then_the_oldest(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        young, old = a_flow(created_at=NOW + MINUTE), a_flow()
        first = a_flow(priority=9, created_at=NOW + 2 * MINUTE)
        for flow in (young, old, first):
            await publish(uow, tenant_id, flow)

        async with uow(tenant_id) as tx:
            listed = await tx.flows.published()

        assert [published.flow_id for published in listed] == [first.id, old.id, young.id]

    async def test_says_which_version_runs_and_which_flow_is_the_main_one(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        chatbot = a_chatbot()
        async with uow(tenant_id) as tx:
            await tx.chatbots.add(chatbot)
        main, side = a_flow(chatbot_id=chatbot.id, priority=2), a_flow(chatbot_id=chatbot.id, priority=1)
        versions = [await publish(uow, tenant_id, flow) for flow in (main, side)]

        async with uow(tenant_id) as tx:
            chatbot.main_flow_id = main.id
            await tx.chatbots.save(chatbot)
            listed = await tx.flows.published()

        assert listed == [
            PublishedFlow(
                flow_id=flow.id,
                version_id=version.id,
                chatbot_id=chatbot.id,
                is_main=flow is main,
                priority=flow.priority,
            )
            for flow, version in zip((main, side), versions, strict=True)
        ]

    async def test_leaves_out_drafts_and_flows_of_a_chatbot_that_is_off(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId
    ) -> None:
        chatbot = a_chatbot(is_active=False)
        async with uow(tenant_id) as tx:
            await tx.chatbots.add(chatbot)
            await tx.flows.add(a_flow())
        await publish(uow, tenant_id, a_flow(chatbot_id=chatbot.id))

        async with uow(tenant_id) as tx:
            assert await tx.flows.published() == []

    async def test_knows_what_the_same_transaction_changed(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        flow = a_flow()
        version = a_version(flow)
        async with uow(tenant_id) as tx:
            before = await tx.flows.published()
            await tx.flows.add(flow)
            await tx.flows.add_version(version, published_by=None, at=NOW)
            flow.publish(version_id=version.id, now=NOW)
            await tx.flows.save(flow)
            running = await tx.flows.published()
            flow.delete(now=NOW)
            await tx.flows.save(flow)
            after = await tx.flows.published()
            with pytest.raises(FlowNotFoundError):
                await tx.flows.get(flow.id)

        assert ([len(found) for found in (before, running, after)], bytes(running[0].variables)) == ([0, 1, 0], b"{}")

    async def test_gives_the_variables_of_the_chatbot(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        chatbot = a_chatbot(variables={"cidade": "Recife"})
        async with uow(tenant_id) as tx:
            await tx.chatbots.add(chatbot)
        await publish(uow, tenant_id, a_flow(chatbot_id=chatbot.id))

        async with uow(tenant_id) as tx:
            [published] = await tx.flows.published()

        assert as_json(published.variables) == {"cidade": "Recife"}

    async def test_has_no_main_flow_outside_a_chatbot(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        await publish(uow, tenant_id, a_flow())

        async with uow(tenant_id) as tx:
            [published] = await tx.flows.published()

        assert (published.is_main, published.chatbot_id) == (False, None)
