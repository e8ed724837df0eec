"""Forget requests that nobody repeats any more."""

from application.ports.idempotency import Idempotency
from application.ports.jobs import Job


class ForgetIdempotencyKeys(Job, frozen=True, kw_only=True, tag="forget_idempotency_keys"):
    """Do it now."""


class ForgetIdempotencyKeysHandler:
    """On a schedule; idempotent, for it deletes what is over."""

    def __init__(self, idempotency: Idempotency) -> None:
        self._idempotency = idempotency

    async def __call__(self, _job: ForgetIdempotencyKeys) -> None:
        """Delete them. Raises UnavailableError."""
        await self._idempotency.forget_expired()
