"""The story of a contact and of its conversations: what happened, who did it, and when."""

from datetime import datetime
from enum import StrEnum

import msgspec

from domain.shared.ids import ContactId, ConversationId, UserId


class Doer(StrEnum):
    """Who does things: a person of the company, a flow, the contact, a rule of the tenant's, or PyTake itself."""

    USER = "user"
    BOT = "bot"
    CONTACT = "contact"
    RULE = "rule"
    SYSTEM = "system"


class By(msgspec.Struct, frozen=True, kw_only=True):
    """Who did it; a user without an id answered from a phone."""

    actor: Doer
    user_id: UserId | None = None


BOT = By(actor=Doer.BOT)
CONTACT = By(actor=Doer.CONTACT)
RULE = By(actor=Doer.RULE)
SYSTEM = By(actor=Doer.SYSTEM)
SOMEBODY = By(actor=Doer.USER)
"""A person of the company, nobody here knows which: whoever holds the phone."""


def by_user(user_id: UserId) -> By:
    """Say that this person did it."""
    return By(actor=Doer.USER, user_id=user_id)


class TimelineKind(StrEnum):
    """What can happen. `data` of an entry says the rest; no message, note or detail of anybody is in it."""

    OPENED = "opened"
    HANDED_TO_BOT = "handed_to_bot"
    RELEASED = "released"
    WAITING = "waiting"
    TAKEN_OVER = "taken_over"
    ASSIGNED = "assigned"
    TRANSFERRED = "transferred"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    DEPARTMENT_CHANGED = "department_changed"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    SNOOZED = "snoozed"
    WOKEN = "woken"
    ARCHIVED = "archived"
    PRIORITY_CHANGED = "priority_changed"
    DETAILS_CHANGED = "details_changed"
    TAGGED = "tagged"
    UNTAGGED = "untagged"
    NOTED = "noted"
    CUSTOMER_TOLD = "customer_told"
    SLA_WARNED = "sla_warned"
    SLA_BREACHED = "sla_breached"
    RULE_APPLIED = "rule_applied"
    RATED = "rated"
    FLOW_NOT_STARTED = "flow_not_started"
    FLOW_CANCELLED = "flow_cancelled"
    CONTACT_CREATED = "contact_created"
    CONTACT_UPDATED = "contact_updated"
    CONTACT_BLOCKED = "contact_blocked"
    CONTACT_UNBLOCKED = "contact_unblocked"
    CONTACT_MERGED = "contact_merged"
    CONTACT_UNMERGED = "contact_unmerged"
    CONTACT_TAGGED = "contact_tagged"
    CONTACT_UNTAGGED = "contact_untagged"
    CONTACT_NOTED = "contact_noted"
    CONTACT_IMPORTED = "contact_imported"
    IDENTITY_ADDED = "identity_added"
    IDENTITY_CHANGED = "identity_changed"
    CONSENT_GIVEN = "consent_given"
    CONSENT_WITHDRAWN = "consent_withdrawn"


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened. An entry of a conversation is also one of its contact."""

    kind: TimelineKind
    contact_id: ContactId
    by: By
    at: datetime
    conversation_id: ConversationId | None = None
    data: dict[str, object] = {}
