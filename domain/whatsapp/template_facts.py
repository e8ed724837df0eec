"""What a provider tells of a template, in our words (reference 3.2, 3.3)."""

import msgspec


class _Told(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Common base: which template, by the provider's id or its name and language."""

    provider_id: str
    name: str | None = None
    language: str | None = None


class TemplateStatusTold(_Told, frozen=True, tag="template_status"):
    """Its state; `event` is Meta's word in lower case, `detail` why and what to do, where it says so."""

    event: str
    reason: str | None = None
    detail: str | None = None
    category: str | None = None


class TemplateQualityTold(_Told, frozen=True, tag="template_quality"):
    """How customers take it."""

    quality: str


class TemplateCategoryTold(_Told, frozen=True, tag="template_category"):
    """What it counts as now; `next_category` what it will count as."""

    category: str
    next_category: str | None = None


class TemplateComponentsTold(_Told, frozen=True, tag="template_components"):
    """Its words are others: they are to be read anew."""


TemplateFact = TemplateStatusTold | TemplateQualityTold | TemplateCategoryTold | TemplateComponentsTold
"""Anything that is told of a template."""
