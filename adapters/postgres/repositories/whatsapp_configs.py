"""WhatsApp configs in PostgreSQL, and the routes by which webhooks find them."""

import msgspec
from sqlalchemy import bindparam, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.events_sink import EventSink
from adapters.postgres.repositories.rows import insert_dated, save_row, select_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.whatsapp import whatsapp_configs
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ApiType, ConnectionState, WhatsAppConfig
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.health import NumberHealth

_GET = select_row(whatsapp_configs)
_ADD = insert_dated(whatsapp_configs)
_SAVE = update_dated(whatsapp_configs)
_HEALTH = msgspec.json.Decoder(NumberHealth)

_ARE_THERE = (whatsapp_configs.c.tenant_id == bindparam("tenant_id")) & whatsapp_configs.c.deleted_at.is_(None)

_ALL = Statement(
    select(whatsapp_configs).where(_ARE_THERE).order_by(whatsapp_configs.c.created_at, whatsapp_configs.c.id)
)
_LOCK_ACCOUNT = Statement(
    select(whatsapp_configs)
    .where(_ARE_THERE, whatsapp_configs.c.business_account_id == bindparam("business_account_id"))
    .order_by(whatsapp_configs.c.id)
    .with_for_update()
)

_ROUTE = Statement(
    """
    INSERT INTO platform.webhook_routes
      (config_id, tenant_id, api_type, phone_number_id, business_account_id, app_secret_sealed, verify_token_sealed)
    VALUES (:id, :tenant_id, :api_type, :phone_number_id, :business_account_id, :app_secret_sealed,
      :verify_token_sealed)
    ON CONFLICT (config_id) DO UPDATE SET
      phone_number_id = excluded.phone_number_id, business_account_id = excluded.business_account_id,
      app_secret_sealed = excluded.app_secret_sealed, verify_token_sealed = excluded.verify_token_sealed
    """
)
_UNROUTE = Statement("DELETE FROM platform.webhook_routes WHERE tenant_id = :tenant_id AND config_id = :id")


def to_domain(row: Row) -> WhatsAppConfig:
    """Read a row."""
    return WhatsAppConfig(
        id=WhatsAppConfigId(row["id"]),
        name=row["name"],
        phone_number=row["phone_number"],
        phone_number_id=row["phone_number_id"],
        business_account_id=row["business_account_id"],
        access_token_sealed=row["access_token_sealed"],
        app_secret_sealed=row["app_secret_sealed"],
        verify_token_sealed=row["verify_token_sealed"],
        created_at=row["created_at"],
        api_type=ApiType(row["api_type"]),
        api_url=row["api_url"],
        is_active=row["is_active"],
        chatbot_id=row["chatbot_id"],
        messages_per_second=row["messages_per_second"],
        daily_limit=row["daily_limit"],
        rate_limit_per_minute=row["rate_limit_per_minute"],
        connection=ConnectionState(row["connection"]),
        quality_rating=row["quality_rating"],
        messaging_tier=row["messaging_tier"],
        throughput_level=row["throughput_level"],
        verified_name=row["verified_name"],
        health=_HEALTH.decode(row["health"]),
        paused_until=row["paused_until"],
        pause_reason=row["pause_reason"],
        deleted_at=row["deleted_at"],
        version=row["version"],
    )


class PostgresWhatsAppConfigs:
    """Keeps WhatsApp configs, and the route that webhooks find them by, also while a config is not active."""

    def __init__(self, connection: TenantConnection, events: EventSink) -> None:
        self._connection = connection
        self._events = events

    async def get(self, config_id: WhatsAppConfigId) -> WhatsAppConfig:
        """Load a config. Raises ConfigNotFoundError, also for one that was removed."""
        config = await self.recall(config_id)
        if config.is_deleted:
            raise ConfigNotFoundError("There is no such WhatsApp config.")
        return config

    async def recall(self, config_id: WhatsAppConfigId) -> WhatsAppConfig:
        """Load a config, removed or not: what it said stays. Raises ConfigNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=config_id)
        if row is None:
            raise ConfigNotFoundError("There is no such WhatsApp config.")
        return to_domain(row)

    async def all(self) -> list[WhatsAppConfig]:
        """Load every config of the tenant that is there, oldest first: a handful."""
        return [to_domain(row) for row in await self._connection.fetch(_ALL)]

    async def lock_account(self, business_account_id: str) -> list[WhatsAppConfig]:
        """Load the configs of a provider's account for changing them, locked in the order of their ids."""
        rows = await self._connection.fetch(_LOCK_ACCOUNT, business_account_id=business_account_id)
        return [to_domain(row) for row in rows]

    async def add(self, config: WhatsAppConfig) -> None:
        """Write a config, its events and its route. Raises NumberTakenError."""
        await write(self._connection, _ADD, **values_of(config))
        await self._write_route(config)
        self._events.record(config.take_events())

    async def save(self, config: WhatsAppConfig) -> None:
        """Write changes, events and the route; one that was removed has none.

        Raises StaleVersionError on a lost race, NumberTakenError.
        """
        await save_row(self._connection, _SAVE, config)
        if config.is_deleted:
            await self._connection.execute(_UNROUTE, id=config.id)
        else:
            await self._write_route(config)
        self._events.record(config.take_events())

    async def _write_route(self, config: WhatsAppConfig) -> None:
        await write(
            self._connection,
            _ROUTE,
            id=config.id,
            api_type=config.api_type,
            phone_number_id=config.phone_number_id,
            business_account_id=config.business_account_id,
            app_secret_sealed=config.app_secret_sealed,
            verify_token_sealed=config.verify_token_sealed,
        )
