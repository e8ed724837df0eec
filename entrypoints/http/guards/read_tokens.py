"""Tokens that were read a moment ago: a page asks ten things at once, and an RSA signature costs more than the rest.

Only the reading is remembered. Whether the session still counts is asked each time, and so is the clock; a signing key
that was revoked is believed for some seconds more.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from application.ports.tokens import AccessClaims, TokenExpiredError, Tokens

REMEMBERED_SECONDS = 5.0
"""Less than a process takes to hear of a revoked key anyway."""
KEPT_TOKENS = 10_000
"""Some 10 MB; more callers than a process serves in five seconds."""


class ReadTokens:
    """Reads access tokens, each once in a while."""

    def __init__(self, tokens: Tokens, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._tokens, self._clock = tokens, clock
        self._read: dict[str, tuple[float, AccessClaims]] = {}

    async def __call__(self, token: str) -> AccessClaims:
        """Give what the token says. Raises TokenInvalidError, TokenExpiredError."""
        now = self._clock()
        known = self._read.get(token)
        if known is not None and now - known[0] < REMEMBERED_SECONDS:
            if datetime.now(UTC) >= known[1].expires_at:
                raise TokenExpiredError("The access token has expired.")
            return known[1]
        claims = await self._tokens.read(token)
        if len(self._read) >= KEPT_TOKENS:
            self._read.clear()
        self._read[token] = now, claims
        return claims
