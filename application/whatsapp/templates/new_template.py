"""A template that is at the provider and not yet here."""

from datetime import datetime

import msgspec

from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.templates.template import MessageTemplate, ToldTemplate


def new_template(
    template_id: TemplateId, config_id: WhatsAppConfigId, told: ToldTemplate, *, now: datetime
) -> MessageTemplate:
    """Make it of what the provider has."""
    template = MessageTemplate(
        id=template_id, whatsapp_config_id=config_id, created_at=now, synced_at=now, **msgspec.structs.asdict(told)
    )
    template.tell("created")
    return template
