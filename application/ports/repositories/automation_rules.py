"""What a company wants done by itself."""

from typing import Protocol

from domain.shared.ids import AutomationRuleId
from domain.support.rules import AutomationRule, RuleEvent


class AutomationRuleRepository(Protocol):
    """Keeps rules."""

    async def get(self, rule_id: AutomationRuleId) -> AutomationRule:
        """Load one. Raises AutomationRuleNotFoundError."""
        ...

    async def active(self, event: RuleEvent) -> list[AutomationRule]:
        """Load those that are looked at after an event, by place."""
        ...

    async def count(self) -> int:
        """Count them."""
        ...

    async def add(self, rule: AutomationRule) -> None:
        """Write a new one. Raises AutomationRuleTakenError."""
        ...

    async def save(self, rule: AutomationRule) -> None:
        """Write changes. Raises StaleVersionError, AutomationRuleTakenError."""
        ...

    async def delete(self, rule_id: AutomationRuleId) -> None:
        """Remove it, with its history."""
        ...
