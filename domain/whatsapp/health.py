"""How a number is doing, as its provider tells it: what the row's own columns do not hold."""

from datetime import datetime

import msgspec


class Restriction(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something the account may not do, in the provider's word; without an end it holds until it is lifted."""

    kind: str
    until: datetime | None = None


class ProviderWarning(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the provider last warned of, in its own words."""

    at: datetime
    kind: str
    severity: str | None = None
    detail: str | None = None


class NumberHealth(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is known beyond quality, tier and throughput. Words are the provider's, in lower case.

    `checked_at` is when the provider was last asked; `told` when it last told of each kind of thing, so that what is
    delivered late does not undo what came after it.
    """

    checked_at: datetime | None = None
    told: dict[str, datetime] = {}
    status: str | None = None
    name_status: str | None = None
    requested_name: str | None = None
    name_refused_because: str | None = None
    verification: str | None = None
    is_on_phone_app: bool = False
    account_review: str | None = None
    ban: str | None = None
    ban_date: str | None = None
    violation: str | None = None
    max_numbers: int | None = None
    restrictions: tuple[Restriction, ...] = ()
    warning: ProviderWarning | None = None
    connection_since: datetime | None = None
    """Since when a linked phone is connected, or is not."""
    connection_reason: str | None = None
    """Why it is not connected: `logged_out`, `banned`, `replaced`, `not_paired`, or another word of ours."""
