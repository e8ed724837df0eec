"""What a template becomes by what its provider tells. Told twice it is the same; what is told late is left out."""

from datetime import datetime

import msgspec

from domain.whatsapp.template_facts import (
    TemplateCategoryTold,
    TemplateComponentsTold,
    TemplateFact,
    TemplateQualityTold,
    TemplateStatusTold,
)
from domain.whatsapp.templates.template import MessageTemplate
from domain.whatsapp.templates.words import TemplateStatus, category_of, quality_of

BECOMES = {"reinstated": TemplateStatus.APPROVED, "unarchived": TemplateStatus.APPROVED}
"""Events that are not the name of the status that they lead to."""
NO_CHANGE = frozenset({"flagged", "locked"})
"""A warning of the quality, and that it cannot be edited for now: it may be sent as before."""


def hear_template(template: MessageTemplate, fact: TemplateFact, *, at: datetime) -> bool:
    """Apply it, if it is not late; say whether people should know."""
    kind = str(fact.__struct_config__.tag)
    last = template.history.told.get(kind)
    if last is not None and at < last:
        return False
    told = {**template.history.told, kind: at}
    template.history = msgspec.structs.replace(template.history, told=told)
    before = _seen(template)
    match fact:
        case TemplateStatusTold():
            _hear_status(template, fact)
        case TemplateQualityTold(quality=quality):
            template.quality = quality_of(quality)
        case TemplateCategoryTold(category=category):
            template.category = category_of(category)
        case TemplateComponentsTold():
            pass
    is_new = _seen(template) != before
    if is_new:
        template.tell(kind.removeprefix("template_"))
    return is_new or _warns(fact)


def _hear_status(template: MessageTemplate, fact: TemplateStatusTold) -> None:
    if fact.event in NO_CHANGE:
        return
    known = {status.value: status for status in TemplateStatus}
    template.status = BECOMES.get(fact.event) or known.get(fact.event, TemplateStatus.OTHER)
    template.rejected_reason = fact.reason if template.status is TemplateStatus.REJECTED else None
    if fact.category:
        template.category = category_of(fact.category)


def _warns(fact: TemplateFact) -> bool:
    """Whether it announces something without changing anything yet."""
    match fact:
        case TemplateStatusTold(event="flagged"):
            return True
        case TemplateCategoryTold(next_category=coming):
            return coming is not None
        case _:
            return False


def _seen(template: MessageTemplate) -> tuple[object, ...]:
    return template.status, template.quality, template.category, template.rejected_reason
