"""Rules of lead scores, and how far the tenant's events have been scored."""

from typing import Protocol

from domain.contacts.lead_score import LeadScoreRule
from domain.shared.ids import LeadScoreRuleId


class LeadScoreRuleRepository(Protocol):
    """Keeps rules. The mark is the number of the last event that was scored."""

    async def get(self, rule_id: LeadScoreRuleId) -> LeadScoreRule:
        """Load a rule. Raises LeadScoreRuleNotFoundError."""
        ...

    async def all(self) -> list[LeadScoreRule]:
        """Give every rule, the oldest first."""
        ...

    async def active(self) -> list[LeadScoreRule]:
        """Give the rules that count."""
        ...

    async def add(self, rule: LeadScoreRule) -> None:
        """Write a new rule."""
        ...

    async def save(self, rule: LeadScoreRule) -> None:
        """Write changes. Raises StaleVersionError."""
        ...

    async def delete(self, rule_id: LeadScoreRuleId) -> None:
        """Remove it. Raises LeadScoreRuleNotFoundError."""
        ...

    async def mark(self) -> int | None:
        """Give the mark, for moving it in this transaction: others wait. None while no event was ever scored."""
        ...

    async def move_mark(self, number: int) -> None:
        """Put the mark there."""
        ...
