"""Forget the links of e-mails whose time is long over."""

from datetime import timedelta

from application.ports.clock import Clock
from application.ports.jobs import Job
from application.ports.one_time_tokens import OneTimeTokenBook

KEEP = timedelta(days=30)
"""For whoever asks what became of a link."""
AT_ONCE = 1_000


class ForgetOldLinks(Job, frozen=True, kw_only=True, tag="forget_old_links"):
    """Do it now."""


class ForgetOldLinksHandler:
    """A job, once a day. Idempotent: what one did, the next finds done."""

    def __init__(self, *, book: OneTimeTokenBook, clock: Clock) -> None:
        self._book, self._clock = book, clock

    async def __call__(self, _job: ForgetOldLinks) -> None:
        """Forget them. Raises UnavailableError."""
        before = self._clock.now() - KEEP
        while await self._book.remove_expired(before=before, limit=AT_ONCE) == AT_ONCE:
            pass
