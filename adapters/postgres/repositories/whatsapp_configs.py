"""WhatsApp configs in PostgreSQL, and the routes by which webhooks find them."""

from sqlalchemy import bindparam, select

from adapters.postgres.connection import Row, TenantConnection
from adapters.postgres.repositories.rows import insert_dated, save_row, select_row, update_dated, values_of, write
from adapters.postgres.statements import Statement
from adapters.postgres.tables.whatsapp import whatsapp_configs
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ApiType, WhatsAppConfig
from domain.whatsapp.errors import ConfigNotFoundError

_GET = select_row(whatsapp_configs)
_ADD = insert_dated(whatsapp_configs)
_SAVE = update_dated(whatsapp_configs)

_ALL = Statement(
    select(whatsapp_configs)
    .where(whatsapp_configs.c.tenant_id == bindparam("tenant_id"))
    .order_by(whatsapp_configs.c.created_at, whatsapp_configs.c.id)
)

_ROUTE = Statement(
    """
    INSERT INTO platform.webhook_routes
      (config_id, tenant_id, phone_number_id, business_account_id, app_secret_sealed, verify_token_sealed)
    VALUES (:id, :tenant_id, :phone_number_id, :business_account_id, :app_secret_sealed, :verify_token_sealed)
    ON CONFLICT (config_id) DO UPDATE SET
      phone_number_id = excluded.phone_number_id, business_account_id = excluded.business_account_id,
      app_secret_sealed = excluded.app_secret_sealed, verify_token_sealed = excluded.verify_token_sealed
    """
)


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
        is_active=row["is_active"],
        chatbot_id=row["chatbot_id"],
        messages_per_second=row["messages_per_second"],
        quality_rating=row["quality_rating"],
        verified_name=row["verified_name"],
        paused_until=row["paused_until"],
        pause_reason=row["pause_reason"],
        version=row["version"],
    )


class PostgresWhatsAppConfigs:
    """Keeps WhatsApp configs, and the route that webhooks find them by, also while a config is not active."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self, config_id: WhatsAppConfigId) -> WhatsAppConfig:
        """Load a config. Raises ConfigNotFoundError."""
        row = await self._connection.fetch_one(_GET, id=config_id)
        if row is None:
            raise ConfigNotFoundError("There is no such WhatsApp config.")
        return to_domain(row)

    async def all(self) -> list[WhatsAppConfig]:
        """Load every config of the tenant, oldest first: a handful."""
        return [to_domain(row) for row in await self._connection.fetch(_ALL)]

    async def add(self, config: WhatsAppConfig) -> None:
        """Write a config and its route. Raises NumberTakenError."""
        await write(self._connection, _ADD, **values_of(config))
        await self._write_route(config)

    async def save(self, config: WhatsAppConfig) -> None:
        """Write changes, of the route too. Raises StaleVersionError on a lost race, NumberTakenError."""
        await save_row(self._connection, _SAVE, config)
        await self._write_route(config)

    async def _write_route(self, config: WhatsAppConfig) -> None:
        await write(
            self._connection,
            _ROUTE,
            id=config.id,
            phone_number_id=config.phone_number_id,
            business_account_id=config.business_account_id,
            app_secret_sealed=config.app_secret_sealed,
            verify_token_sealed=config.verify_token_sealed,
        )
