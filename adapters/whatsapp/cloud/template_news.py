"""What Meta tells of a template, one reader a field (reference 3.2, 3.3)."""

from collections.abc import Callable

import msgspec

from adapters.whatsapp.cloud.fields import UNREADABLE, Id, required
from domain.whatsapp.template_facts import (
    TemplateCategoryTold,
    TemplateComponentsTold,
    TemplateFact,
    TemplateQualityTold,
    TemplateStatusTold,
)

MAX_DETAIL = 500
"""Of Meta's words for people; they are some sentences."""


class _About(msgspec.Struct):
    message_template_id: Id = None
    message_template_name: str | None = None
    message_template_language: str | None = None


class _Rejection(msgspec.Struct):
    reason: str = ""
    recommendation: str = ""


class _Other(msgspec.Struct):
    title: str = ""
    description: str = ""


class _Status(_About):
    event: str = ""
    reason: str | None = None
    message_template_category: str | None = None
    rejection_info: _Rejection | None = None
    other_info: _Other | None = None


class _Quality(_About):
    new_quality_score: str = ""


class _Category(_About):
    new_category: str = ""
    correct_category: str | None = None


_STATUS = msgspec.json.Decoder(_Status)
_QUALITY = msgspec.json.Decoder(_Quality)
_CATEGORY = msgspec.json.Decoder(_Category)
_ABOUT = msgspec.json.Decoder(_About)


def template_fact(field: str, payload: msgspec.Raw) -> TemplateFact | None:
    """Read what a field says; None when it is about no template, or not what the manual says."""
    reader = READERS.get(field)
    if reader is None:
        return None
    try:
        return reader(payload)
    except UNREADABLE:
        return None


def status(raw: msgspec.Raw) -> TemplateStatusTold:
    """Read what became of a template; `NONE` is no reason."""
    told = _STATUS.decode(raw)
    reason = (told.reason or "none").lower()
    parts = (
        *((told.rejection_info.reason, told.rejection_info.recommendation) if told.rejection_info else ()),
        *((told.other_info.title, told.other_info.description) if told.other_info else ()),
    )
    return TemplateStatusTold(
        provider_id=_id(told),
        name=told.message_template_name,
        language=told.message_template_language,
        event=_word(told.event),
        reason=None if reason == "none" else reason,
        detail=": ".join(part for part in parts if part)[:MAX_DETAIL] or None,
        category=told.message_template_category.lower() if told.message_template_category else None,
    )


def quality(raw: msgspec.Raw) -> TemplateQualityTold:
    """Read how customers take it."""
    told = _QUALITY.decode(raw)
    return TemplateQualityTold(
        provider_id=_id(told),
        name=told.message_template_name,
        language=told.message_template_language,
        quality=_word(told.new_quality_score),
    )


def category(raw: msgspec.Raw) -> TemplateCategoryTold:
    """Read what it counts as; where a change is announced, `new_category` is the one that it has still."""
    told = _CATEGORY.decode(raw)
    return TemplateCategoryTold(
        provider_id=_id(told),
        name=told.message_template_name,
        language=told.message_template_language,
        category=_word(told.new_category),
        next_category=told.correct_category.lower() if told.correct_category else None,
    )


def components(raw: msgspec.Raw) -> TemplateComponentsTold:
    """Read that its words are others; not all of them are told, so they are asked for."""
    told = _ABOUT.decode(raw)
    return TemplateComponentsTold(
        provider_id=_id(told), name=told.message_template_name, language=told.message_template_language
    )


READERS: dict[str, Callable[[msgspec.Raw], TemplateFact]] = {
    "message_template_status_update": status,
    "message_template_quality_update": quality,
    "template_category_update": category,
    "message_template_components_update": components,
}
"""Meta's word for a field, and who reads it."""


def _id(about: _About) -> str:
    return required(about.message_template_id, name="message_template_id")


def _word(text: str) -> str:
    if not text.strip():
        raise ValueError("says nothing")
    return text.strip().lower()
