"""Signing keys whose last token has ended are deleted."""

from application.ports.jobs import Job
from application.ports.signing_keys import SigningKeys


class ForgetSigningKeys(Job, frozen=True, kw_only=True, tag="forget_signing_keys"):
    """Ordered once an hour."""


class ForgetSigningKeysHandler:
    """On a schedule; idempotent, for it deletes what verifies nothing any more."""

    def __init__(self, keys: SigningKeys) -> None:
        self._keys = keys

    async def __call__(self, _: ForgetSigningKeys) -> None:
        """Delete them. Raises UnavailableError."""
        await self._keys.remove_expired()
