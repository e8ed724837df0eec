"""What a company wants done by itself: after an event, under conditions, some actions."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.shared.aggregate import Aggregate
from domain.shared.errors import ErrorDetail
from domain.shared.ids import AutomationRuleId
from domain.shared.phrases import phrase
from domain.support.actions import Action, wrong_in_action
from domain.support.conditions import All, Condition, wrong_in_condition

MAX_RULES = 100
"""All of an event are looked at whenever it happens."""
MAX_NAME = 100
MAX_ACTIONS = 10
MAX_PLACE = 1_000
MAX_DEPTH = 5
"""Rules that follow from each other: longer chains are circles."""
MAX_RUNS_AN_HOUR = 60
"""Rules that do something in one conversation: more is two rules, or two bots, that undo each other."""


class RuleEvent(StrEnum):
    """After what a rule is looked at."""

    CONVERSATION_CREATED = "conversation_created"
    MESSAGE_RECEIVED = "message_received"
    CONVERSATION_WAITING = "conversation_waiting"
    CONVERSATION_ASSIGNED = "conversation_assigned"
    CONVERSATION_RESOLVED = "conversation_resolved"
    CONVERSATION_REOPENED = "conversation_reopened"
    CONVERSATION_RATED = "conversation_rated"
    PRIORITY_CHANGED = "priority_changed"
    DEPARTMENT_CHANGED = "department_changed"
    TAG_ADDED = "tag_added"
    TAG_REMOVED = "tag_removed"
    SLA_WARNED = "sla_warned"
    SLA_BREACHED = "sla_breached"


class RunOutcome(StrEnum):
    """What became of a rule after an event."""

    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class AutomationRule(Aggregate, kw_only=True, eq=False):
    """A rule. Those of an event are looked at by place, each with what the ones before it did."""

    id: AutomationRuleId
    name: str
    event: RuleEvent
    created_at: datetime
    conditions: Condition = All()
    actions: tuple[Action, ...] = ()
    place: int = 0
    is_active: bool = True


def wrong_in_rule(rule: AutomationRule) -> tuple[ErrorDetail, ...]:
    """Name the fields that cannot be so."""
    checks = {
        "name": (phrase("1 to {limit} characters", limit=MAX_NAME), 1 <= len(rule.name.strip()) <= MAX_NAME),
        "actions": (phrase("1 to {limit}", limit=MAX_ACTIONS), 1 <= len(rule.actions) <= MAX_ACTIONS),
        "place": (phrase("between 0 and {limit}", limit=MAX_PLACE), 0 <= rule.place <= MAX_PLACE),
    }
    plain = [ErrorDetail.of(field, message) for field, (message, is_right) in checks.items() if not is_right]
    acts = [
        msgspec.structs.replace(wrong, field=f"actions[{number}].{wrong.field}")
        for number, action in enumerate(rule.actions[:MAX_ACTIONS])
        for wrong in wrong_in_action(action)
    ]
    return (*plain, *wrong_in_condition(rule.conditions), *acts)
