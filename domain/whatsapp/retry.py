"""What to do about a failure to send: one `match`. Sources: Meta's error policy, the pair rate's 4^n seconds."""

from datetime import datetime, timedelta

import msgspec

from domain.whatsapp.failures import FailureKind, SendFailure

UNKNOWN_DECIDED_AFTER = timedelta(minutes=10)
"""How long a send of unknown outcome waits for a status webhook that names it. Meta's usual status takes seconds."""

MAX_ATTEMPTS = 8
"""With the back-off below, about four minutes: longer than a provider's restart, shorter than a customer's patience."""

MAX_UNKNOWNS = 2
"""A service reply goes out once more after an unknown outcome; a second one is not followed by a third."""

_FIRST_PAUSE = timedelta(seconds=1)
_LONGEST_PAUSE = timedelta(minutes=2)
_PAIR_BASE = 4
_LONGEST_PAIR_EXPONENT = 5
"""4^5 s is 17 minutes; Meta's counter has forgotten by then."""
_THROTTLED_PAUSE = timedelta(seconds=2)
_TROUBLED_PAUSE = timedelta(minutes=5)
"""A wrong token or a locked account needs a person; looking again costs one request."""
_DEFERRED_PAUSE = timedelta(hours=24)
"""Meta on 131049: at the earliest a day later, and once."""


class Retry(msgspec.Struct, frozen=True, kw_only=True):
    """Send this one again, not before `at`."""

    at: datetime


class Hold(msgspec.Struct, frozen=True, kw_only=True):
    """Keep it queued, and the whole number still until `until`; `trouble` says what a person must mend."""

    until: datetime
    trouble: str | None = None


class AwaitStatus(msgspec.Struct, frozen=True, kw_only=True):
    """It may have gone out: wait for a status webhook that names it."""


class GiveUp(msgspec.Struct, frozen=True, kw_only=True):
    """It will not be sent."""


Decision = Retry | Hold | AwaitStatus | GiveUp


def decide(failure: SendFailure, *, attempts: int, is_reply: bool, jitter: float, now: datetime) -> Decision:
    """Choose; `attempts` counts this one, `jitter` in [0, 1) spreads those that failed together."""
    told = timedelta(seconds=failure.retry_after) if failure.retry_after is not None else None
    match failure.kind:
        case FailureKind.UNKNOWN:
            return AwaitStatus()
        case FailureKind.MISCONFIGURED | FailureKind.SUSPENDED:
            return Hold(until=now + _TROUBLED_PAUSE, trouble=f"{failure.kind}: {failure.code}")
        case FailureKind.THROTTLED:
            return Hold(until=now + (told or _THROTTLED_PAUSE * (1 + jitter)))
        case FailureKind.PAIR_THROTTLED if attempts < MAX_ATTEMPTS:
            seconds = _PAIR_BASE ** min(attempts, _LONGEST_PAIR_EXPONENT)
            return Retry(at=now + (told or timedelta(seconds=seconds)))
        case FailureKind.UNAVAILABLE if attempts < MAX_ATTEMPTS:
            return Retry(at=now + (told or backoff(attempts, jitter=jitter)))
        case FailureKind.DEFERRED if attempts == 1 and not is_reply:
            return Retry(at=now + (told or _DEFERRED_PAUSE))
        case _:
            return GiveUp()


def backoff(attempts: int, *, jitter: float) -> timedelta:
    """Give the pause after `attempts` failures: doubling from a second to two minutes, with half of it random."""
    pause = min(_FIRST_PAUSE * (1 << min(max(attempts, 1) - 1, 10)), _LONGEST_PAUSE)
    return pause * (0.5 + 0.5 * jitter)
