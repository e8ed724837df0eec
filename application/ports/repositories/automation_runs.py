"""What became of rules."""

from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from domain.shared.ids import AutomationRuleId, AutomationRunId, ConversationId, MessageId
from domain.support.rules import RuleEvent, RunOutcome


class AutomationRun(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that was meant, and what became of it. `details` names actions and errors, and nobody's words."""

    id: AutomationRunId
    rule_id: AutomationRuleId
    cause: UUID
    conversation_id: ConversationId
    outcome: RunOutcome
    depth: int
    details: dict[str, object]
    at: datetime


class AutomationRunRepository(Protocol):
    """Keeps one run a rule and event."""

    async def begin(self, run: AutomationRun) -> bool:
        """Write it, unless this rule ran after this event already; say whether it was written."""
        ...

    async def count_done(self, conversation_id: ConversationId, *, since: datetime) -> int:
        """Say how many rules did something in a conversation lately."""
        ...

    async def recent(self, event: RuleEvent, *, limit: int) -> list[tuple[ConversationId, MessageId | None]]:
        """Give where an event happened last, with the message if it is about one."""
        ...

    async def forget(self, *, before: datetime, limit: int) -> int:
        """Remove old ones; give how many."""
        ...
