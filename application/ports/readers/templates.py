"""Templates, as their screen and the composer show them."""

from datetime import datetime
from typing import Protocol

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import TemplateId, TenantId, WhatsAppConfigId
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory, TemplateQuality, TemplateStatus

TEMPLATE_SORTS = ("name", "updated_at", "created_at")


class TemplateRow(msgspec.Struct, frozen=True, kw_only=True):
    """One template; `components` is Meta's JSON. One that Meta has no more stays, as `deleted`."""

    id: TemplateId
    whatsapp_config_id: WhatsAppConfigId
    provider_id: str | None
    name: str
    language: str
    category: TemplateCategory
    status: TemplateStatus
    components: msgspec.Raw
    parameter_format: ParameterFormat
    quality: TemplateQuality
    rejected_reason: str | None
    synced_at: datetime | None
    version: int
    created_at: datetime
    updated_at: datetime


class TemplateFilters(msgspec.Struct, frozen=True, kw_only=True):
    """Which; None does not ask."""

    whatsapp_config_id: WhatsAppConfigId | None = None
    status: TemplateStatus | None = None
    category: TemplateCategory | None = None
    language: str | None = None


class TemplateList(Protocol):
    """Reads templates."""

    async def page(self, tenant_id: TenantId, *, filters: TemplateFilters, page: PageRequest) -> Page[TemplateRow]:
        """Give them by name, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, template_id: TemplateId) -> TemplateRow:
        """Give one. Raises TemplateNotFoundError."""
        ...
