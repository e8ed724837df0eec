"""What Meta's webhooks tell of templates."""

import msgspec
import pytest

from adapters.whatsapp.cloud.template_news import template_fact
from domain.whatsapp.template_facts import (
    TemplateCategoryTold,
    TemplateComponentsTold,
    TemplateFact,
    TemplateQualityTold,
    TemplateStatusTold,
)

ABOUT = {"message_template_id": 1700099, "message_template_name": "aviso", "message_template_language": "pt_BR"}
WHICH = {"provider_id": "1700099", "name": "aviso", "language": "pt_BR"}


def read(field: str, **value: object) -> TemplateFact | None:
    return template_fact(field, msgspec.Raw(msgspec.json.encode({**ABOUT, **value})))


@pytest.mark.parametrize(
    ("field", "value", "fact"),
    [
        (
            "message_template_status_update",
            {
                "event": "REJECTED",
                "reason": "INVALID_FORMAT",
                "message_template_category": "UTILITY",
                "rejection_info": {"reason": "Variável no início", "recommendation": "Adicione texto antes"},
            },
            TemplateStatusTold(
                **WHICH,
                event="rejected",
                reason="invalid_format",
                category="utility",
                detail="Variável no início: Adicione texto antes",
            ),
        ),
        (
            "message_template_status_update",
            {"event": "PAUSED", "reason": "NONE", "other_info": {"title": "FIRST_PAUSE", "description": "3 h"}},
            TemplateStatusTold(**WHICH, event="paused", detail="FIRST_PAUSE: 3 h"),
        ),
        (
            "message_template_status_update",
            {"event": "APPROVED", "reason": None},
            TemplateStatusTold(**WHICH, event="approved"),
        ),
        (
            "message_template_quality_update",
            {"previous_quality_score": "GREEN", "new_quality_score": "YELLOW"},
            TemplateQualityTold(**WHICH, quality="yellow"),
        ),
        (
            "template_category_update",
            {"previous_category": "UTILITY", "new_category": "MARKETING"},
            TemplateCategoryTold(**WHICH, category="marketing"),
        ),
        (
            "template_category_update",
            {"new_category": "UTILITY", "correct_category": "MARKETING", "category_update_timestamp": 1},
            TemplateCategoryTold(**WHICH, category="utility", next_category="marketing"),
        ),
        ("message_template_components_update", {"message_template_element": "Oi"}, TemplateComponentsTold(**WHICH)),
        ("message_template_status_update", {"event": ""}, None),
        ("message_template_status_update", {"event": "APPROVED", "message_template_id": None}, None),
        ("account_update", {"event": "x"}, None),
    ],
)
def test_a_change_is_read_in_our_words(field: str, value: dict[str, object], fact: TemplateFact | None) -> None:
    assert read(field, **value) == fact
