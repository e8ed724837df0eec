"""Forget sessions that ended long ago, and their refresh tokens."""

from datetime import timedelta

from application.ports.clock import Clock
from application.ports.jobs import Job
from application.ports.sessions import SessionBook

KEPT = timedelta(days=30)
"""How long a session can be looked up after its end; that somebody was logged in, the audit log tells for longer."""
BATCH = 1_000


class ForgetOldSessions(Job, frozen=True, kw_only=True, tag="forget_old_sessions"):
    """Once a day."""


class ForgetOldSessionsHandler:
    """On a schedule; idempotent, for it deletes what is over."""

    def __init__(self, *, book: SessionBook, clock: Clock) -> None:
        self._book, self._clock = book, clock

    async def __call__(self, _job: ForgetOldSessions) -> None:
        """Delete them, some at a time. Raises UnavailableError."""
        before = self._clock.now() - KEPT
        while await self._book.remove_ended(before=before, limit=BATCH) == BATCH:
            pass
