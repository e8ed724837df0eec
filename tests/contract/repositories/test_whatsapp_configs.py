"""WhatsAppConfigRepository, on PostgreSQL."""

import asyncio

import msgspec
import pytest

from adapters.postgres.unit_of_work import PostgresUnitOfWork
from domain.shared.errors import StaleVersionError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import ApiType, ConnectionState, WhatsAppConfig
from domain.whatsapp.errors import ConfigNotFoundError, NumberTakenError
from domain.whatsapp.health import NumberHealth, Restriction
from tests.contract.repositories.stored import MINUTE, NOW, a_chatbot, a_config, facts, fetch, new_id

ROUTES = """
SELECT config_id, tenant_id, phone_number_id, business_account_id, app_secret_sealed, verify_token_sealed
FROM platform.webhook_routes
"""


def route(config: WhatsAppConfig, *, tenant_id: TenantId) -> tuple[object, ...]:
    secrets = config.app_secret_sealed, config.verify_token_sealed
    return (config.id, tenant_id, config.phone_number_id, config.business_account_id, *secrets)


class TestKeeping:
    async def test_gives_back_every_field(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        chatbot = a_chatbot()
        config = a_config(
            is_active=False,
            chatbot_id=chatbot.id,
            messages_per_second=1_000,
            quality_rating="yellow",
            verified_name="Padaria Aurora",
            paused_until=NOW + MINUTE,
            pause_reason="misconfigured: 190",
            api_type=ApiType.EVOLUTION,
            api_url="https://evo.example",
            daily_limit=100,
            rate_limit_per_minute=30,
            connection=ConnectionState.OPEN,
            messaging_tier="tier_2k",
            throughput_level="high",
            health=NumberHealth(checked_at=NOW, restrictions=(Restriction(kind="x"),)),
        )

        async with uow(tenant_id) as tx:
            await tx.chatbots.add(chatbot)
            await tx.whatsapp_configs.add(config)
        async with uow(tenant_id) as tx:
            loaded = await tx.whatsapp_configs.get(config.id)

        assert facts(loaded) == facts(config)

    async def test_lists_all_of_the_tenant_the_oldest_first(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
    ) -> None:
        newer, older, others = a_config(created_at=NOW + MINUTE), a_config(), a_config()
        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.add(newer)
            await tx.whatsapp_configs.add(older)
        async with uow(other_tenant_id) as tx:
            await tx.whatsapp_configs.add(others)

        async with uow(tenant_id) as tx:
            listed = await tx.whatsapp_configs.all()

        assert [config.id for config in listed] == [older.id, newer.id]

    async def test_knows_no_config_of_another_tenant(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, config: WhatsAppConfig
    ) -> None:
        async with uow(other_tenant_id) as tx:
            with pytest.raises(ConfigNotFoundError):
                await tx.whatsapp_configs.get(config.id)
            with pytest.raises(StaleVersionError):
                await tx.whatsapp_configs.save(config)

    async def test_knows_no_config_that_was_never_there(self, uow: PostgresUnitOfWork, tenant_id: TenantId) -> None:
        async with uow(tenant_id) as tx:
            with pytest.raises(ConfigNotFoundError):
                await tx.whatsapp_configs.get(WhatsAppConfigId(new_id()))

    async def test_refuses_a_version_that_is_not_the_newest(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
    ) -> None:
        stale = msgspec.structs.replace(config)
        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.save(config)

        with pytest.raises(StaleVersionError):
            async with uow(tenant_id) as tx:
                await tx.whatsapp_configs.save(stale)


class TestRoutes:
    async def test_are_written_with_the_config(
        self, tenant_id: TenantId, config: WhatsAppConfig, database_url: str
    ) -> None:
        [written] = await fetch(database_url, ROUTES)

        assert tuple(written) == route(config, tenant_id=tenant_id)

    async def test_follow_its_changes_and_stay_when_it_is_not_active(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, database_url: str
    ) -> None:
        config.phone_number_id, config.business_account_id = "1", "2"
        config.app_secret_sealed, config.verify_token_sealed, config.is_active = b"3", b"4", False

        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.save(config)

        [written] = await fetch(database_url, ROUTES)
        assert tuple(written) == route(config, tenant_id=tenant_id)


class TestNumbers:
    async def test_are_one_tenants_only(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, config: WhatsAppConfig
    ) -> None:
        with pytest.raises(NumberTakenError):
            async with uow(other_tenant_id) as tx:
                await tx.whatsapp_configs.add(a_config(phone_number_id=config.phone_number_id))

    async def test_are_one_configs_only(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
    ) -> None:
        with pytest.raises(NumberTakenError):
            async with uow(tenant_id) as tx:
                await tx.whatsapp_configs.add(a_config(phone_number_id=config.phone_number_id))

    async def test_cannot_be_taken_by_a_change(
        self, uow: PostgresUnitOfWork, other_tenant_id: TenantId, config: WhatsAppConfig
    ) -> None:
        second = a_config()
        async with uow(other_tenant_id) as tx:
            await tx.whatsapp_configs.add(second)
        second.phone_number_id = config.phone_number_id

        with pytest.raises(NumberTakenError):
            async with uow(other_tenant_id) as tx:
                await tx.whatsapp_configs.save(second)

    async def test_go_to_one_of_two_tenants_who_ask_at_once(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId
    ) -> None:
        async def add(tenant: TenantId) -> None:
            async with uow(tenant) as tx:
                await tx.whatsapp_configs.add(a_config(phone_number_id="15550001"))
                await asyncio.sleep(0.05)

        results = await asyncio.gather(add(tenant_id), add(other_tenant_id), return_exceptions=True)

        assert sorted(map(type, results), key=str) == sorted([type(None), NumberTakenError], key=str)


class TestRemoved:
    async def test_is_recalled_and_routed_no_more(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig, database_url: str
    ) -> None:
        config.remove(now=NOW)
        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.save(config)

        async with uow(tenant_id) as tx:
            with pytest.raises(ConfigNotFoundError):
                await tx.whatsapp_configs.get(config.id)
            assert (await tx.whatsapp_configs.recall(config.id)).is_deleted
            assert await tx.whatsapp_configs.all() == []
            assert await tx.whatsapp_configs.lock_account(config.business_account_id) == []
        assert await fetch(database_url, ROUTES) == []

    async def test_leaves_its_number_to_others(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, other_tenant_id: TenantId, config: WhatsAppConfig
    ) -> None:
        config.remove(now=NOW)
        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.save(config)
            await tx.whatsapp_configs.add(a_config(phone_number_id=config.phone_number_id))

        with pytest.raises(NumberTakenError):
            async with uow(other_tenant_id) as tx:
                await tx.whatsapp_configs.add(a_config(phone_number_id=config.phone_number_id))


class TestDay:
    async def test_counts_up_to_the_limit_and_begins_anew_the_next_day(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config: WhatsAppConfig
    ) -> None:
        async with uow(tenant_id) as tx:
            first, ends_at = await tx.outbound.spend_day(config.id, limit=10, wanted=7, now=NOW)
            second, _ = await tx.outbound.spend_day(config.id, limit=10, wanted=7, now=NOW)
            third, _ = await tx.outbound.spend_day(config.id, limit=10, wanted=7, now=NOW)
            tomorrow, _ = await tx.outbound.spend_day(config.id, limit=10, wanted=7, now=ends_at)

        assert (first, second, third, tomorrow) == (7, 3, 0, 7)
