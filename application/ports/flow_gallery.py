"""Flows that come with PyTake: complete ones, with their tests, that a company makes its own."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

import msgspec

from domain.shared.errors import NotFoundError


class FlowTemplateNotFoundError(NotFoundError):
    """There is no template of this key."""

    code = "FLOW_TEMPLATE_NOT_FOUND"


class FlowCategory(StrEnum):
    """What a template is for."""

    SUPPORT = "support"
    SCHEDULING = "scheduling"
    ORDERS = "orders"
    SALES = "sales"
    FEEDBACK = "feedback"
    KNOWLEDGE = "knowledge"
    HOURS = "hours"
    PRIVACY = "privacy"


class FlowNeed(StrEnum):
    """What a company must have set up before a template's flow does all that it promises."""

    ERP = "erp"
    AI = "ai"
    KNOWLEDGE_BASE = "knowledge_base"
    BUSINESS_HOURS = "business_hours"


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A text in each language that people see."""

    pt_br: str = msgspec.field(name="pt-BR")
    en: str


class FlowTemplateRow(msgspec.Struct, frozen=True, kw_only=True):
    """A template as it stands in the gallery; `key` names it."""

    key: str
    category: FlowCategory
    title: Words
    description: Words
    needs: tuple[FlowNeed, ...] = ()
    node_count: int
    test_count: int


class FlowTemplate(FlowTemplateRow, frozen=True, kw_only=True):
    """A template with its flow document and the tests that the flow passes."""

    document: msgspec.Raw
    tests: list[msgspec.Raw]


class FlowGallery(Protocol):
    """The templates."""

    def all(self) -> Sequence[FlowTemplate]:
        """Give each, by its key."""
        ...

    def get(self, key: str) -> FlowTemplate:
        """Give one. Raises FlowTemplateNotFoundError."""
        ...
