"""What a company wants done by itself, and what became of it, as its screens show it."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from application.shared.page import Page, PageRequest
from domain.shared.ids import AutomationRuleId, AutomationRunId, ConversationId, TenantId
from domain.support.rules import RuleEvent, RunOutcome

AUTOMATION_RULE_SORTS = ("place", "name", "event", "created_at")


class AutomationRuleRow(msgspec.Struct, frozen=True, kw_only=True):
    """A rule; `conditions` and `actions` are JSON."""

    id: AutomationRuleId
    name: str
    event: RuleEvent
    conditions: msgspec.Raw
    actions: msgspec.Raw
    place: int
    is_active: bool
    version: int
    created_at: datetime
    updated_at: datetime


class AutomationRunRow(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a rule after an event; `depth` is how many rules led to it, `details` is JSON."""

    id: AutomationRunId
    rule_id: AutomationRuleId
    cause: UUID
    conversation_id: ConversationId | None
    outcome: RunOutcome
    depth: int
    details: msgspec.Raw
    at: datetime


class AutomationRuleList(Protocol):
    """Reads rules and their history."""

    async def page(self, tenant_id: TenantId, *, event: RuleEvent | None, page: PageRequest) -> Page[AutomationRuleRow]:
        """Give them by place, or as `page` asks. Raises MalformedError."""
        ...

    async def one(self, tenant_id: TenantId, *, rule_id: AutomationRuleId) -> AutomationRuleRow:
        """Give one. Raises AutomationRuleNotFoundError."""
        ...

    async def runs(
        self, tenant_id: TenantId, *, rule_id: AutomationRuleId, outcome: RunOutcome | None, page: PageRequest
    ) -> Page[AutomationRunRow]:
        """Give what became of a rule, the newest first. Raises AutomationRuleNotFoundError, MalformedError."""
        ...
