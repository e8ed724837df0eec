"""Which templates could be sent where nothing else may be."""

from typing import Protocol

import msgspec

from domain.shared.ids import TemplateId, TenantId, WhatsAppConfigId


class UsableTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """A template that Meta approved."""

    id: TemplateId
    name: str
    language: str
    category: str


class UsableTemplates(Protocol):
    """Reads the templates of a number."""

    async def of(self, tenant_id: TenantId, *, config_id: WhatsAppConfigId, limit: int) -> list[UsableTemplate]:
        """Give approved ones by name, service before marketing."""
        ...
