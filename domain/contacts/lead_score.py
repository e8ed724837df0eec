"""Rules by which contacts are worth more or less, with each thing that they do."""

from datetime import datetime
from enum import StrEnum

from domain.contacts.filters import Filter
from domain.contacts.matches import Person, matches
from domain.shared.aggregate import Aggregate
from domain.shared.errors import ErrorDetail
from domain.shared.ids import LeadScoreRuleId

MAX_RULES = 100
MAX_RULE_NAME = 100
MAX_POINTS = 1_000
MAX_SCORE = 1_000_000
"""A score says who comes first; one that grew further says nothing more."""


class ScoredEvent(StrEnum):
    """What a rule can listen to."""

    MESSAGE_RECEIVED = "message_received"
    CONVERSATION_RESOLVED = "conversation_resolved"
    TAG_ADDED = "tag_added"
    OPT_IN = "opt_in"
    OPT_OUT = "opt_out"


class LeadScoreRule(Aggregate, kw_only=True, eq=False):
    """So many points with each such event, for the contacts that the conditions mean; without any, for all."""

    id: LeadScoreRuleId
    name: str
    event: ScoredEvent
    points: int
    created_at: datetime
    conditions: Filter | None = None
    is_active: bool = True

    def points_for(self, event: ScoredEvent, person: Person, *, now: datetime) -> int:
        """Give what the event is worth to the contact by this rule."""
        if not self.is_active or event is not self.event:
            return 0
        is_meant = self.conditions is None or matches(self.conditions, person, now=now)
        return self.points if is_meant else 0


def bounded(score: int) -> int:
    """Keep a score within what it can be."""
    return max(-MAX_SCORE, min(MAX_SCORE, score))


def wrong_in_rule(*, name: str | None = None, points: int | None = None) -> list[ErrorDetail]:
    """Find what is wrong with what is given."""
    wrong = []
    if name is not None and not (0 < len(name.strip()) <= MAX_RULE_NAME and name.strip().isprintable()):
        wrong.append(
            ErrorDetail(
                field="name", message="1 to {limit} characters, and no line breaks", values={"limit": MAX_RULE_NAME}
            )
        )
    if points is not None and not (points != 0 and abs(points) <= MAX_POINTS):
        wrong.append(
            ErrorDetail(field="points", message="from -{limit} to {limit}, and not 0", values={"limit": MAX_POINTS})
        )
    return wrong
