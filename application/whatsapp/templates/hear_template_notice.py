"""A provider tells something of a template."""

from datetime import datetime

from application.ports.unit_of_work import Transaction
from application.whatsapp.templates.tools import order_sync
from domain.identity.permissions import Permission
from domain.shared.notification import Notification
from domain.whatsapp.config import WhatsAppConfig
from domain.whatsapp.template_facts import (
    TemplateCategoryTold,
    TemplateComponentsTold,
    TemplateFact,
    TemplateStatusTold,
)
from domain.whatsapp.templates.hear import hear_template
from domain.whatsapp.templates.template import MessageTemplate


async def hear_template_notice(tx: Transaction, config: WhatsAppConfig, fact: TemplateFact, *, at: datetime) -> None:
    """Apply it to the template on every number of the account, and tell those who manage templates.

    One that nobody here knows, and one whose words are others, is read at the provider. Told twice, and told late, it
    changes nothing.
    """
    for number in await tx.whatsapp_configs.lock_account(config.business_account_id):
        template = await tx.templates.lock_told(number.id, provider_id=fact.provider_id)
        if template is None or isinstance(fact, TemplateComponentsTold):
            order_sync(tx.jobs, tx.tenant_id, number.id)
        if template is None:
            continue
        if hear_template(template, fact, at=at):
            await _tell_managers(tx, template, fact)
        await tx.templates.save(template)


async def _tell_managers(tx: Transaction, template: MessageTemplate, fact: TemplateFact) -> None:
    """Leave a notice for everybody who holds templates:manage; it is written when the template is saved."""
    people = await tx.users.who_may(Permission.TEMPLATES_MANAGE)
    if not people:
        return
    data: dict[str, object] = {
        "template_id": str(template.id),
        "name": template.name,
        "language": template.language,
        "status": template.status.value,
        "category": template.category.value,
        "quality": template.quality.value,
        "reason": template.rejected_reason,
        "change": str(fact.__struct_config__.tag),
        "detail": fact.detail if isinstance(fact, TemplateStatusTold) else None,
        "next_category": fact.next_category if isinstance(fact, TemplateCategoryTold) else None,
    }
    template.record(Notification(kind="template", user_ids=tuple(people), data=data))
