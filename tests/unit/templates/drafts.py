"""Templates to begin with."""

from datetime import UTC, datetime
from uuid import UUID

import msgspec

from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.templates.components import (
    Body,
    BodyExample,
    Button,
    ButtonRow,
    Component,
    Footer,
    Header,
    HeaderExample,
    NamedExample,
    encoded,
)
from domain.whatsapp.templates.rules import TemplateDraft, check_draft
from domain.whatsapp.templates.template import MessageTemplate
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory, TemplateStatus

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BODY = Body(text="Olá {{1}}, seu pedido {{2}} saiu.", example=BodyExample(body_text=(("Ana", "42"),)))
NAMED = Body(
    text="Olá {{nome}}, até {{quando}}.",
    example=BodyExample(
        body_text_named_params=(
            NamedExample(param_name="nome", example="Ana"),
            NamedExample(param_name="quando", example="segunda"),
        )
    ),
)
HEADER = Header(format="TEXT", text="Pedido {{1}}", example=HeaderExample(header_text=("42",)))
FOOTER = Footer(text="Loja")
REPLY = Button(type="QUICK_REPLY", text="Recebi")
LINK = Button(type="URL", text="Ver", url="https://x.example/p/{{1}}", example=("https://x.example/p/1",))
PHONE = Button(type="PHONE_NUMBER", text="Ligar", phone_number="+551140000000")
COUPON = Button(type="COPY_CODE", example="ANA20")
CODE = (
    Body(add_security_recommendation=True),
    Footer(code_expiration_minutes=5),
    ButtonRow(buttons=(Button(type="OTP", otp_type="COPY_CODE"),)),
)


def a_draft(*components: Component, **changed: object) -> TemplateDraft:
    """Give a draft; without components a whole one."""
    whole = {
        "name": "pedido_saiu",
        "language": "pt_BR",
        "category": TemplateCategory.UTILITY,
        "components": components or (HEADER, BODY, FOOTER, ButtonRow(buttons=(REPLY, LINK, PHONE, COUPON))),
        **changed,
    }
    return TemplateDraft(**whole)  # type: ignore[arg-type]  # as the test says


def wrong_fields(draft: TemplateDraft) -> list[str]:
    """Name what would be refused."""
    return [detail.field for detail in check_draft(draft)]


def a_template(*components: Component, **changed: object) -> MessageTemplate:
    """Give an approved template."""
    draft = a_draft(*components)
    whole = {
        "id": TemplateId(UUID(int=1)),
        "whatsapp_config_id": WhatsAppConfigId(UUID(int=2)),
        "provider_id": "1700",
        "name": draft.name,
        "language": draft.language,
        "category": draft.category,
        "status": TemplateStatus.APPROVED,
        "components": encoded(draft.components),
        "created_at": NOW,
        "parameter_format": ParameterFormat.POSITIONAL,
        **changed,
    }
    return MessageTemplate(**whole)  # type: ignore[arg-type]  # as the test says


def raw(*components: object) -> tuple[msgspec.Raw, ...]:
    """Write what a caller gives."""
    return tuple(msgspec.Raw(msgspec.json.encode(component)) for component in components)
