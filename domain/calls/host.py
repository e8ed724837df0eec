"""How a host that flows call has been doing."""

from datetime import datetime, timedelta

import msgspec

RESTS_AFTER = 5
"""Failures in a row: one is chance, five are an outage."""
RESTS_FOR = timedelta(seconds=30)
"""How long nobody waits for a host that is away; then the next call looks whether it came back."""


class ApiHost(msgspec.Struct, frozen=True, kw_only=True):
    """A host (with its port where that is not the usual one) and what became of calls to it."""

    host: str
    successes: int = 0
    failures: int = 0
    failures_in_a_row: int = 0
    last_success_at: datetime | None = None
    last_failure_at: datetime | None = None
    last_error: str | None = None
    last_ms: int | None = None

    def is_resting(self, *, now: datetime) -> bool:
        """Whether it failed so often and so lately that asking it now is a waste of the contact's time."""
        failed_at = self.last_failure_at
        return self.failures_in_a_row >= RESTS_AFTER and failed_at is not None and now < failed_at + RESTS_FOR
