"""Opt-outs in PostgreSQL."""

from adapters.postgres.connection import TenantConnection
from adapters.postgres.statements import Statement
from domain.shared.ids import ContactId, WhatsAppConfigId

_COVERS = Statement(
    """
    SELECT EXISTS (
      SELECT FROM templates
      WHERE tenant_id = :tenant_id AND whatsapp_config_id = :config_id AND name = :name AND language = :language
        AND lower(category) = 'marketing')
    AND coalesce((
      SELECT NOT granted FROM consents
      WHERE tenant_id = :tenant_id AND contact_id = :contact_id AND purpose = 'marketing' AND channel = 'whatsapp'
      ORDER BY at DESC, id DESC LIMIT 1), false)
    """
)


class PostgresOptOuts:
    """Knows what contacts said no to."""

    def __init__(self, connection: TenantConnection) -> None:
        self._connection = connection

    async def covers(self, contact_id: ContactId, *, config_id: WhatsAppConfigId, name: str, language: str) -> bool:
        """Whether the template is marketing, as far as is known, and the contact's last word on that is no."""
        return bool(
            await self._connection.fetch_value(
                _COVERS, contact_id=contact_id, config_id=config_id, name=name, language=language
            )
        )
