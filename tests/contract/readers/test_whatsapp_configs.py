"""WhatsAppConfigList, on PostgreSQL."""

import pytest

from adapters.postgres.database import Database
from adapters.postgres.readers.whatsapp_configs import PostgresWhatsAppConfigList
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.whatsapp_configs import WhatsAppConfigFilters, WhatsAppConfigRow
from application.shared.page import PageRequest
from domain.shared.ids import TenantId
from domain.whatsapp.config import ApiType, ConnectionState, WhatsAppConfig
from domain.whatsapp.errors import ConfigNotFoundError
from tests.contract.repositories.stored import MINUTE, NOW, a_config


@pytest.fixture
def config_list(app_database: Database) -> PostgresWhatsAppConfigList:
    return PostgresWhatsAppConfigList(app_database)


class TestOne:
    async def test_shows_everything_but_the_secrets(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config_list: PostgresWhatsAppConfigList
    ) -> None:
        config = a_config(
            is_active=False,
            messages_per_second=12,
            rate_limit_per_minute=30,
            quality_rating="green",
            messaging_tier="tier_2k",
            verified_name="Aurora",
            paused_until=NOW + MINUTE,
            pause_reason="suspended: 368",
            app_secret_sealed=b"",
        )
        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.add(config)

        row = await config_list.one(tenant_id, config_id=config.id)

        assert row == WhatsAppConfigRow(
            id=config.id,
            name=config.name,
            phone_number=config.phone_number,
            phone_number_id=config.phone_number_id,
            business_account_id=config.business_account_id,
            api_type=ApiType.OFFICIAL,
            api_url=None,
            is_active=False,
            connection=ConnectionState.UNKNOWN,
            chatbot_id=None,
            messages_per_second=12,
            rate_limit_per_minute=30,
            daily_limit=None,
            quality_rating="green",
            messaging_tier="tier_2k",
            throughput_level=None,
            verified_name="Aurora",
            paused_until=NOW + MINUTE,
            pause_reason="suspended: 368",
            has_access_token=True,
            has_app_secret=False,
            has_verify_token=True,
            version=0,
            created_at=NOW,
            updated_at=NOW,
        )

    async def test_is_not_there_for_another_tenant(
        self, other_tenant_id: TenantId, config: WhatsAppConfig, config_list: PostgresWhatsAppConfigList
    ) -> None:
        with pytest.raises(ConfigNotFoundError):
            await config_list.one(other_tenant_id, config_id=config.id)


class TestRemoved:
    async def test_is_not_shown(
        self, uow: PostgresUnitOfWork, tenant_id: TenantId, config_list: PostgresWhatsAppConfigList
    ) -> None:
        removed = a_config(deleted_at=NOW)
        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.add(removed)

        with pytest.raises(ConfigNotFoundError):
            await config_list.one(tenant_id, config_id=removed.id)
        page = await config_list.page(tenant_id, filters=WhatsAppConfigFilters(), page=PageRequest())
        assert removed.id not in [row.id for row in page.items]


class TestPage:
    async def test_gives_the_newest_first(
        self,
        uow: PostgresUnitOfWork,
        tenant_id: TenantId,
        config: WhatsAppConfig,
        config_list: PostgresWhatsAppConfigList,
    ) -> None:
        newer = a_config()
        async with uow(tenant_id) as tx:
            await tx.whatsapp_configs.add(newer)

        page = await config_list.page(tenant_id, filters=WhatsAppConfigFilters(), page=PageRequest())

        assert ([row.id for row in page.items], page.total) == ([newer.id, config.id], 2)

    @pytest.mark.usefixtures("config")
    async def test_is_empty_for_another_tenant(
        self, other_tenant_id: TenantId, config_list: PostgresWhatsAppConfigList
    ) -> None:
        assert (
            await config_list.page(other_tenant_id, filters=WhatsAppConfigFilters(), page=PageRequest())
        ).items == []
