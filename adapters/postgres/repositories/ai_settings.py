"""Which model answers a company's flows, in PostgreSQL."""

from adapters.postgres.connection import TenantConnection
from adapters.postgres.repositories.rows import stale, values_of, write
from adapters.postgres.statements import Statement
from domain.ai.settings import AiSettings, Provider

_GET = Statement("SELECT * FROM ai_settings WHERE tenant_id = :tenant_id")
_SAVE = Statement("""
INSERT INTO ai_settings AS kept (tenant_id, provider, base_url, model, embedding_model, api_key_sealed, monthly_tokens,
  monthly_cost_micros, input_price_micros, output_price_micros, currency, version, updated_at)
VALUES (:tenant_id, :provider, :base_url, :model, :embedding_model, :api_key_sealed, :monthly_tokens,
  :monthly_cost_micros, :input_price_micros, :output_price_micros, :currency, :version + 1, :updated_at)
ON CONFLICT (tenant_id) DO UPDATE SET
  provider = excluded.provider, base_url = excluded.base_url, model = excluded.model,
  embedding_model = excluded.embedding_model, api_key_sealed = excluded.api_key_sealed,
  monthly_tokens = excluded.monthly_tokens, monthly_cost_micros = excluded.monthly_cost_micros,
  input_price_micros = excluded.input_price_micros, output_price_micros = excluded.output_price_micros,
  currency = excluded.currency, version = excluded.version, updated_at = excluded.updated_at
WHERE kept.version = :version
""")


class PostgresAiSettings:
    """Keeps it."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def get(self) -> AiSettings:
        """Load it; the local one, of version 0, where nothing was set."""
        row = await self._connection.fetch_one(_GET)
        if row is None:
            return AiSettings()
        values = {name: row[name] for name in AiSettings.__struct_fields__}
        return AiSettings(**{**values, "provider": Provider(row["provider"])})

    async def save(self, settings: AiSettings) -> None:
        """Write it in the place of the version that it has."""
        if not await write(self._connection, _SAVE, **values_of(settings)):
            raise stale(settings)
