"""What a company pays for: plans are data, limits are counted."""

from enum import StrEnum

import msgspec


class Metric(StrEnum):
    """What a plan limits."""

    USERS = "users"
    MESSAGES_PER_MONTH = "messages_per_month"
    WHATSAPP_NUMBERS = "whatsapp_numbers"
    CONTACTS = "contacts"
    FLOWS = "flows"
    CAMPAIGNS = "campaigns"


MONTHLY = frozenset({Metric.MESSAGES_PER_MONTH})
"""Counted from nothing each month, in the tenant's time zone; the others are what is there now."""

FREE_TRIAL = "free_trial"
"""The plan that a company begins with."""
ENTERPRISE = "enterprise"
"""The plan without limits."""

Limits = dict[Metric, int | None]
"""The most of each; None is without limit."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A plan; `names` by language."""

    code: str
    position: int
    names: dict[str, str]
    limits: Limits
    features: tuple[str, ...]
