"""Usable templates, read from PostgreSQL."""

from adapters.postgres.readers.listing import to_struct
from adapters.postgres.readers.reading import TenantReader
from adapters.postgres.statements import Statement
from application.ports.readers.usable_templates import UsableTemplate
from domain.shared.ids import TenantId, WhatsAppConfigId

_OF_NUMBER = Statement(
    """
    SELECT id, name, language, category FROM templates
    WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id AND lower(status) = 'approved'
    ORDER BY lower(category) = 'marketing', name, language LIMIT :limit
    """
)


class PostgresUsableTemplates(TenantReader):
    """Reads the templates of a number."""

    async def of(self, tenant_id: TenantId, *, config_id: WhatsAppConfigId, limit: int) -> list[UsableTemplate]:
        """Give approved ones by name, service before marketing."""
        async with self._reading(tenant_id) as connection:
            rows = await connection.fetch(_OF_NUMBER, config_id=config_id, limit=limit)
        return [to_struct(row, UsableTemplate) for row in rows]
