"""A failure to send is a value: the adapter decides its kind, the outbound worker's policy is one `match`."""

from enum import StrEnum

import msgspec

from domain.shared.ids import ProviderMessageId


class FailureKind(StrEnum):
    """Why a message was not accepted, by what we do about it."""

    THROTTLED = "throttled"
    """The number or the account is too fast: wait, for everybody on it."""
    PAIR_THROTTLED = "pair_throttled"
    """Too fast to this one recipient: wait, for them only."""
    WINDOW_CLOSED = "window_closed"
    OPTED_OUT = "opted_out"
    UNREACHABLE = "unreachable"
    TEMPLATE_REJECTED = "template_rejected"
    MISCONFIGURED = "misconfigured"
    """Token, permission or number is wrong: keep the queue, tell the tenant."""
    SUSPENDED = "suspended"
    """The account is restricted, unpaid or locked: keep the queue, tell the tenant."""
    DEFERRED = "deferred"
    """Not now, perhaps in hours (Meta's limits on marketing to one user)."""
    UNAVAILABLE = "unavailable"
    """Refused before it was processed, by a server in trouble or a connection that never opened: try again."""
    REJECTED = "rejected"
    """The request itself is wrong: never the same way again."""
    UNKNOWN = "unknown"
    """It may have gone out: ask the status webhooks before doing anything."""


class SendFailure(msgspec.Struct, frozen=True, kw_only=True):
    """The provider's no. `retry_after` in seconds where it said so; `code` and `detail` as it said them."""

    kind: FailureKind
    code: str
    detail: str = ""
    retry_after: float | None = None


class SendAccepted(msgspec.Struct, frozen=True, kw_only=True):
    """The provider took the message; `wa_id` and `user_id` are the spellings it uses for the recipient."""

    provider_message_id: ProviderMessageId
    wa_id: str | None = None
    user_id: str | None = None


SendResult = SendAccepted | SendFailure
