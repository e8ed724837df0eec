"""What happens to a number and its templates, as sockets and webhooks are told."""

from datetime import datetime
from uuid import UUID

from domain.shared.events import Event
from domain.shared.ids import TemplateId, WhatsAppConfigId


class WhatsAppConfigUpdated(Event, frozen=True, kw_only=True, tag="whatsapp_config_updated"):
    """A number is reached otherwise, does better or worse, or is paused; `changes` names what is new."""

    whatsapp_config_id: WhatsAppConfigId
    changes: tuple[str, ...]
    is_active: bool
    connection: str
    quality_rating: str
    messaging_tier: str | None = None
    paused_until: datetime | None = None
    pause_reason: str | None = None

    def subject(self) -> UUID | None:
        """Name the number."""
        return self.whatsapp_config_id


class TemplateUpdated(Event, frozen=True, kw_only=True, tag="template_updated"):
    """A template is new, was approved, rejected or paused, or says something else; `changes` names what is new."""

    template_id: TemplateId
    whatsapp_config_id: WhatsAppConfigId
    changes: tuple[str, ...]
    name: str
    language: str
    category: str
    status: str
    quality: str
    rejected_reason: str | None = None

    def subject(self) -> UUID | None:
        """Name the template."""
        return self.template_id
